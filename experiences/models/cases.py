from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core.models import BasePage, BodyPage
from core.pictures.queries import fetch_renditions
from experiences import checks
from experiences.completeness import completeness
from experiences.forms import ExperiencePageForm
from experiences.models.building import Building
from experiences.models.money import Money
from experiences.models.performance import Performance
from experiences.models.place import Place
from experiences.models.project import Project
from experiences.models.querysets import ExperienceManager
from experiences.models.story import Story
from experiences.panels import edit_handler
from experiences.sheet import Sheet
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
    edit_handler = edit_handler(BasePage.promote_panels, BasePage.settings_panels)
    search_fields = [
        *BodyPage.search_fields,
        *(index.SearchField(name) for name in ("why", "obstacles", "assembly", "lessons", "quote", "shown_address")),
        index.RelatedFields("commune", [index.SearchField("name")]),
    ]
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
        """Set what is published of the place, the letters, the gain, and how complete the sheet is."""
        self.work_out_the_place()
        self.work_out_the_performance()
        self.completeness = completeness(self).percent

    @classmethod
    def own_problems(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Give what does not hold together, and what nobody agreed to publish."""
        for found in (
            checks.place_problems, checks.consent_problems, checks.date_problems, checks.energy_problems,
            checks.loan_problems,
        ):  # fmt: skip
            yield from found(values)

    def problems_of_lines(self) -> Iterator[str]:
        """Give what does not add up with the aids."""
        accounts = checks.Accounts(self.cost, self.aids_total, self.loan_amount, self.own_funds)
        return (problem for _name, problem in checks.money_problems(accounts))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page while its consent holds: the worker withdraws it soon after, this at once."""
        if not self.consent_holds:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is worked out, of a draft too, and the lines, each kind read once."""
        self.work_out_the_place()
        self.work_out_the_performance()
        if self.pk:
            models.prefetch_related_objects([self], "aids")  # amounts are counted from them, several times
        photos = tuple(self.photos.select_related("picture").all())
        fetch_renditions([photo.picture for photo in photos])
        return super().get_context(request, *args, **kwargs) | {"sheet": Sheet(self, photos)}

    @property
    def card_facts(self) -> CardFacts:
        """Say where, how many dwellings, when, what it changed and what it cost."""
        place = self.commune.name if self.commune else ""
        return CardFacts(
            kind=self.dwellings_in_words,
            when=self.finished_in_words,
            machine_when=f"{self.finished_on:%Y-%m}" if self.finished_on else "",
            place=place,
            tells_apart=place,
            change=self.change_in_words,
            amount=self.cost_in_words,
        )

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the page as an `Article` about a place."""
        place = {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": self.commune.name},
        } if self.commune else None  # fmt: skip
        return [described("Article", self, request, headline=self.title, contentLocation=place)]
