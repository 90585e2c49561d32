"""Views of the back office: Wagtail's own, with safe searches and saves, and two one-click actions."""

from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from core.models import Generation
from core.text import clean
from directory import services
from directory.models import CorrectionRequest, ImportRun, Professional, ServiceArea

MOST_WORDS = 8
CHARTER_TEMPLATE = Path(__file__).resolve().parents[1] / "data" / "modele-professionnels.csv"


class CleanSearchIndexView(snippets.IndexView):
    """A list searched by words that must all be there; quotes, blanks and controls are only text."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        for word in clean(self.search_query).split()[:MOST_WORDS]:
            found = Q()
            for field in self.search_fields or []:
                found |= Q(**{f"{field}__icontains": word})
            # By key: joined, a record would show once for each of its lines that holds the word (a trade's synonyms).
            matching = queryset.model._default_manager.filter(found)
            queryset = queryset.filter(pk__in=matching.values("pk"))
        return queryset


class ProfessionalIndexView(CleanSearchIndexView):
    """The firms, searched by name or SIRET (typed with or without blanks)."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        digits = clean(self.search_query).replace(" ", "")
        if digits.isascii() and digits.isdecimal() and len(digits) >= 9:
            return queryset.filter(siret__startswith=digits[:14])
        return super().search_queryset(queryset)

    def get_base_queryset(self) -> QuerySet:
        supposed = ServiceArea.objects.filter(professional=OuterRef("pk"), supposed=True)
        return super().get_base_queryset().prefetch_related("trades").annotate(has_supposed_area=Exists(supposed))


class ImportRunIndexView(CleanSearchIndexView):
    """The imports, and the file to fill in for the next one."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        url = reverse("directory_staff:charter_template")
        template = Button(_("Modèle de liste à remplir (CSV)"), url=url, icon_name="download", priority=5)
        return [template, *super().header_more_buttons]


class CarefulSave:
    """Turn what the database alone refuses (two saves at once) into a message on the form."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                Generation.bump()  # readers' cached pages are now old
                return super().form_valid(form)  # type: ignore[misc]
        except IntegrityError:
            message = _(
                "Une autre fiche vient d’être enregistrée avec les mêmes valeurs. Vérifiez le SIRET et les lignes."
            )
            form.add_error(None, message)
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]


class CarefulCreateView(CarefulSave, snippets.CreateView):
    """Create; never a 500 for a value already taken."""


class CarefulEditView(CarefulSave, snippets.EditView):
    """Edit; never a 500 for a value already taken."""


class ProfessionalEditView(CarefulEditView):
    """Edit a sheet. The row is locked from the comparison of versions to the save, so none slips in between."""

    object: Professional

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            self.object = get_object_or_404(Professional.objects.select_for_update(of=("self",)), pk=self.object.pk)
            return super().post(request, *args, **kwargs)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        url = self.object.get_absolute_url()
        sheet = Button(_("Voir la fiche publique"), url=url, icon_name="view", priority=5)
        shown = self.object.status == Professional.Status.PUBLISHED
        return [*([sheet] if shown else []), *super().header_more_buttons]


@require_POST
def confirm_areas(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm the supposed areas of one firm."""
    by = _allowed(request, "directory.change_professional")
    professional = get_object_or_404(Professional, pk=pk)
    count = services.confirm_areas(professional=professional, by=by)
    messages.success(request, _("%(name)s : zones confirmées (%(count)d).") % {"name": professional, "count": count})
    return _back(request, professional)


@require_POST
def handle_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one report as handled."""
    by = _allowed(request, "directory.change_correctionrequest")
    correction = get_object_or_404(CorrectionRequest, pk=pk)
    services.handle_correction(correction=correction, by=by)
    messages.success(request, _("Signalement %s traité.") % correction.reference)
    return _back(request, correction)


def import_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the row report of an import as a file (CSV, defused when it was written)."""
    _allowed(request, "directory.view_importrun")
    run = get_object_or_404(ImportRun, pk=pk)
    headers = {"Content-Disposition": f'attachment; filename="{run.report_name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(run.report.encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=headers)


def charter_template(request: HttpRequest) -> HttpResponse:
    """Give the empty file that `import_professionals` reads, with its columns and one example."""
    _allowed(request, "directory.view_importrun")
    headers = {"Content-Disposition": f'attachment; filename="{CHARTER_TEMPLATE.name}"'}
    return HttpResponse(CHARTER_TEMPLATE.read_bytes(), content_type="text/csv; charset=utf-8", headers=headers)


def _allowed(request: HttpRequest, permission: str) -> AbstractBaseUser:
    user = request.user
    if not (isinstance(user, AbstractBaseUser) and user.has_perm(permission)):
        raise PermissionDenied
    return user


def _back(request: HttpRequest, record: Any) -> HttpResponse:
    address = reverse(record.snippet_viewset.get_url_name("list"))
    return redirect(get_valid_next_url_from_request(request) or address)
