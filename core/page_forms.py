"""What is checked when a page is about to be read by the public; a draft may still be unfinished."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from core.editorial import problems
from core.text import clean


class CheckedPageForm(WagtailAdminPageForm):
    """The form of every page: at publishing, headings follow each other, pictures and links say what they are."""

    is_draft = False

    def defer_required_fields(self) -> None:
        """Let a draft be saved as it is: Wagtail calls this when nobody publishes."""
        super().defer_required_fields()
        self.is_draft = True

    def clean(self) -> dict[str, Any]:
        """Refuse to publish a text that some readers could not use."""
        cleaned = super().clean()
        if cleaned.get("title") and not clean(cleaned["title"]):
            self.add_error("title", _("Le titre n’a aucun caractère visible."))
        body = cleaned.get("body")
        if not self.is_draft and body:
            for problem in problems(body):
                self.add_error("body", problem)
        if not self.is_draft and not (cleaned.get("for_houses", True) or cleaned.get("for_coownerships", True)):
            self.add_error("for_houses", _("Une page concerne au moins un type de logement."))
        return cleaned
