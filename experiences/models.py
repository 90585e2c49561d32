from typing import Any, Self

from django.db import models
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from core.dates import month_in_words
from core.models import BasePage, BodyPage
from experiences.forms import ExperiencePageForm
from home.cards import CardFacts
from home.filters import Filter, by_housing
from home.linked_data import described
from home.listings import Asked, Listing, Order
from home.models.lists import ListPage
from home.querysets import CardQuerySet

LATEST_FIRST: Order = (models.F("finished_on").desc(nulls_last=True), "-pk")


class ExperienceIndexPage(ListPage):
    """Renovations told by those who lived them."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["experiences.ExperiencePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Retours d’expérience")
        verbose_name_plural = _("rubriques Retours d’expérience")

    def filters(self) -> tuple[Filter, ...]:
        """Narrow by housing."""
        return (by_housing(),)

    def order(self, asked: Asked) -> Order:
        """Put the latest works first."""
        return LATEST_FIRST

    def counted(self, listing: Listing) -> str:
        """Say how many case studies are found."""
        words = ngettext("%(n)s retour d’expérience", "%(n)s retours d’expérience", listing.total)
        return listing.counted(words, gettext("Aucun retour d’expérience"))


class ExperienceQuerySet(CardQuerySet):
    """Case studies, as one asks for them."""

    def latest_first(self) -> Self:
        """Sort by the end of the works."""
        return self.order_by(*LATEST_FIRST)

    def for_cards(self) -> Self:
        """Fetch what cards show."""
        return super().for_cards().select_related("commune")


ExperienceManager = PageManager.from_queryset(ExperienceQuerySet)


class ExperiencePage(BodyPage):
    """One renovation: a house or a co-ownership, where, and what was done."""

    commune = models.ForeignKey(
        "territories.Commune", verbose_name=_("commune"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    dwellings = models.PositiveIntegerField(_("nombre de logements"), null=True, blank=True)
    finished_on = models.DateField(_("fin des travaux"), null=True, blank=True)

    read_with = (*BodyPage.read_with, "commune")

    objects: Any = ExperienceManager()

    base_form_class = ExperiencePageForm
    content_panels = [
        *BodyPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("commune"), FieldPanel("dwellings"), FieldPanel("finished_on")], heading=_("Le bâtiment")
        ),
        BasePage.housing_panel,
    ]
    search_fields = [*BodyPage.search_fields, index.RelatedFields("commune", [index.SearchField("name")])]
    parent_page_types = ["experiences.ExperienceIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("retour d’expérience")
        verbose_name_plural = _("retours d’expérience")

    @property
    def dwellings_in_words(self) -> str:
        """Count the dwellings, empty when nobody said."""
        if not self.dwellings:
            return ""
        number = number_format(self.dwellings, force_grouping=True)
        return ngettext("%(n)s logement", "%(n)s logements", self.dwellings) % {"n": number}

    @property
    def finished_in_words(self) -> str:
        """Give the month when the works ended, empty when nobody said."""
        return month_in_words(self.finished_on) if self.finished_on else ""

    @property
    def card_facts(self) -> CardFacts:
        """Say where, how many dwellings, and when."""
        place = self.commune.name if self.commune else ""
        return CardFacts(
            kind=self.dwellings_in_words,
            when=self.finished_in_words,
            machine_when=f"{self.finished_on:%Y-%m}" if self.finished_on else "",
            place=place,
            tells_apart=place,
        )

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the page as an `Article` about a place."""
        place = {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": self.commune.name},
        } if self.commune else None  # fmt: skip
        return [described("Article", self, request, headline=self.title, contentLocation=place)]
