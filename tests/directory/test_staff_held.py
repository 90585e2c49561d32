"""What staff typed is held against imports, and can be given back; supposed areas are confirmed."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models.audit_log import ModelLogEntry

from directory.models import SourceRecord
from tests.directory import records
from tests.directory.staff_forms import LIST, edit, problems, sheet_form

pytestmark = pytest.mark.django_db


def test_saving_without_a_change_holds_nothing(staff):
    firm = records.professional(commune_id="31555", phone="05 61 00 00 00")
    records.practises(firm, records.trade())
    records.area(firm, kind="commune", commune_id="31044", source="rge")

    answer = staff.post(edit(firm), sheet_form(staff, firm))

    firm.refresh_from_db()
    assert answer.status_code == 302, problems(answer)
    assert firm.edited_fields == []
    assert firm.service_areas.get().source == "rge"


def test_what_staff_change_is_held_against_imports(staff):
    firm = records.professional(phone="05 61 00 00 00", source="rge")
    records.area(firm, kind="rayon", radius_km=50, supposed=True, source="rge")
    form = sheet_form(staff, firm, phone="05 61 11 11 11")
    form["service_areas-0-radius_km"] = "20"

    staff.post(edit(firm), form)

    firm.refresh_from_db()
    assert firm.phone == "05 61 11 11 11"
    assert firm.edited_fields == ["phone", "service_areas"]
    assert (firm.service_areas.get().radius_km, firm.service_areas.get().source) == (20, "equipe")


def held_firm():
    firm = records.professional(phone="à nous", email="nous@example.test", commune_id="31555", city="Toulouse")
    firm.edited_fields = ["email", "phone", "city", "commune", "trades"]
    firm.save()
    common = {"professional": firm, "extracted_on": date(2026, 1, 1), "digest": "x"}
    SourceRecord.objects.create(source="charte", fields=records.received(phone="de la charte"), **common)
    SourceRecord.objects.create(
        source="rge", fields=records.received(phone="de rge", commune="31044", postcode="31130", city="Balma"), **common
    )
    return firm


def test_the_form_shows_what_is_held_and_what_the_source_says(staff):
    page = staff.get(edit(held_firm())).content.decode()

    assert "de la charte" in page
    assert "de rge" not in page
    assert "aucune source n’en parle" in page


def test_a_field_is_given_back_to_the_list_that_wins(staff):
    firm = held_firm()

    answer = staff.post(edit(firm), sheet_form(staff, firm, given_back=["phone", "commune", "trades"]))

    firm.refresh_from_db()
    assert answer.status_code == 302, problems(answer)
    assert (firm.phone, firm.commune_id, firm.city, firm.email) == (
        "de la charte",
        "31044",
        "Balma",
        "nous@example.test",
    )
    assert firm.edited_fields == ["email"]


def test_a_field_typed_and_given_back_at_once_is_a_question(staff):
    firm = held_firm()

    answer = staff.post(edit(firm), sheet_form(staff, firm, phone="06 00 00 00 00", given_back=["phone"]))

    firm.refresh_from_db()
    assert answer.status_code == 200
    assert "choisissez l’un des deux" in answer.content.decode()
    assert firm.phone == "à nous"


def test_confirming_areas_takes_the_doubt_away_and_says_who_did(staff, keeper):
    firm = records.professional()
    records.area(firm, kind="rayon", radius_km=50, supposed=True, source="rge")

    answer = staff.post(reverse("directory_staff:confirm_areas", args=[firm.pk]), {"next": "//evil.example"})

    firm.refresh_from_db()
    entry = ModelLogEntry.objects.get(action="directory.confirm_areas")
    assert answer.headers["Location"] == LIST
    assert (firm.service_areas.get().supposed, firm.service_areas.get().source) == (False, "equipe")
    assert firm.edited_fields == ["service_areas"]
    assert (entry.user, entry.object_id) == (keeper, str(firm.pk))


def test_confirming_an_area_that_staff_had_typed_keeps_one(staff):
    firm = records.professional()
    records.area(firm, kind="rayon", radius_km=50, supposed=True, source="rge")
    records.area(firm, kind="rayon", radius_km=50)

    staff.post(reverse("directory_staff:confirm_areas", args=[firm.pk]))

    assert firm.service_areas.get().supposed is False
