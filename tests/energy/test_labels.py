"""Every threshold of the label of a dwelling, on both scales: a figure that equals a threshold is over it."""

from datetime import date
from decimal import Decimal

import pytest

from energy.labels import label
from energy.models import LabelThreshold
from energy.scales import scale_on

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
ENERGY = [("A", 70), ("B", 110), ("C", 180), ("D", 250), ("E", 330), ("F", 420)]  # kWhEP/m²/yr, arrêté du 31 mars 2021
CLIMATE = [("A", 6), ("B", 11), ("C", 30), ("D", 50), ("E", 70), ("F", 100)]  # kgCO2eq/m²/yr
HAIR = Decimal("0.01")


def edges(scale: list[tuple[str, int]]) -> list[tuple[Decimal, str]]:
    """List both sides of each threshold, with the letter that each one gives."""
    over = [letter for letter, _limit in scale[1:]] + ["G"]
    below = [(Decimal(limit) - HAIR, letter) for letter, limit in scale]
    return [*below, *((Decimal(limit), letter) for (_letter, limit), letter in zip(scale, over, strict=True))]


@pytest.mark.parametrize(("kwhep", "letter"), [(Decimal(0), "A"), *edges(ENERGY), (Decimal(2000), "G")])
def test_energy_alone_gives_its_letter(kwhep: Decimal, letter: str) -> None:
    assert label(kwhep, 0, scale_on(TODAY)) == letter


@pytest.mark.parametrize(("kgco2", "letter"), [(Decimal(0), "A"), *edges(CLIMATE), (Decimal(600), "G")])
def test_climate_alone_gives_its_letter(kgco2: Decimal, letter: str) -> None:
    assert label(0, kgco2, scale_on(TODAY)) == letter


@pytest.mark.parametrize("first", range(6))
@pytest.mark.parametrize("second", range(6))
def test_the_worse_of_the_two_letters_wins(first: int, second: int) -> None:
    (energy, kwhep), (climate, kgco2) = ENERGY[first], CLIMATE[second]

    assert label(kwhep - HAIR, kgco2 - HAIR, scale_on(TODAY)) == max(energy, climate)


def test_a_threshold_holds_from_its_day_on() -> None:
    LabelThreshold.objects.create(letter="A", kwhep_below=60, kgco2_below=5, in_force_from=date(2028, 1, 1))

    assert label(65, 5, scale_on(date(2027, 12, 31))) == "A"
    assert label(65, 4, scale_on(date(2028, 1, 1))) == "B"


def test_gives_no_letter_without_thresholds() -> None:
    LabelThreshold.objects.all().delete()

    assert label(10, 1, scale_on(TODAY)) == ""
