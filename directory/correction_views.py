"""The public page on which a visitor reports an error, or asks that a sheet be taken away."""

import logging

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from directory import services
from directory.corrections import CorrectionForm, csrf_refusal
from directory.models import CorrectionRequest, Professional
from directory.models.corrections import KEPT_MONTHS

log = logging.getLogger(__name__)


@csrf_exempt  # checked by hand below, so that a refusal keeps what was typed
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def report(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the form of one published sheet, and take what it sends."""
    professional = get_object_or_404(Professional.objects.published(), pk=pk)
    if request.method == "POST":
        return _receive(request, professional)
    if slug != professional.slug:
        return redirect("directory:report", slug=professional.slug, pk=pk)
    return _page(request, professional, CorrectionForm(professional))


@require_http_methods(["GET", "HEAD"])
@cache_control(private=True, no_store=True)
def received(request: HttpRequest, slug: str, pk: int, reference: str) -> HttpResponse:
    """Give the reference of what was sent, and nothing else of it."""
    correction = get_object_or_404(CorrectionRequest, reference=reference, professional=pk)
    context = {"correction": correction, "professional": correction.professional}
    return render(request, "directory/correction_received.html", context)


def _receive(request: HttpRequest, professional: Professional) -> HttpResponse:
    if _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return _too_large(request, professional)
    refusal = csrf_refusal(request)
    form = CorrectionForm(professional, request.POST)
    valid = form.is_valid()
    if refusal:
        form.add_error(
            None,
            _(
                "Ce formulaire a expiré, ou votre navigateur refuse les cookies. Votre texte est gardé : envoyez-le de "
                "nouveau. Si ce message revient, appelez-nous."
            ),
        )
        return _page(request, professional, form, status=403)
    if not valid:
        return _page(request, professional, form)
    try:
        correction = _save(form)
    except DatabaseError:
        log.exception("a report could not be saved")
        form.add_error(None, _("Votre message n’a pas pu être enregistré. Réessayez dans un instant, ou appelez-nous."))
        return _page(request, professional, form, status=503)
    return redirect("directory:report_received", professional.slug, professional.pk, correction.reference)


def _save(form: CorrectionForm) -> CorrectionRequest:
    return services.submit_correction(
        professional=form.professional,
        kind=form.cleaned_data["kind"],
        message=form.cleaned_data["message"],
        sender=form.sender,
        key=form.token,
        doubtful=form.doubtful,
    )


def _page(request: HttpRequest, professional: Professional, form: CorrectionForm, status: int = 200) -> HttpResponse:
    context = {"professional": professional, "form": form, "months": KEPT_MONTHS}
    response = render(request, "directory/correction.html", context, status=status)
    if status == 503:
        response.headers["Retry-After"] = "60"
    return response


def _too_large(request: HttpRequest, professional: Professional) -> HttpResponse:
    form = CorrectionForm(professional, QueryDict())
    form.errors.clear()
    form.add_error(None, _("Votre envoi est trop volumineux : écrivez 2 000 caractères au plus, sans fichier."))
    return _page(request, professional, form, status=413)


def _length(request: HttpRequest) -> int:
    text = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(text) if text.isascii() and text.isdecimal() else 0
