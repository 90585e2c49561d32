"""Logging in: by address whatever its case; throttled by account and address, never for good."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils.timezone import now

from accounts.models import User

pytestmark = pytest.mark.django_db
LOGIN = "/gestion/login/"
PASSWORD = "une phrase de passe"
HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture(autouse=True)
def jeanne():
    user = User.objects.create_user("jeanne@example.test", PASSWORD)
    user.groups.add(Group.objects.get(name="Annuaire"))
    return user


def log_in(client, email="jeanne@example.test", password=PASSWORD, address=HERE):
    return client.post(LOGIN, {"username": email, "password": password}, REMOTE_ADDR=address)


def fail(client, times, **fields):
    return [log_in(client, password="faux", **fields).status_code for _time in range(times)]


def test_the_login_page_asks_for_an_address(client):
    assert "adresse électronique" in client.get(LOGIN).content.decode()


def test_the_login_page_names_its_two_fields_in_french(client):
    page = client.get(LOGIN).content.decode()

    assert "Mot de passe" in page
    assert "Password" not in page


@pytest.mark.parametrize("email", ["jeanne@example.test", "JEANNE@Example.Test", " jeanne@example.test "])
def test_logs_in_by_address_whatever_its_case(client, email):
    answer = log_in(client, email)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/gestion/")
    assert client.get("/gestion/").status_code == 200


@pytest.mark.parametrize("email", ["", "\x00", "x" * 5000, "' OR 1=1--", "jeanne", "é@é.é", "%", "\u202e"])
def test_a_bad_address_is_refused_in_french(client, email):
    answer = log_in(client, email)

    assert answer.status_code == 200
    assert 'lang="fr"' in answer.content.decode()


def test_a_known_and_an_unknown_address_are_answered_alike(client):
    known, unknown = log_in(client, password="faux"), log_in(client, "nul@example.test", password="faux")

    errors = [answer.context["form"].non_field_errors() for answer in (known, unknown)]
    assert errors[0] == errors[1]


def test_the_tenth_failure_asks_to_wait_in_french(client):
    statuses = fail(client, settings.AXES_FAILURE_LIMIT)

    answer = log_in(client)
    assert statuses == [200] * 9 + [429]
    assert answer.status_code == 429
    assert "Attendez 15 minutes" in answer.content.decode()
    assert answer.headers["Retry-After"] == "900"
    assert "sessionid" not in answer.cookies


def test_case_and_blanks_do_not_give_more_tries(client):
    fail(client, 5)
    fail(client, 5, email=" JEANNE@example.test")

    assert log_in(client).status_code == 429


def test_another_address_may_still_log_in(client):
    fail(client, 12)

    assert log_in(client, address=ELSEWHERE).status_code == 302


def test_another_account_may_still_log_in_from_there(client):
    User.objects.create_user("paul@example.test", PASSWORD)
    fail(client, 12)

    assert log_in(client, "paul@example.test").status_code == 302


def test_the_pause_ends_even_for_someone_who_keeps_trying(client):
    start = now()
    with time_machine.travel(start, tick=False):
        fail(client, 10)
    with time_machine.travel(start + timedelta(minutes=14), tick=False):
        during = fail(client, 3)
    with time_machine.travel(start + timedelta(minutes=16), tick=False):
        after = log_in(client)

    assert during == [429] * 3
    assert after.status_code == 302


def test_a_success_forgets_former_failures(client):
    fail(client, 9)
    log_in(client)
    client.logout()

    assert fail(client, 2) == [200, 200]


def test_never_follows_a_next_that_leaves_the_site(client):
    answer = client.post(f"{LOGIN}?next=//evil.example", {"username": "jeanne@example.test", "password": PASSWORD})

    assert answer.headers["Location"] == "/gestion/"


def test_keeps_no_record_of_who_came_in_and_erases_failures_after_a_month(client):
    fail(client, 1, address=ELSEWHERE)
    log_in(client)
    assert not AccessLog.objects.exists()
    with time_machine.travel(now() + timedelta(days=29)):
        call_command("purge", stdout=StringIO())
        assert AccessAttempt.objects.count() == 1

    with time_machine.travel(now() + timedelta(days=32)):
        call_command("purge", stdout=StringIO())

    assert not AccessAttempt.objects.exists()
