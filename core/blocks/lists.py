from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DateBlock, ListBlock, RichTextBlock, StructBlock

from core.blocks.text import SHORT_FEATURES


class FigureBlock(StructBlock):
    """A number that means something: with its unit, its date and its source."""

    value = CharBlock(label=_("nombre"), max_length=20, help_text=_("« 1 240 » ou « 43 % »."))
    label = CharBlock(label=_("ce qu’il compte, avec l’unité"), max_length=120)
    source = CharBlock(label=_("source"), max_length=120)
    date = DateBlock(label=_("à la date du"))

    class Meta:
        icon = "order"
        label = _("chiffre")


class FiguresBlock(StructBlock):
    """A few numbers side by side."""

    title = CharBlock(label=_("titre"), max_length=120, required=False)
    figures = ListBlock(FigureBlock(), label=_("chiffres"), min_num=1, max_num=6)

    class Meta:
        icon = "order"
        label = _("Chiffres clés")
        template = "blocks/figures.html"


class StepBlock(StructBlock):
    """One thing to do."""

    title = CharBlock(label=_("étape"), max_length=120)
    text = RichTextBlock(label=_("explication"), features=SHORT_FEATURES, required=False)

    class Meta:
        label = _("étape")


class StepsBlock(StructBlock):
    """Things to do, one after the other."""

    title = CharBlock(label=_("titre"), max_length=120, required=False)
    steps = ListBlock(StepBlock(), label=_("étapes"), min_num=2, max_num=12)

    class Meta:
        icon = "list-ol"
        label = _("Étapes")
        template = "blocks/steps.html"


class AccordionItemBlock(StructBlock):
    """A heading that opens on a text."""

    title = CharBlock(label=_("titre"), max_length=160)
    text = RichTextBlock(label=_("texte"), features=SHORT_FEATURES)

    class Meta:
        label = _("volet")


class AccordionBlock(StructBlock):
    """Texts that open one by one."""

    title = CharBlock(label=_("titre"), max_length=120, required=False)
    items = ListBlock(AccordionItemBlock(), label=_("volets"), min_num=1, max_num=30)

    class Meta:
        icon = "collapse-down"
        label = _("Accordéon")
        template = "blocks/accordion.html"
