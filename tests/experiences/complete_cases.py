"""Complete case studies, as a pack compares them."""

from datetime import date
from decimal import Decimal
from typing import Any

from core.models import Picture
from directory.models import Trade
from experiences.models import ExperienceIndexPage, ExperiencePage
from experiences.models.parts import ExperienceAid, ExperiencePhoto, ExperienceVote
from tests.home.samples import experience

COMPLETE: dict[str, Any] = {
    "for_houses": False,
    "commune_id": "31044",
    "latitude": 43.61234,
    "longitude": 1.49876,
    "address": "12 bis rue des Tilleuls",
    "precision": "quarter",
    "consent_holder": "Mme Exacte",
    "consent_given_on": date(2025, 1, 10),
    "period": "1949-1974",
    "dwellings": 40,
    "lots": 96,
    "storeys": 5,
    "floor_area": 2600,
    "heating_mode": "collective",
    "heating_energy": "gas",
    "heating_energy_after": "heat-network",
    "started_on": date(2023, 3, 1),
    "finished_on": date(2024, 6, 30),
    "method": "audit",
    "measured_before_on": date(2021, 9, 1),
    "before_kwhep": Decimal("290"),
    "before_electricity_kwhep": Decimal("20"),
    "before_kgco2": Decimal("55"),
    "measured_after_on": date(2024, 9, 1),
    "after_kwhep": Decimal("120"),
    "after_electricity_kwhep": Decimal("15"),
    "after_kgco2": Decimal("12"),
    "bills_before": 62000,
    "bills_after": 30500,
    "cost": Decimal("1240000"),
    "loan_amount": Decimal("500000"),
    "loan_years": 15,
    "loan_rate": Decimal("3.2"),
    "quote": "On a voté au troisième essai, et personne ne regrette.",
    "quote_author": "La présidente du conseil syndical",
}


def complete_case(index: ExperienceIndexPage, title: str = "Les Tilleuls", **values: Any) -> ExperiencePage:
    """Publish a case of which everything is told; its works are those of the two first trades."""
    page = experience(index, title, **(COMPLETE | values))
    page.works.set(list(Trade.objects.order_by("position", "pk")[:2]))
    page.aids.add(ExperienceAid(name="MaPrimeRénov’ Copropriété", amount=Decimal("420000")))
    page.aids.add(ExperienceAid(name="Éco-chèque", amount=Decimal("60000")))
    page.votes.add(ExperienceVote(held_on=date(2022, 5, 12), subject="Travaux", majority="25", result="78 % des voix"))
    page.save()
    return page


def with_photos(page: ExperiencePage, before: Picture, after: Picture) -> ExperiencePage:
    """Give a case a picture from before and one from after."""
    page.photos.add(ExperiencePhoto(moment="before", picture=before, credit="A. Avant", alt="La façade grise"))
    page.photos.add(ExperiencePhoto(moment="after", picture=after, alt="La façade isolée, couleur sable"))
    page.save()
    return page
