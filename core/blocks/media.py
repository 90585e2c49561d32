from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock, TextBlock, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

PICTURES = {"picture": "picture", "video": "poster"}  # where the blocks of a page hold theirs


def pictures_of(body: Any) -> list[Any]:
    """List the pictures of a text (None for one that is gone)."""
    return [block.value.get(PICTURES[block.block_type]) for block in body if block.block_type in PICTURES]


class PictureBlock(StructBlock):
    """A picture, with what it shows for those who do not see it. Its credit is its own."""

    picture = ImageChooserBlock(label=_("image"))
    alt = CharBlock(
        label=_("description"), max_length=250, required=False,
        help_text=_("Ce que l’image apprend à qui la voit. Vide : la description enregistrée avec l’image."),
    )  # fmt: skip
    decorative = BooleanBlock(label=_("décorative : elle n’apprend rien de plus que le texte"), required=False)
    caption = CharBlock(label=_("légende"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        label_format = "{picture}"  # else a closed block is named "Image Non", after its tick box
        template = "blocks/picture.html"


class VideoBlock(StructBlock):
    """A film that another site shows; nothing is asked of that site before the reader clicks."""

    title = CharBlock(label=_("titre"), max_length=160)
    url = URLBlock(label=_("adresse de la vidéo"), help_text=_("L’adresse de la page où on la regarde."))
    duration = CharBlock(label=_("durée"), max_length=20, required=False, help_text=_("« 3 min 20 »."))
    poster = ImageChooserBlock(label=_("image d’attente"), required=False)
    transcript = TextBlock(label=_("transcription"), required=False)

    def clean(self, value: Any) -> Any:
        """Refuse a site whose films the pages may not show (`settings.VIDEO_HOSTS`)."""
        cleaned: Mapping[str, Any] = super().clean(value)
        if urlsplit(cleaned["url"]).hostname not in settings.VIDEO_HOSTS:
            known = ", ".join(settings.VIDEO_HOSTS)
            error = ValidationError(
                _("Ce site de vidéos n’est pas prévu. Ceux qui le sont : %(known)s.") % {"known": known}
            )
            raise StructBlockValidationError(block_errors={"url": error})
        return cleaned

    class Meta:
        icon = "media"
        label = _("Vidéo")
        template = "blocks/video.html"
