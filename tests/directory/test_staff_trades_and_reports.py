"""Trades that stay, and reports handled in one click."""

import pytest
from django.urls import reverse

from accounts.models import User
from core.models import Generation
from directory import services
from directory.models import CorrectionRequest, Trade
from tests.directory import records
from tests.directory.staff_forms import problems

pytestmark = pytest.mark.django_db


def test_the_slug_of_a_trade_never_changes(staff):
    trade = records.trade("stable", label="Avant")
    form = {"slug": "autre", "label": "Après", "position": "1", "for_houses": "on"}
    form |= {"synonyms-TOTAL_FORMS": "1", "synonyms-INITIAL_FORMS": "0", "synonyms-0-phrase": "pac"}

    answer = staff.post(f"/gestion/snippets/directory/trade/edit/{trade.pk}/", form)

    bit = trade.bit
    trade.refresh_from_db()
    assert answer.status_code == 302, problems(answer)
    assert (trade.slug, trade.label, trade.bit) == ("stable", "Après", bit)
    assert [synonym.phrase for synonym in trade.synonyms.all()] == ["pac"]


def test_the_same_synonym_twice_is_an_error_of_the_form(staff):
    trade = records.trade()
    form = {"label": "Après", "position": "1", "for_houses": "on"}
    form |= {"synonyms-TOTAL_FORMS": "2", "synonyms-INITIAL_FORMS": "0"}
    form |= {"synonyms-0-phrase": "pac", "synonyms-1-phrase": "pac"}

    answer = staff.post(f"/gestion/snippets/directory/trade/edit/{trade.pk}/", form)

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "address", ["/gestion/snippets/directory/trade/delete/{}/", "/gestion/bulk/directory/trade/delete/?id={}"]
)
def test_a_trade_in_use_is_not_deleted_and_it_is_said(administrator, address):
    trade = records.trade()
    records.practises(records.professional(), trade)

    answer = administrator.post(address.format(trade.pk), follow=True)

    assert Trade.objects.filter(pk=trade.pk).exists()
    assert "encore utilisé" in answer.content.decode()


def test_a_trade_is_listed_once_however_many_synonyms_hold_the_word(staff):
    page = staff.get("/gestion/snippets/directory/trade/", {"q": "pac"})

    listed = [each.slug for each in page.context["object_list"]]
    assert "pompe-a-chaleur" in listed
    assert len(listed) == len(set(listed))


def test_the_file_to_fill_in_is_offered_and_can_be_read_by_the_import(staff):
    page = staff.get("/gestion/snippets/directory/importrun/").content.decode()
    answer = staff.get(reverse("directory_staff:charter_template"))

    assert reverse("directory_staff:charter_template") in page
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.content.decode("utf-8-sig").startswith("nom;siret;")


def test_an_unused_trade_is_deleted(administrator):
    trade = records.trade()

    administrator.post(f"/gestion/snippets/directory/trade/delete/{trade.pk}/")

    assert not Trade.objects.filter(pk=trade.pk).exists()


def test_a_report_is_handled_in_one_click(staff, keeper):
    correction = records.correction(records.professional())
    page = staff.get("/gestion/snippets/directory/correctionrequest/").content.decode()

    staff.post(reverse("directory_staff:handle_correction", args=[correction.pk]))

    correction.refresh_from_db()
    assert reverse("directory_staff:handle_correction", args=[correction.pk]) in page
    assert (correction.state, correction.handled_by) == (CorrectionRequest.State.HANDLED, keeper)
    assert correction.handled_at


def test_reports_are_filtered_by_state(staff):
    waiting = records.correction(records.professional())
    handled = services.submit_correction(
        professional=records.professional(), kind="autre", message="x", sender=services.Sender(), key="autre"
    )
    services.handle_correction(correction=handled, by=User.objects.get())

    page = staff.get("/gestion/snippets/directory/correctionrequest/", {"state": "nouveau"})

    assert list(page.context["object_list"]) == [waiting]


def test_a_change_of_words_makes_cached_pages_old(staff):
    trade, before = records.trade(), Generation.current()
    form = {"label": "Autre", "position": "1", "for_houses": "on", "synonyms-TOTAL_FORMS": "0"}

    staff.post(f"/gestion/snippets/directory/trade/edit/{trade.pk}/", form | {"synonyms-INITIAL_FORMS": "0"})

    assert Generation.current() > before
