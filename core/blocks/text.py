from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock
from wagtail.blocks import TextBlock as PlainTextBlock

FEATURES = ["h2", "h3", "h4", "bold", "italic", "ul", "ol", "link", "document-link"]
INLINE_FEATURES = ["bold", "italic", "link", "document-link"]
SHORT_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class TextBlock(RichTextBlock):
    """Paragraphs, headings from the second level on, lists and links."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"features": FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Texte")
        template = "blocks/text.html"


class QuoteBlock(StructBlock):
    """What somebody said."""

    text = PlainTextBlock(label=_("citation"), max_length=500)
    author = CharBlock(label=_("qui le dit"), max_length=120)
    role = CharBlock(label=_("à quel titre"), max_length=120, required=False)

    class Meta:
        icon = "openquote"
        label = _("Citation")
        template = "blocks/quote.html"
