from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from core.models import BasePage, BodyPage
from experiences.forms import ExperiencePageForm
from experiences.models.building import Building
from experiences.models.money import Money
from experiences.models.performance import Performance
from experiences.models.place import Place
from experiences.models.project import Project
from experiences.models.querysets import ExperienceManager
from experiences.models.story import Story
from home.cards import CardFacts
from home.linked_data import described


class ExperiencePage(  # type: ignore[django-manager-missing]
    Place, Building, Project, Performance, Money, Story, BodyPage
):
    """One renovation: a house or a co-ownership, where, what was done, what it cost and what it gained."""

    kept_fields = (
        *BodyPage.kept_fields, "register_number", "address", "shown_address", "consent_holder", "label_before",
        "label_after",
    )  # fmt: skip
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page with what is worked out from what was typed."""
        self.work_out()
        super().save(*args, **kwargs)

    def work_out(self) -> None:
        """Set what is published of the place, the letters and the gain."""
        self.work_out_the_place()
        self.work_out_the_performance()

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
