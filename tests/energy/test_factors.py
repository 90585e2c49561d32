"""The primary-energy factor follows the date, and pages follow the factor."""

from datetime import date
from decimal import Decimal

import pytest

from core.models import Generation
from energy.models import PrimaryEnergyFactor
from energy.scales import factor_on

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2021, 6, 30), "2.58"),
        (date(2021, 7, 1), "2.3"),
        (date(2025, 12, 31), "2.3"),
        (date(2026, 1, 1), "1.9"),
        (date(2026, 12, 31), "1.9"),
        (date(2027, 1, 1), "1.7"),
    ],
)
def test_the_factor_of_electricity_changes_by_date(day: date, value: str) -> None:
    assert factor_on(day).value == Decimal(value)


@pytest.mark.parametrize("energy", ["gas", "oil", "wood", "heat-network", "lpg"])
def test_what_is_burnt_counts_for_itself(energy: str) -> None:
    assert factor_on(date(2026, 11, 24), energy).value == 1


def test_an_unknown_energy_has_no_factor() -> None:
    assert factor_on(date(2026, 11, 24), "hydrogène") is None


def test_what_was_not_surely_known_says_so() -> None:
    doubtful = PrimaryEnergyFactor.objects.filter(energy="electricity", source__contains="[à vérifier]")

    assert [row.value for row in doubtful] == [Decimal("2.58"), Decimal("1.7")]


def test_a_row_that_staff_change_is_read_at_once_and_ends_the_cached_pages() -> None:
    assert factor_on(date(2026, 6, 1)).value == Decimal("1.9")
    before = Generation.current()

    row = PrimaryEnergyFactor.objects.get(energy="electricity", in_force_from=date(2026, 1, 1))
    row.value = Decimal("1.8")
    row.save()

    assert factor_on(date(2026, 6, 1)).value == Decimal("1.8")
    assert Generation.current() != before


def test_reads_no_row_twice(django_assert_num_queries) -> None:
    factor_on(date(2026, 6, 1))

    with django_assert_num_queries(0):
        factor_on(date(2021, 1, 1))
