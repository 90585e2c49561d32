"""What is checked when a page is about to be read by the public; a draft may still be unfinished."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from core.editorial import field_problems
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
        if not self.is_draft:
            for name, problem in field_problems(type(self.instance), cleaned):
                self.add_error(name, problem)
        return cleaned
