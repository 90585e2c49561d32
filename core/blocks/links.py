from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, RichTextBlock, StructBlock, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from core.blocks.kept import KeptTextsMixin
from core.blocks.text import SHORT_FEATURES


class LinkBlock(StructBlock):
    """A link to a page or to an address: one of the two."""

    label = CharBlock(label=_("texte du lien"), max_length=80)
    page = PageChooserBlock(label=_("page"), required=False)
    url = URLBlock(label=_("ou adresse"), required=False)

    def clean(self, value: Any) -> Any:
        """Refuse a link that leads nowhere, or to two places."""
        cleaned: Mapping[str, Any] = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            error = ValidationError(_("Donnez une page ou une adresse, l’une des deux."))
            raise StructBlockValidationError(block_errors={"page": error})
        return cleaned


class CallToActionBlock(StructBlock):
    """An invitation to do one thing."""

    title = CharBlock(label=_("titre"), max_length=120)
    text = RichTextBlock(label=_("texte"), features=SHORT_FEATURES, required=False)
    link = LinkBlock(label=_("lien"))

    class Meta:
        icon = "pick"
        label = _("Appel à l’action")
        template = "blocks/call.html"


class AppointmentBlock(StructBlock):
    """The button that leads to an adviser."""

    title = CharBlock(label=_("titre"), max_length=120, default=_("Un conseiller pour votre projet"))
    text = RichTextBlock(label=_("texte"), features=SHORT_FEATURES, required=False)

    class Meta:
        icon = "date"
        label = _("Bouton de rendez-vous")
        template = "blocks/appointment.html"


class ContactBlock(KeptTextsMixin, StructBlock):
    """Where a human answers. Left blank, the site's own desk, as its settings say."""

    kept_texts = ("phone", "email", "address")

    name = CharBlock(label=_("nom"), max_length=120, required=False, help_text=_("Vide : le guichet du site."))
    phone = CharBlock(label=_("téléphone"), max_length=20, required=False)
    email = CharBlock(label=_("adresse électronique"), max_length=120, required=False)
    hours = CharBlock(label=_("horaires"), max_length=160, required=False)
    address = CharBlock(label=_("adresse"), max_length=200, required=False)

    class Meta:
        icon = "mail"
        label = _("Contact d’un guichet")
        template = "blocks/contact.html"


class DocumentListBlock(StructBlock):
    """Files to download, each with its type, weight and language."""

    title = CharBlock(label=_("titre"), max_length=120, required=False)
    documents = ListBlock(DocumentChooserBlock(), label=_("documents"), min_num=1, max_num=20)

    class Meta:
        icon = "doc-full-inverse"
        label = _("Documents à télécharger")
        template = "blocks/documents.html"
