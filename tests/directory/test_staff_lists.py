"""What the lists of the back office show, find and cost."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from directory.models import Trade
from tests.directory import records
from tests.directory.staff_forms import LIST

pytestmark = pytest.mark.django_db


def fill(count):
    trades = [records.trade(f"metier-{number}") for number in range(3)]
    for number in range(count):
        firm = records.professional(f"Firme {number:04d}", siret=records.siret(number))
        records.practises(firm, *trades, source="rge")
        records.practises(firm, trades[0], source="charte")
        records.area(firm, kind="rayon", radius_km=50, supposed=True)


def test_the_list_costs_the_same_queries_whatever_its_length(staff, django_assert_num_queries):
    fill(2)
    staff.get(LIST)
    with django_assert_num_queries(15):
        staff.get(LIST)
    for number in range(2, 30):
        firm = records.professional(f"Firme {number:04d}")
        records.practises(firm, *Trade.objects.all()[:3])
    staff.get(LIST)

    with django_assert_num_queries(15):
        page = staff.get(LIST)

    assert page.context["paginator"].count == 30


def test_the_list_names_a_trade_once(staff):
    fill(1)

    page = staff.get(LIST).content.decode()

    assert page.count("Metier-0") == page.count("Metier-1")


@pytest.mark.parametrize(
    "typed", ['"', '5"', "   ", "\t", "\u200b", "\x00", "%", "_", "'", "a\\", "( OR", "x" * 5000, "a " * 600]
)
def test_no_search_breaks_the_list(staff, typed):
    records.professional("Atelier Fictif")

    assert staff.get(LIST, {"q": typed}).status_code == 200
    assert staff.get(f"{LIST}results/", {"q": typed}).status_code == 200


@pytest.mark.parametrize("typed", ["atelier", "FICTIF atelier", "ficti", "000"])
def test_finds_a_firm_by_words_or_siret(staff, typed):
    siret = records.siret(7)
    records.professional("Atelier Fictif", siret=siret)
    records.professional("Autre Maison", siret=records.siret(8))
    if typed == "000":
        typed = f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"

    page = staff.get(LIST, {"q": typed})

    assert [firm.name for firm in page.context["object_list"]] == ["Atelier Fictif"]


@pytest.mark.parametrize(
    "bad", ["p=-1", "p=abc", "p=1e9", "ordering=-password", "trade=abc", "status=x", "department=%00"]
)
def test_unknown_values_do_not_break_the_list(staff, bad):
    assert staff.get(f"{LIST}?{bad}").status_code == 200


def chosen(client, **filters):
    return {firm.name for firm in client.get(LIST, filters).context["object_list"]}


def test_filters_keep_what_they_say(staff):
    today, trade = localdate(), records.trade()
    plain = records.professional("Simple", source="equipe")
    due = records.professional(
        "Charte", charter_signed_on=today - timedelta(days=400), charter_review_on=today, commune_id="31555"
    )
    records.professional(
        "Charte récente", charter_signed_on=today, charter_review_on=today + timedelta(days=1), status="masque"
    )
    records.practises(due, trade, source="rge")
    records.practises(due, trade, source="charte")
    records.area(plain, kind="france", supposed=True)
    records.qualification(plain, ends=today - timedelta(days=1))
    records.qualification(due, ends=today)

    assert chosen(staff, charter="oui") == {"Charte"}
    assert chosen(staff, trade=trade.pk) == {"Charte"}
    assert chosen(staff, department="31") == {"Charte"}
    assert chosen(staff, supposed="oui") == {"Simple"}
    assert chosen(staff, expired="oui") == {"Simple"}
    assert chosen(staff, status="masque") == {"Charte récente"}
    assert staff.get(LIST, {"trade": trade.pk}).context["paginator"].count == 1
