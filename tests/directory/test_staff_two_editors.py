"""Two people on one sheet, and forms that no browser sends."""

import pytest

from directory.models import Professional, ServiceArea
from tests.directory import records
from tests.directory.staff_forms import edit, problems, sheet_form

pytestmark = pytest.mark.django_db


def test_the_second_of_two_editors_sees_both_versions(staff):
    firm = records.professional(phone="au départ", city="Balma")
    first, second = sheet_form(staff, firm, phone="la première"), sheet_form(staff, firm, phone="la seconde")

    staff.post(edit(firm), first)
    answer = staff.post(edit(firm), second)

    page = answer.content.decode()
    firm.refresh_from_db()
    assert answer.status_code == 200
    assert firm.phone == "la première"
    assert "votre version : « la seconde » ; version enregistrée : « la première »" in page
    assert 'value="la seconde"' in page


def test_saving_again_after_the_warning_keeps_the_second_version(staff):
    firm = records.professional(phone="au départ")
    second = sheet_form(staff, firm, phone="la seconde")
    Professional.objects.filter(pk=firm.pk).update(phone="la première")

    warned = staff.post(edit(firm), second)
    second["version"] = warned.context["form"]["version"].value()
    answer = staff.post(edit(firm), second)

    firm.refresh_from_db()
    assert answer.status_code == 302, problems(answer)
    assert firm.phone == "la seconde"


def test_a_change_of_lines_alone_is_a_conflict_too(staff):
    firm, trade = records.professional(), records.trade()
    second = sheet_form(staff, firm, phone="la seconde")
    records.practises(firm, trade)

    answer = staff.post(edit(firm), second)

    assert answer.status_code == 200
    assert "Cette fiche a changé pendant que vous la modifiiez" in answer.content.decode()


def test_a_line_that_a_colleague_took_away_comes_back_only_knowingly(staff):
    firm = records.professional()
    records.area(firm, kind="france")
    second = sheet_form(staff, firm, phone="la seconde")
    second["service_areas-0-kind"] = "rayon"
    second["service_areas-0-radius_km"] = "20"
    firm.service_areas.get().delete()

    warned = staff.post(edit(firm), second)
    second["version"] = warned.context["form"]["version"].value()
    answer = staff.post(edit(firm), second)

    assert warned.status_code == 200
    assert answer.status_code == 302, problems(answer)
    assert ServiceArea.objects.get(professional=firm).radius_km == 20


@pytest.mark.parametrize(
    "forged",
    [
        {"service_areas-INITIAL_FORMS": "3", "service_areas-TOTAL_FORMS": "3"},
        {"service_areas-0-id": "abc", "service_areas-INITIAL_FORMS": "1", "service_areas-TOTAL_FORMS": "1"},
        {"service_areas-TOTAL_FORMS": "x"},
        {"service_areas-INITIAL_FORMS": "99999999999999999999"},
        {"service_areas-INITIAL_FORMS": "1500", "service_areas-TOTAL_FORMS": "1500"},
        {"given_back": "is_superuser"},
        {"version": "x" * 5000},
        {"professional_trades-TOTAL_FORMS": "1", "professional_trades-0-trade": "0'; --"},
    ],
)
def test_a_forged_form_is_refused_without_breaking(staff, forged):
    firm = records.professional()

    answer = staff.post(edit(firm), sheet_form(staff, firm) | forged)

    assert answer.status_code in {200, 302}
    assert not firm.service_areas.exists()
