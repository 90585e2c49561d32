"""The form of a document in the back office, wherever it is sent from."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from core.documents.uploads import check
from core.languages import languages


class DocumentForm(BaseDocumentForm):
    """A document whose content is what its name says; a PDF's language is its own unless the editor says another."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if file := self.fields.get("file"):
            file.help_text = _("PDF, ODT, ODS, DOCX, XLSX ou CSV ; %(weight)s au plus.") % {
                "weight": file.max_upload_size_text
            }
        if not self.instance.pk:
            self.fields["language"].required = False
            self.fields["language"].choices = [("", _("celle que le fichier indique")), *languages()]
            self.initial["language"] = ""
        elif advice := self.instance.advice:
            self.fields["title"].help_text = self["title"].help_text = advice  # Wagtail has already drawn the latter

    def clean_file(self) -> Any:
        """Refuse a file that is not what it says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check(file)
        return file

    def save(self, commit: bool = True) -> Any:
        """Leave the language blank for the file to tell it."""
        if not self.cleaned_data.get("language"):
            self.instance.language = ""
        return super().save(commit=commit)
