"""A sheet written by hand: what is taken, what is refused in words."""

from datetime import date

import pytest

from directory.models import Professional
from tests.directory import records
from tests.directory.staff_forms import LIST, edit, problems, sheet_form

pytestmark = pytest.mark.django_db


def test_a_sheet_is_created_from_the_form(staff):
    trade = records.trade()
    siret = records.siret(3)
    form = sheet_form(
        name="Atelier Neuf",
        siret=f"{siret[:9]} {siret[9:]}",
        commune="Balma",
        professional_trades=[{"trade": trade.pk}],
        service_areas=[{"kind": "commune", "commune": "Toulouse (31555)"}, {"kind": "rayon", "radius_km": "30"}],
    )

    answer = staff.post(f"{LIST}add/", form)

    assert answer.status_code == 302, problems(answer)
    firm = Professional.objects.get(name="Atelier Neuf")
    assert (firm.siret, firm.commune_id, firm.trade_list) == (siret, "31044", [trade])
    assert {str(area) for area in firm.service_areas.all()} == {"Toulouse", "30 km autour de l’adresse"}
    assert {"name", "siret", "commune", "trades", "service_areas"} <= set(firm.edited_fields)


def test_a_taken_siret_is_an_error_of_the_form(staff):
    records.professional(siret=records.siret(3))

    answer = staff.post(f"{LIST}add/", sheet_form(name="Double", siret=records.siret(3)))

    assert answer.status_code == 200
    assert answer.context["form"].errors["siret"] == ["Une autre fiche porte déjà ce SIRET."]
    assert 'value="Double"' in answer.content.decode()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"siret": "123"}, "14 chiffres"),
        ({"commune": "31130"}, "Balma (31044)"),
        ({"commune": "Trifouillis-les-Oies"}, "n’est pas connu"),
        ({"latitude": "43.6"}, "la latitude et la longitude"),
        ({"latitude": "nan", "longitude": "1"}, "nombre"),
        ({"charter_review_on": "2026-01-01"}, "suit la date de signature"),
        ({"for_houses": "", "for_coownerships": ""}, "au moins un type de logement"),
        ({"website": "javascript:alert(1)"}, "URL valide"),
        ({"name": "a\x00b"}, "nul"),
        ({"service_areas": [{"kind": "commune"}]}, "la case qui correspond"),
        ({"service_areas": [{"kind": "rayon", "radius_km": "42"}]}, "choix valide"),
        ({"service_areas": [{"kind": "france"}, {"kind": "france"}]}, "figure deux fois"),
    ],
)
def test_says_in_french_what_is_wrong_and_keeps_what_was_typed(staff, fields, said):
    answer = staff.post(f"{LIST}add/", sheet_form(**({"name": "Atelier Gardé"} | fields)))

    page = answer.content.decode().replace("&#x27;", "'")
    assert answer.status_code == 200
    assert said in page
    assert "Atelier Gardé" in page or "name" in fields


def test_the_same_trade_twice_is_an_error_of_the_form(staff):
    line = {"trade": records.trade().pk}

    answer = staff.post(f"{LIST}add/", sheet_form(name="Double", professional_trades=[line, line]))

    assert answer.status_code == 200
    assert "figure deux fois" in answer.content.decode()


def test_a_trade_that_two_sources_name_can_be_saved(staff):
    firm, trade = records.professional(), records.trade()
    records.practises(firm, trade, source="rge")
    records.practises(firm, trade, source="charte")

    answer = staff.post(edit(firm), sheet_form(staff, firm, phone="05 61 00 00 00"))

    assert answer.status_code == 302, problems(answer)


def test_a_bare_insee_code_is_read_as_a_postcode(staff):
    answer = staff.post(f"{LIST}add/", sheet_form(name="Piège", commune="31150"))

    assert answer.status_code == 200
    assert "Bruguières" in answer.content.decode()


def test_a_received_qualification_is_shown_but_not_rewritten(staff):
    firm = records.professional()
    received = records.qualification(firm, ends=date(2027, 1, 1), source="rge")
    form = sheet_form(staff, firm) | {
        "qualifications-TOTAL_FORMS": "1",
        "qualifications-INITIAL_FORMS": "1",
        "qualifications-0-id": str(received.pk),
        "qualifications-0-ends": "2099-01-01",
    }

    answer = staff.post(edit(firm), form)

    received.refresh_from_db()
    assert answer.status_code == 302, problems(answer)
    assert received.ends == date(2027, 1, 1)
