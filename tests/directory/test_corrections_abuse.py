"""The public form against robots, impatience, and browsers that refuse cookies."""

import pytest
from django.db import DatabaseError

from core.advice import advice_service
from directory import correction_views, services
from directory.corrections import new_key, read_key
from directory.models import CorrectionRequest
from tests.directory import records
from tests.directory.correction_forms import fill, hidden, text_of

pytestmark = pytest.mark.django_db


def test_the_same_form_sent_twice_is_one_report(visitor, address):
    data = fill(visitor, address)

    first, second = visitor.post(address, data), visitor.post(address, data)

    assert first.headers["Location"] == second.headers["Location"]
    assert CorrectionRequest.objects.count() == 1


def test_the_same_form_with_other_words_loses_none_of_them(visitor, address):
    data = fill(visitor, address)
    first = visitor.post(address, data)
    services.handle_correction(correction=CorrectionRequest.objects.get(), by=None)

    second = visitor.post(address, data | {"message": "Et l’adresse aussi."})

    kept = CorrectionRequest.objects.get()
    assert first.headers["Location"] == second.headers["Location"]
    assert kept.message == "Le téléphone a changé.\n\nEt l’adresse aussi."
    assert kept.state == "nouveau"


@pytest.mark.parametrize("key", ["", "forgée", "1.abc:def:ghi"])
def test_a_forged_key_is_replaced_and_the_text_kept(visitor, address, key):
    page = visitor.post(address, fill(visitor, address, key=key))

    assert page.status_code == 200
    assert "avait expiré" in text_of(page)
    assert "Le téléphone a changé." in text_of(page)
    assert hidden(page, "key") != key


def test_the_key_of_one_sheet_does_not_open_another(firm):
    assert read_key(new_key(records.professional("Autre")), firm) is None
    assert read_key(new_key(firm), firm)


@pytest.mark.parametrize("typed", [{"site": "http://spam.example"}])
def test_what_a_robot_fills_is_put_aside_not_thrown_away(visitor, address, typed):
    answer = visitor.post(address, fill(visitor, address, **typed))

    assert answer.status_code == 302
    assert CorrectionRequest.objects.get().quarantined


def test_what_comes_faster_than_anybody_writes_is_put_aside(visitor, address):
    page = visitor.get(address)
    data = {"kind": "autre", "message": "x"} | {name: hidden(page, name) for name in ("key", "csrfmiddlewaretoken")}

    visitor.post(address, data)

    assert CorrectionRequest.objects.get().quarantined


def test_a_burst_on_one_sheet_is_put_aside(visitor, address):
    for _number in range(services.MOST_PER_HOUR + 1):
        visitor.post(address, fill(visitor, address))

    assert [one.quarantined for one in CorrectionRequest.objects.order_by("pk")] == [False] * 10 + [True]


def test_without_a_cookie_the_text_is_kept_and_a_telephone_given(visitor, address):
    data = fill(visitor, address)
    visitor.cookies.clear()

    page = visitor.post(address, data)

    assert page.status_code == 403
    assert not CorrectionRequest.objects.exists()
    assert "Le téléphone a changé." in text_of(page)
    assert "refuse les cookies" in text_of(page)
    assert advice_service().phone in text_of(page)


def test_the_form_shown_after_a_refused_cookie_can_be_sent(visitor, address):
    data = fill(visitor, address)
    visitor.cookies.clear()
    page = visitor.post(address, data)

    answer = visitor.post(address, data | {"csrfmiddlewaretoken": hidden(page, "csrfmiddlewaretoken")})

    assert answer.status_code == 302


def test_a_json_body_is_refused_without_breaking(visitor, address):
    page = visitor.post(address, '{"message": "x"}', content_type="application/json")

    assert page.status_code == 403
    assert not CorrectionRequest.objects.exists()


def test_ten_megabytes_are_refused_unread(visitor, address):
    page = visitor.post(address, fill(visitor, address, message="x" * 10_000_000))

    assert page.status_code == 413
    assert "trop volumineux" in text_of(page)


def test_other_methods_are_refused(client, address):
    assert client.put(address).status_code == 405


def test_a_database_that_cannot_write_is_said_and_the_text_kept(visitor, address, monkeypatch):
    def full(**fields):
        raise DatabaseError("disk full")

    monkeypatch.setattr(correction_views.services, "submit_correction", full)

    page = visitor.post(address, fill(visitor, address))

    assert page.status_code == 503
    assert page.headers["Retry-After"] == "60"
    assert "Le téléphone a changé." in text_of(page)
    assert advice_service().phone in text_of(page)
