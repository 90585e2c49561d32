"""The words that records answer to, and numbers that firms have."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from directory.models import (
    Professional,
    ProfessionalTrade,
    Qualification,
    ServiceArea,
    Trade,
)
from directory.models.trades import MAX_TRADES
from directory.validators import validate_siret
from tests.directory import records

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 31)


def test_a_new_trade_takes_the_first_free_bit():
    Trade.objects.all().delete()
    first, second, third = records.trade("a"), records.trade("b"), records.trade("c")
    second.delete()

    fourth = records.trade("d")

    assert (first.bit, third.bit, fourth.bit) == (0, 2, 1)


def test_a_sixty_first_trade_is_refused_in_words():
    for number in range(Trade.objects.count(), MAX_TRADES):
        records.trade(f"metier-{number}")

    with pytest.raises(ValidationError, match="maximum"):
        records.trade("un-de-trop")


@pytest.mark.parametrize("number", [records.siret(1), records.siret(60_000), "35600000000048", "35600000000001"])
def test_accepts_siret_numbers_and_the_exception_of_la_poste(number):
    validate_siret(number)


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (records.siret(1)[:-1] + "0", "clé de contrôle"),
        ("35600000012345", "clé de contrôle"),
        ("1234567890123", "14 chiffres"),
        ("8.02E+13", "14 chiffres"),
        ("７３２８２９３２００００７４", "14 chiffres"),
        ("732 829 320 00074", "14 chiffres"),
    ],
)
def test_says_in_french_why_a_siret_is_refused(number, message):
    with pytest.raises(ValidationError) as error:
        validate_siret(number)

    assert message in error.value.messages[0]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("L’Atelier d'Été", "l-atelier-d-ete"),
        ("SARL Cœur & Bois", "sarl-coeur-bois"),
        ("東京", "fiche"),
        ("", "fiche"),
        ("a" * 200, "a" * 60),
        ("x" * 59 + " y", "x" * 59),
    ],
)
def test_the_slug_follows_the_name(name, slug):
    assert Professional(name=name).slug == slug


def test_the_address_of_a_sheet_holds_its_slug_and_number():
    firm = records.professional("Atelier Fictif")

    assert firm.get_absolute_url() == f"/annuaire/atelier-fictif-{firm.pk}/"


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [
        (None, TODAY, True),
        (None, TODAY - timedelta(days=1), False),
        (TODAY, TODAY, True),
        (TODAY + timedelta(days=1), TODAY + timedelta(days=9), False),
    ],
)
def test_a_qualification_holds_up_to_its_last_day(starts, ends, holds):
    records.qualification(records.professional(), starts=starts, ends=ends)

    assert Qualification.objects.valid_on(TODAY).exists() is holds


def test_only_published_sheets_are_public():
    shown, _hidden = records.professional(), records.professional(status=Professional.Status.HIDDEN)

    assert list(Professional.objects.published()) == [shown]


def test_a_trade_that_two_sources_name_is_read_once():
    firm = records.professional()
    first, second = records.trade("b", position=1), records.trade("a", position=2)
    records.practises(firm, second, first, source="rge")
    records.practises(firm, first, source="charte")

    assert firm.trade_list == [first, second]


def test_the_trades_of_a_list_are_fetched_at_once(django_assert_num_queries):
    trade = records.trade()
    for number in range(5):
        records.practises(records.professional(f"Firme {number}"), trade)

    with django_assert_num_queries(4):
        lists = [firm.trade_list for firm in Professional.objects.for_cards()]

    assert lists == [[trade]] * 5


def test_trades_of_a_housing_kind():
    Trade.objects.all().delete()
    house, shared = records.trade("a", for_coownerships=False), records.trade("b", for_houses=False)

    assert list(Trade.objects.for_housing("maison")) == [house]
    assert list(Trade.objects.for_housing("copropriete")) == [shared]
    assert list(Trade.objects.for_housing(None)) == [house, shared]


def test_lines_go_with_their_sheet():
    firm = records.professional()
    records.practises(firm, records.trade())
    records.area(firm, kind="france")

    firm.delete()

    assert not ProfessionalTrade.objects.exists()
    assert not ServiceArea.objects.exists()
