"""The blocks that a page is made of: one list, the same on every page; each block’s template is in templates/blocks/.

A block that shows another room's pages names them by a string, and its template asks that room's tags: `core` imports
nobody.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from core.blocks.links import AppointmentBlock, CallToActionBlock, ContactBlock, DocumentListBlock
from core.blocks.lists import AccordionBlock, FiguresBlock, StepsBlock
from core.blocks.live import CaseStudiesBlock, DirectorySearchBlock, LatestNewsBlock
from core.blocks.media import PictureBlock, VideoBlock
from core.blocks.tables import TableBlock
from core.blocks.text import QuoteBlock, TextBlock

__all__ = ["BodyBlock"]


class BodyBlock(StreamBlock):
    """The text of a page."""

    text = TextBlock(group=_("Écrire"))
    quote = QuoteBlock(group=_("Écrire"))
    steps = StepsBlock(group=_("Écrire"))
    accordion = AccordionBlock(group=_("Écrire"))
    table = TableBlock(group=_("Écrire"))
    figures = FiguresBlock(group=_("Montrer"))
    picture = PictureBlock(group=_("Montrer"))
    video = VideoBlock(group=_("Montrer"))
    documents = DocumentListBlock(group=_("Montrer"))
    news = LatestNewsBlock(group=_("Montrer"))
    cases = CaseStudiesBlock(group=_("Montrer"))
    call = CallToActionBlock(group=_("Agir"))
    appointment = AppointmentBlock(group=_("Agir"))
    contact = ContactBlock(group=_("Agir"))
    directory = DirectorySearchBlock(group=_("Agir"))

    class Meta:
        template = "blocks/body.html"
