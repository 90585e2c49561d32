from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import ListBlock, StreamBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from core.blocks.lists import FigureBlock
from core.languages import language_of
from core.models import BodyPage
from core.page_links import addresses
from core.structured_data import Node
from home.front_door import described


class NumbersBlock(StreamBlock):
    """The numbers of the home page."""

    figures = ListBlock(FigureBlock(), label=_("chiffres"), min_num=1, max_num=4, icon="order")


class HomePage(BodyPage):
    """The front door: the search box, the two routes, what is new, some numbers."""

    house_page = models.ForeignKey(
        Page, verbose_name=_("page « une maison »"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+", help_text=_("Où mène la première des deux entrées. Vide : l’annuaire."),
    )  # fmt: skip
    coownership_page = models.ForeignKey(
        Page, verbose_name=_("page « une copropriété »"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+", help_text=_("Où mène la seconde. Vide : l’annuaire."),
    )  # fmt: skip
    numbers = StreamField(
        NumbersBlock(max_num=1), verbose_name=_("chiffres"), blank=True,
        help_text=_("Chacun avec son unité, sa date et sa source."),
    )  # fmt: skip

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("picture"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("house_page"), FieldPanel("coownership_page")])], heading=_("Les deux entrées")
        ),
        FieldPanel("numbers"),
        FieldPanel("body"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.NewsIndexPage",
        "home.EventIndexPage",
        "home.ResourceIndexPage",
        "experiences.ExperienceIndexPage",
        "home.StandardPage",
        "home.FaqPage",
        "home.GlossaryPage",
        "home.ContactPage",
        "home.LegalNoticePage",
        "home.PrivacyPage",
        "home.AccessibilityPage",
        "home.SiteMapPage",
    ]

    class Meta:
        verbose_name = _("page d’accueil")
        verbose_name_plural = _("pages d’accueil")

    @cached_property
    def routes(self) -> dict[str, str]:
        """Give the address of the page for each kind of housing, empty when there is none to read."""
        chosen = {"maison": self.house_page_id, "copropriete": self.coownership_page_id}
        with override(language_of(self.locale_id)):
            known = addresses(str(pk) for pk in chosen.values() if pk)
        return {housing: known.get(str(pk), "") for housing, pk in chosen.items()}

    @property
    def figures(self) -> list[Any]:
        """List the numbers."""
        return [figure for block in self.numbers for figure in block.value]

    def structured_data(self, request: HttpRequest) -> list[Node]:
        """Describe the site, with its search, and the service that it opens on."""
        return described(self, request)
