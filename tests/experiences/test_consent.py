"""What was agreed, and until when: nothing more is published, anywhere, and nothing after."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils.timezone import localdate
from wagtail.models import Page

from accounts.roles import PUBLISHERS
from core.models import Generation
from experiences.models import ExperiencePage
from home.models import HomePage
from search.models import PageWord
from tests.accounts.people import member
from tests.experiences.samples import ADDRESS, EXACT, whole_case
from tests.home.samples import experience_index, read
from tests.home.translation_samples import publish, version

pytestmark = pytest.mark.django_db
SECRETS = (
    "Glycines",
    "127 bis",
    "AB1234567",
    str(EXACT[0]),
    str(EXACT[1]),
    "43.6123",
    "1.4567",
    "Syndicat des copropriétaires",
)


@pytest.fixture
def index(home: HomePage) -> Any:
    return experience_index(home)


def said_everywhere(client: Client, page: ExperiencePage) -> str:
    """Give all that readers and machines get of a page, with the words it is found by."""
    addresses = [
        page.get_url(), "/experiences/", f"/experiences/?fiche={page.pk}", "/api/v1/experiences.geojson",
        "/sitemap.xml", "/recherche/?q=tilleuls", "/plan-du-site/",
    ]  # fmt: skip
    answers = [client.get(address).content.decode() for address in addresses]
    words = PageWord.objects.filter(page_id=page.pk).values_list("word", flat=True)
    return " ".join([*answers, *words])


def test_a_quarter_is_all_that_is_told_of_it(client: Client, index: Any) -> None:
    page = publish(whole_case(index, precision="quarter"))

    told = said_everywhere(client, page)

    assert "Balma" in told
    assert [secret for secret in SECRETS if secret.lower() in told.lower()] == []


def test_a_street_is_told_without_its_number(client: Client, index: Any) -> None:
    page = publish(whole_case(index, precision="street"))

    told = said_everywhere(client, page)

    assert "rue des Glycines" in told
    assert [secret for secret in SECRETS[1:5] if secret in told] == []


def test_an_exact_address_is_told_whole(client: Client, index: Any) -> None:
    page = publish(whole_case(index, precision="exact"))

    assert ADDRESS in read(client, page.get_url()).get_text()


def test_what_machines_read_knows_no_more(index: Any, rf: Any) -> None:
    page = whole_case(index, precision="quarter")

    told = json.dumps(page.structured_data(rf.get("/")), default=str)

    assert [secret for secret in SECRETS if secret in told] == []


def test_a_translation_tells_no_more_than_its_source(index: Any) -> None:
    page = publish(whole_case(index, precision="exact"))
    other = version(page)
    other.alias_of = None
    other.save(clean=False)

    publish(page, precision="quarter")

    other.refresh_from_db()
    assert (other.precision, other.shown_address) == ("quarter", "")
    assert other.shown_latitude == ExperiencePage.objects.get(pk=page.pk).shown_latitude != EXACT[0]


@time_machine.travel("2029-12-31 23:59:00+01:00")
def test_a_page_stays_until_its_consent_ends(client: Client, index: Any) -> None:
    page = whole_case(index)
    call_command("withdraw_cases")

    assert client.get(page.get_url()).status_code == 200


def test_the_worker_withdraws_a_page_in_every_language_when_its_consent_ends(client: Client, index: Any) -> None:
    page = publish(whole_case(index))
    other = version(page)
    before = Generation.current()

    with time_machine.travel("2030-01-01 00:00:30+01:00"):
        call_command("worker", once=True)

        assert list(Page.objects.filter(pk__in=[page.pk, other.pk], live=True)) == []
        assert Generation.current() != before
        assert client.get(page.get_url()).status_code == 404
        assert "Tilleuls" not in said_everywhere(client, page)


def test_the_worker_looks_often_enough(settings: Any) -> None:
    assert settings.WORKER_TASKS["withdraw_cases"] <= 60


def test_readers_see_nothing_after_the_end_even_before_the_worker_comes(client: Client, index: Any) -> None:
    page = publish(whole_case(index))

    with time_machine.travel("2030-01-01 00:00:01+01:00"):
        assert client.get(page.get_url()).status_code == 404
        assert "Tilleuls" not in client.get("/experiences/").content.decode()
        assert list(ExperiencePage.objects.readable()) == []


def keeper() -> Client:
    client = Client()
    client.force_login(member(PUBLISHERS))
    return client


@pytest.mark.parametrize(("days", "warned"), [(61, False), (60, True), (1, True)])
def test_staff_are_warned_sixty_days_before(index: Any, days: int, warned: bool) -> None:
    page = whole_case(index, consent_given_on=date(2026, 1, 1), consent_expires_on=localdate() + timedelta(days=days))
    client = keeper()

    dashboard = client.get("/gestion/").content.decode()
    report = client.get("/gestion/reports/autorisations/").content.decode()
    editor = client.get(f"/gestion/pages/{page.pk}/edit/").content.decode()

    assert ("autorisation à renouveler" in dashboard) == warned
    assert ("Les Tilleuls" in report) == warned
    assert ("faites-la renouveler" in editor) == warned


def test_the_report_lists_what_left_the_site(index: Any) -> None:
    whole_case(index, consent_expires_on=localdate())
    call_command("withdraw_cases")

    report = keeper().get("/gestion/reports/autorisations/").content.decode()

    assert "Les Tilleuls" in report.partition("Terminées")[2]
