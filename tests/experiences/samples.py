"""A case study that holds together, for the tests: forty dwellings of the sixties, all told."""

from datetime import date
from decimal import Decimal
from typing import Any

from directory.models import Trade
from experiences.models import (
    ExperienceAid,
    ExperienceFirm,
    ExperienceIndexPage,
    ExperiencePage,
    ExperienceVote,
)
from tests.home.samples import experience

EXACT = (43.61234, 1.45678)
ADDRESS = "127 bis rue des Glycines, bâtiment C"
WHOLE: dict[str, Any] = {
    "summary": "Quarante logements isolés.",
    "commune_id": "31044",
    "for_houses": False,
    "dwellings": 40,
    "period": "1949-1974",
    "floor_area": 2600,
    "storeys": 5,
    "heating_mode": "collective",
    "heating_energy": "gas",
    "started_on": date(2024, 9, 2),
    "finished_on": date(2025, 9, 30),
    "method": "dpe",
    "measured_before_on": date(2023, 3, 1),
    "before_kwhep": Decimal("260"),
    "before_electricity_kwhep": Decimal("23"),
    "before_kgco2": Decimal("55"),
    "measured_after_on": date(2025, 11, 3),
    "after_kwhep": Decimal("110"),
    "after_electricity_kwhep": Decimal("23"),
    "after_kgco2": Decimal("20"),
    "cost": Decimal("1000000"),
    "loan_amount": Decimal("400000"),
    "loan_years": 20,
    "loan_rate": Decimal("0"),
    "address": ADDRESS,
    "register_number": "AB1234567",
    "latitude": EXACT[0],
    "longitude": EXACT[1],
    "precision": "quarter",
    "consent_holder": "Syndicat des copropriétaires",
    "consent_given_on": date(2026, 1, 1),
    "consent_expires_on": date(2030, 1, 1),
    "why": "<p>Il faisait froid.</p>",
    "quote": "On a bien fait.",
    "quote_author": "Nadia, présidente",
}


def whole_case(index: ExperienceIndexPage, title: str = "Les Tilleuls", **values: Any) -> ExperiencePage:
    """Publish it, with two aids, a vote, two works and a firm that has a name alone."""
    page = experience(index, title, **WHOLE | values)
    page.works.set(Trade.objects.filter(slug__in=["ite", "ventilation"]))
    page.aids.add(
        ExperienceAid(name="MaPrimeRénov’ Copropriété", amount=Decimal("500000"), kind="collective"),
        ExperienceAid(name="Prime de la Métropole", amount=Decimal("40000"), kind="individual"),
    )
    page.votes.add(
        ExperienceVote(held_on=date(2023, 6, 15), subject="Les travaux", majority="25", result="adopté, 78 % des voix")
    )
    page.firms.add(ExperienceFirm(role="architecte", name="Atelier fictif"))
    page.save()
    return page
