"""The back office's screens of documents: Wagtail's own, which also say what a PDF lacks."""

from typing import Any

from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import CreateView, EditView, IndexView


class DocumentList(IndexView):
    """The list, with each PDF's pages and what it lacks."""

    @cached_property
    def columns(self) -> list[Any]:
        """Add two columns after the file's name."""
        columns = list(super().columns)
        columns[3:3] = [
            Column("pages", label=_("Pages"), accessor=lambda document: document.pages or ""),
            Column("accessibility", label=_("Accessibilité du PDF")),
        ]
        return columns


class _Advised:
    object: Any
    request: Any

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the document, and say what it lacks."""
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        if "file" in form.changed_data and self.object.advice:
            messages.warning(self.request, self.object.advice)
        return answer


class NewDocument(_Advised, CreateView):
    """The form of a new document."""


class DocumentSheet(_Advised, EditView):
    """The form of a document."""
