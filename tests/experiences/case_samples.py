"""Cases over the Métropole for the tests: enough of them for every filter to keep some and leave some out."""

import random
from datetime import date
from decimal import Decimal
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from directory.models import Trade
from experiences.models import ExperienceIndexPage, ExperiencePage
from experiences.vocabulary import HeatingEnergy, Period
from tests.home.samples import experience, read

COMMUNES = ("31555", "31044", "31149", "31069")
WORKS = ("ite", "menuiseries", "chauffage", "ventilation")
CONSENT = {"consent_holder": "Le conseil syndical", "consent_given_on": date(2026, 1, 1)}


def figures(before: float, after: float) -> dict[str, Any]:
    """Give the figures of a DPE before and after works, kWhEP/m²/yr."""
    return {
        "method": "dpe",
        "measured_before_on": date(2022, 3, 1),
        "measured_after_on": date(2026, 3, 1),
        "before_kwhep": Decimal(str(before)),
        "after_kwhep": Decimal(str(after)),
        "before_kgco2": Decimal("20"),
        "after_kgco2": Decimal("5"),
    }


def case(index: ExperienceIndexPage, title: str = "Les Tilleuls", *works: str, **values: Any) -> ExperiencePage:
    """Publish a case at a known place, with these works (slugs of trades)."""
    placed = {"commune_id": "31555", "latitude": 43.6047, "longitude": 1.4442, "precision": "street"} | CONSENT
    page = experience(index, title, **(placed | values))
    if works:
        page.works.set(Trade.objects.filter(slug__in=works))
        page.save()
    return page


def many(index: ExperienceIndexPage, count: int) -> None:
    """Publish cases that differ in everything one may ask; two have no figures, one no position."""
    chance = random.Random(7)
    for number in range(count):
        shared = number % 3 > 0
        case(
            index,
            f"Cas {number}",
            *chance.sample(WORKS, number % 3),
            for_houses=not shared or number % 7 == 0,
            for_coownerships=shared,
            period=chance.choice(["", *Period.values]),
            dwellings=chance.choice([1, 9, 10, 49, 50, 199, 200]) if shared else None,
            heating_energy=chance.choice(["", *HeatingEnergy.values]),
            commune_id=chance.choice(COMMUNES) if number != 4 else None,
            latitude=43.6 + chance.uniform(-0.05, 0.05) if number != 4 else None,
            longitude=1.44 + chance.uniform(-0.05, 0.05) if number != 4 else None,
            finished_on=date(2015 + number % 11, 1 + number % 12, 1),
            **(figures(chance.randint(200, 450), chance.randint(60, 260)) if number > 1 else {}),
        )


def listed(client: Client, query: str) -> list[int]:
    """List the keys of the cases over every page of the list."""
    page = read(client, f"/experiences/?{query}")
    keys = keys_of(page)
    while following := page.select_one(".pagination a[rel=next]"):
        page = read(client, str(following["href"]))
        keys += keys_of(page)
    return keys


def keys_of(page: BeautifulSoup) -> list[int]:
    """List the keys of the cases of one page of the list."""
    return [int(item["data-case"]) for item in page.select("[data-case]")]
