"""Screens of the back office that bring case studies from a file and give them back in one."""

import csv
import io
from collections.abc import Callable
from functools import wraps
from itertools import islice
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from core.tables.errors import ImportRefused
from experiences.imports import exporting, services
from experiences.imports.reading import MAX_BYTES
from experiences.models import CaseImport, ExperienceIndexPage, ExperiencePage

View = Callable[..., HttpResponse]
FORMATS = {"csv": (exporting.as_csv, "text/csv; charset=utf-8"), "xlsx": (exporting.as_xlsx, exporting.XLSX)}
MOST_SHOWN = 20  # the last imports


class SendForm(forms.Form):
    """A file, and the list of case studies that it is for."""

    index = forms.ModelChoiceField(ExperienceIndexPage.objects.none(), label=gettext_lazy("Rubrique"), empty_label=None)
    file = forms.FileField(
        label=gettext_lazy("Fichier"),
        help_text=gettext_lazy("CSV ou classeur .xlsx, 5 Mo et 2 000 lignes au plus."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )

    def __init__(self, *args: Any, indexes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["index"]
        field.queryset = indexes
        if len(indexes) == 1:
            field.initial, field.widget = indexes[0].pk, forms.HiddenInput()

    def clean_file(self) -> Any:
        """Refuse what is too large before anybody reads it."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(_("Ce fichier dépasse %d Mo.") % (MAX_BYTES // 1_000_000))
        return file


def open_indexes(user: Any) -> Any:
    """Give the lists of case studies under which a person may add pages, those that stand for others left out."""
    indexes = ExperienceIndexPage.objects.filter(alias_of=None)
    allowed = [index.pk for index in indexes if index.permissions_for_user(user).can_add_subpage()]
    return ExperienceIndexPage.objects.filter(pk__in=allowed)


def for_editors(view: View) -> View:
    """Let in those who may add case studies somewhere."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        indexes = open_indexes(request.user)
        if not indexes:
            raise PermissionDenied
        return view(request, indexes, *args, **kwargs)

    return guarded


@require_http_methods(["GET", "POST"])
@for_editors
def send(request: HttpRequest, indexes: Any) -> HttpResponse:
    """Show the form and the last imports; take a file and say what it would change."""
    form = SendForm(request.POST or None, request.FILES or None, indexes=indexes)
    if request.method == "POST" and form.is_valid():
        file, index = form.cleaned_data["file"], form.cleaned_data["index"]
        sent = services.send(name=file.name, content=file.read(), index=index, by=request.user)
        return redirect("experiences_staff:import", sent.pk)
    last = CaseImport.objects.filter(index__in=indexes).select_related("sent_by").defer("content", "report")
    context = {"form": form, "last": last[:MOST_SHOWN], "header_title": _("Importer des fiches")}
    return render(request, "experiences/staff/import_form.html", context)


@require_GET
@for_editors
def show(request: HttpRequest, indexes: Any, pk: int) -> HttpResponse:
    """Say what an import would change, or changed."""
    sent = _import(indexes, pk)
    lines = list(islice(csv.reader(io.StringIO(sent.report), delimiter=";"), 1, MOST_SHOWN + 1))
    context = {"sent": sent, "lines": lines, "header_title": _("Import de fiches")}
    return render(request, "experiences/staff/import.html", context)


@require_POST
@for_editors
def confirm(request: HttpRequest, indexes: Any, pk: int) -> HttpResponse:
    """Write the drafts of an import that was rehearsed."""
    sent = _import(indexes, pk)
    try:
        done = services.confirm(pk=sent.pk, by=request.user)
        words = {"created": done.created, "changed": done.changed}
        messages.success(request, _("%(created)d brouillons créés, %(changed)d modifiés.") % words)
    except services.AlreadyOver:
        messages.warning(request, _("Cet import est déjà terminé."))
    except ImportRefused as refusal:
        messages.error(request, " ".join(refusal.reasons))
    return redirect("experiences_staff:import", sent.pk)


@require_GET
@for_editors
def report(request: HttpRequest, indexes: Any, pk: int) -> HttpResponse:
    """Give the row report as a file, defused when it was written."""
    sent = _import(indexes, pk)
    return _file(sent.report.encode("utf-8-sig"), "text/csv; charset=utf-8", sent.report_name)


@require_GET
@for_editors
def template(request: HttpRequest, indexes: Any, kind: str) -> HttpResponse:
    """Give the file to fill in."""
    return _rows(exporting.template_rows(), kind, "modele-fiches")


@require_GET
@for_editors
def export(request: HttpRequest, indexes: Any, kind: str) -> HttpResponse:
    """Give the case studies that this person may work on, as readers or the latest save have them."""
    pages: Any = ExperiencePage.objects.filter(alias_of=None).order_by("path").select_related("commune")
    found = pages.prefetch_related("works", "votes", "aids")
    mine = [page for page in found if any(page.path.startswith(index.path) for index in indexes)]
    return _rows(exporting.exported(mine), kind, "fiches")


def _import(indexes: Any, pk: int) -> CaseImport:
    sent: CaseImport = get_object_or_404(CaseImport.objects.defer("content").filter(index__in=indexes), pk=pk)
    return sent


def _rows(rows: Any, kind: str, name: str) -> HttpResponse:
    if kind not in FORMATS:
        raise Http404
    write, content_type = FORMATS[kind]
    return _file(write(rows), content_type, f"{name}.{kind}")


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=content_type, headers=headers)
