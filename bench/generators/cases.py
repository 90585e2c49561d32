"""Fictitious cases over a territory: the same ones for the same number."""

import random
from datetime import date
from decimal import Decimal
from typing import Any

from wagtail.models import Site

from core.models import Picture
from directory.models import Trade
from experiences.models import ExperienceIndexPage, ExperiencePage
from experiences.vocabulary import HeatingEnergy, HeatingMode, Period
from territories.models import Commune

WORKS = (
    "ite",
    "isolation-combles",
    "menuiseries",
    "ventilation",
    "chauffage",
    "pompe-a-chaleur",
    "facade",
    "planchers-bas",
)
NAMES = ("Les Tilleuls", "Bellevue", "Le Parc", "Les Violettes", "Saint-Exupéry", "Les Cèdres", "Le Canal", "Mermoz")
SPREAD = 0.018  # degrees around the centre of a commune


def build(count: int, epci: str = "243100518") -> None:
    """Add cases to the list of the default site."""
    chance = random.Random(31)
    root = Site.objects.get(is_default_site=True).root_page
    index = ExperienceIndexPage.objects.child_of(root).get()
    communes = list(Commune.objects.filter(epci=epci).order_by("-population"))
    weights = [commune.population for commune in communes]
    trades = list(Trade.objects.filter(slug__in=WORKS))
    pictures: list[Any] = [None, *Picture.objects.order_by("pk")]
    for number in range(count):
        (commune,) = chance.choices(communes, weights)
        page = index.add_child(instance=_page(number, commune, chance, chance.choice(pictures)))
        page.works.set(chance.sample(trades, chance.randint(1, 5)))
        page.save()


def _page(number: int, commune: Commune, chance: random.Random, picture: Any) -> ExperiencePage:
    shared = chance.random() < 0.8
    before = chance.randint(190, 460)
    title = f"{'Résidence' if shared else 'Maison'} {chance.choice(NAMES)} {number}"
    return ExperiencePage(
        title=title,
        slug=f"cas-mesure-{number}",
        picture=picture,
        for_houses=not shared,
        for_coownerships=shared,
        commune=commune,
        latitude=(commune.latitude or 0) + chance.uniform(-SPREAD, SPREAD),
        longitude=(commune.longitude or 0) + chance.uniform(-SPREAD, SPREAD),
        precision=chance.choice(("exact", "street", "quarter")),
        consent_holder="Le conseil syndical",
        consent_given_on=date(2026, 1, 15),
        period=chance.choice(Period.values),
        dwellings=chance.choice((8, 24, 40, 64, 120, 250)) if shared else 1,
        heating_mode=chance.choice(HeatingMode.values),
        heating_energy=chance.choice(HeatingEnergy.values),
        finished_on=date(chance.randint(2015, 2026), chance.randint(1, 11), 1),
        **_figures(before, before * chance.uniform(0.3, 0.85)),
    )


def _figures(before: float, after: float) -> dict[str, Any]:
    return {
        "method": "dpe",
        "measured_before_on": date(2022, 3, 1),
        "before_kwhep": _two(before),
        "before_kgco2": _two(before / 5),
        "measured_after_on": date(2025, 3, 1),
        "after_kwhep": _two(after),
        "after_kgco2": _two(after / 6),
    }


def _two(figure: float) -> Decimal:
    return Decimal(f"{figure:.2f}")
