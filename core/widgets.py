"""What editors fill in, where Django's or Wagtail's own would not do."""

from typing import Any

from django.forms import CheckboxSelectMultiple
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea

from core.text import storable


class TickBoxes(CheckboxSelectMultiple):
    """Several choices, each a box to tick."""


class RichTextArea(DraftailRichTextArea):
    """Wagtail's editor of rich text, without the characters that no database keeps.

    Forms refuse them in plain text; here they travel inside JSON, where nobody looks for them.
    """

    def value_from_datadict(self, *args: Any) -> str | None:
        """Give the text, fit to be stored; None when none was sent."""
        text: str | None = super().value_from_datadict(*args)
        return text and storable(text)
