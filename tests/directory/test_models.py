"""What the database itself refuses, and the words that records answer to."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from directory.models import (
    CorrectionRequest,
    SourceRecord,
    TradeSynonym,
)
from directory.models.trades import MAX_TRADES
from tests.directory import records

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 31)


def refused(make, **fields):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        make(**fields)
    return str(error.value)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"latitude": 43.6}, "professional_position_whole_and_on_earth"),
        ({"longitude": 1.4}, "professional_position_whole_and_on_earth"),
        ({"latitude": 91, "longitude": 1.4}, "professional_position_whole_and_on_earth"),
        ({"latitude": 43.6, "longitude": -181}, "professional_position_whole_and_on_earth"),
        ({"siret": "1234567890123"}, "professional_siret_has_14_digits"),
        ({"siret": "1234567890123x"}, "professional_siret_has_14_digits"),
        ({"siret": ""}, "professional_siret_has_14_digits"),
        ({"for_houses": False, "for_coownerships": False}, "professional_has_a_housing_kind"),
        ({"charter_review_on": TODAY}, "charter_review_follows_signature"),
        ({"charter_signed_on": TODAY, "charter_review_on": TODAY}, "charter_review_follows_signature"),
    ],
)
def test_the_database_refuses_a_professional_that_makes_no_sense(fields, constraint):
    message = refused(records.professional, **fields)

    assert constraint in message


def test_a_charter_may_have_no_review_date_yet():
    firm = records.professional(charter_signed_on=TODAY)

    assert firm.pk


def test_a_siret_belongs_to_one_sheet():
    records.professional(siret=records.siret(1))

    assert "siret" in refused(records.professional, siret=records.siret(1))


def test_many_sheets_may_have_no_siret():
    records.professional(siret=None)

    assert records.professional(siret=None).pk


AREAS = [
    {"kind": "commune", "commune_id": "31555"},
    {"kind": "epci", "epci_id": "243100518"},
    {"kind": "departement", "department_id": "31"},
    {"kind": "region", "region_id": "76"},
    {"kind": "france"},
    {"kind": "rayon", "radius_km": 50},
]


@pytest.mark.parametrize("fields", AREAS)
def test_the_same_area_stands_once_per_firm_and_source(fields):
    firm = records.professional()
    records.area(firm, **fields)

    assert "area_once_per_professional" in refused(records.area, firm=firm, **fields)


@pytest.mark.parametrize("fields", AREAS)
def test_the_same_area_for_one_trade_stands_once(fields):
    firm, trade = records.professional(), records.trade()
    records.area(firm, trade=trade, **fields)

    assert "area_once_per_professional" in refused(records.area, firm=firm, trade=trade, **fields)


@pytest.mark.parametrize(
    "other", [{"radius_km": 30}, {"source": "rge"}, {"kind": "france", "radius_km": None}, {"trade": True}]
)
def test_areas_that_differ_in_one_thing_stand_together(other):
    firm = records.professional()
    fields = {"kind": "rayon", "radius_km": 50} | other
    if "trade" in fields:
        fields["trade"] = records.trade()
    records.area(firm, kind="rayon", radius_km=50)

    assert records.area(firm, **fields).pk


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "commune"},
        {"kind": "commune", "commune_id": "31555", "radius_km": 10},
        {"kind": "france", "region_id": "76"},
        {"kind": "rayon", "commune_id": "31555"},
        {"kind": "ailleurs"},
    ],
)
def test_an_area_fills_the_column_of_its_kind_and_no_other(fields):
    message = refused(records.area, firm=records.professional(), **fields)

    assert "area_columns_follow_kind" in message


def test_a_radius_comes_from_the_closed_list():
    message = refused(records.area, firm=records.professional(), kind="rayon", radius_km=42)

    assert "area_radius_in_closed_list" in message


def test_a_trade_stands_once_per_firm_and_source():
    firm, trade = records.professional(), records.trade()
    records.practises(firm, trade, source="rge")

    with pytest.raises(IntegrityError), transaction.atomic():
        records.practises(firm, trade, source="rge")


def test_a_qualification_ends_after_it_starts():
    firm = records.professional()

    message = refused(records.qualification, firm=firm, starts=TODAY, ends=TODAY - timedelta(days=1))

    assert "qualification_ends_after_it_starts" in message


def test_a_source_says_one_thing_of_one_firm():
    fields = {"professional": records.professional(), "source": "rge", "extracted_on": TODAY, "digest": "x"}
    SourceRecord.objects.create(**fields)

    message = refused(SourceRecord.objects.create, **fields)

    assert "professional" in message  # SQLite names the columns of a plain constraint, PostgreSQL its name


def test_a_synonym_stands_once_per_trade():
    trade = records.trade()
    TradeSynonym.objects.create(trade=trade, phrase="moe")

    message = refused(TradeSynonym.objects.create, trade=trade, phrase="moe")

    assert "synonym" in message


def test_a_handled_report_has_its_date():
    fields = {"reference": "S-1", "key": "k", "kind": "erreur", "message": "x", "state": "traite"}

    assert "correction_handled_has_its_date" in refused(CorrectionRequest.objects.create, **fields)


def test_a_trade_concerns_some_housing():
    message = refused(records.trade, for_houses=False, for_coownerships=False)

    assert "trade_has_a_housing_kind" in message


def test_a_trade_cannot_leave_the_words_of_the_index():
    message = refused(records.trade, bit=MAX_TRADES)

    assert "trade_bit_fits_the_index" in message


def test_a_trade_in_use_cannot_be_deleted():
    firm, trade = records.professional(), records.trade()
    records.practises(firm, trade)

    with pytest.raises(ProtectedError):
        trade.delete()
