"""Letters, gains and amounts are worked out: at the factor and thresholds of the day, from what the documents say."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from core.models import Generation
from energy.models import PrimaryEnergyFactor
from experiences.models import ExperiencePage
from home.models import HomePage
from tests.experiences.samples import whole_case
from tests.home.samples import experience_index, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(home: HomePage) -> ExperiencePage:
    return whole_case(experience_index(home))


@time_machine.travel("2025-06-01")
def test_a_figure_made_at_todays_factor_is_the_documents_own(case: ExperiencePage) -> None:
    assert (case.before.kwhep, case.before.converted) == (Decimal(260), False)


@pytest.mark.parametrize(
    ("day", "kwhep"), [("2025-12-31", "110"), ("2026-01-01", "106"), ("2027-01-01", "104")]
)  # 23 of electricity are 10 kWh at 2.3: 19 at 1.9, 17 at 1.7
def test_a_factor_that_changes_by_date_changes_the_figure_and_not_the_measure(
    case: ExperiencePage, day: str, kwhep: str
) -> None:
    with time_machine.travel(day):
        assert case.after.kwhep == Decimal(kwhep)
        assert (case.after_kwhep, case.after.document) == (Decimal(110), Decimal(110))


def test_the_letters_and_the_gain_follow_the_factor(home: HomePage) -> None:
    with time_machine.travel("2025-12-31"):
        case = whole_case(experience_index(home))
        assert (case.label_before, case.label_after, case.gain_percent) == ("E", "C", 57)
    before = Generation.current()

    with time_machine.travel("2026-01-01"):
        call_command("refresh_cases")

    case.refresh_from_db()
    assert (case.label_before, case.label_after, case.gain_percent) == ("E", "C", 58)
    assert Generation.current() != before


def test_a_row_that_staff_change_changes_the_letters(case: ExperiencePage, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        PrimaryEnergyFactor.objects.create(energy="electricity", value="6", in_force_from=date(2026, 1, 2))

    case.refresh_from_db()
    assert case.after.kwhep == Decimal(147)
    assert case.gain_percent == 50


def test_a_figure_whose_electric_part_is_unknown_stays_at_its_own_factor(home: HomePage) -> None:
    case = whole_case(experience_index(home), after_electricity_kwhep=None)

    assert case.after.kwhep == 110
    assert case.after.factor.value == Decimal("2.3")


def test_energy_read_on_bills_gives_no_letter(home: HomePage) -> None:
    case = whole_case(experience_index(home), method="bills")

    assert (case.label_before, case.label_after) == ("", "")
    assert case.gain_percent is not None


def test_a_figure_without_its_climate_half_gives_no_letter(home: HomePage) -> None:
    assert whole_case(experience_index(home), after_kgco2=None).label_after == ""


def test_amounts_are_worked_out_for_each_dwelling(case: ExperiencePage) -> None:
    assert (case.aids_total, case.remaining) == (540_000, 460_000)
    assert (case.cost_per_dwelling, case.remaining_per_dwelling) == (25_000, 11_500)
    assert case.remaining_per_month == 42  # 400 000 € over 240 months at no rate, for 40 dwellings


def test_a_loan_with_a_rate_costs_more(home: HomePage) -> None:
    case = whole_case(experience_index(home), loan_rate=Decimal("3.6"))

    assert case.remaining_per_month == 59  # 2 340.44 € a month


def test_amounts_that_nobody_told_are_unknown(home: HomePage) -> None:
    case = whole_case(experience_index(home), cost=None, loan_amount=None, dwellings=None)

    assert (case.remaining, case.cost_per_dwelling, case.remaining_per_month) == (None, None, None)


def test_the_works_last_the_months_of_both_ends(case: ExperiencePage) -> None:
    assert case.duration_months == 13


def test_the_page_says_its_figures(client: Client, case: ExperiencePage) -> None:
    assert "Les Tilleuls" in read(client, case.get_url()).get_text()
