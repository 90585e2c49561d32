"""Blocks that show what is new elsewhere on the site: read at each display, by the tags of the room concerned."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, IntegerBlock, ListBlock, PageChooserBlock, StructBlock

from core.blocks.kept import KeptTextsMixin

HOUSING = [("maison", _("maison individuelle")), ("copropriete", _("copropriété"))]


class LatestNewsBlock(StructBlock):
    """The latest news."""

    title = CharBlock(label=_("titre"), max_length=120, default=_("Actualités"))
    count = IntegerBlock(label=_("combien"), min_value=1, max_value=6, default=3)
    housing = ChoiceBlock(label=_("pour quel logement"), choices=HOUSING, required=False)

    class Meta:
        icon = "calendar-alt"
        label = _("Dernières actualités")
        template = "blocks/news.html"


class CaseStudiesBlock(StructBlock):
    """Renovations chosen one by one."""

    title = CharBlock(label=_("titre"), max_length=120, default=_("Ils l’ont fait"))
    pages = ListBlock(
        PageChooserBlock(page_type="experiences.ExperiencePage"),
        label=_("retours d’expérience"), min_num=1, max_num=6,
    )  # fmt: skip

    class Meta:
        icon = "home"
        label = _("Retours d’expérience")
        template = "blocks/cases.html"


class DirectorySearchBlock(KeptTextsMixin, StructBlock):
    """The directory's search box, with a trade already written if the editor wants."""

    kept_texts = ("words",)  # the directory is searched in French

    title = CharBlock(label=_("titre"), max_length=120, default=_("Trouver un professionnel"))
    words = CharBlock(label=_("recherche déjà écrite"), max_length=80, required=False)
    housing = ChoiceBlock(label=_("pour quel logement"), choices=HOUSING, required=False)

    class Meta:
        icon = "search"
        label = _("Recherche dans l’annuaire")
        template = "blocks/directory.html"
