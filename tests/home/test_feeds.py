"""Files that pages make: the news as RSS, the agenda as iCalendar."""

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from wagtail.models import Locale, PageViewRestriction

from home.models import EventIndexPage, HomePage, NewsIndexPage
from tests.home.samples import event, event_index, moment, news, news_index, read, topic

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NASTY = "L’aide ; « 50 %, » \\ <b>&amp;</b>\x0b\u200b\nFin"


@pytest.fixture
def index(home: HomePage) -> NewsIndexPage:
    return news_index(home)


@pytest.fixture
def agenda(home: HomePage) -> EventIndexPage:
    return event_index(home)


def channel(client: Client, address: str = "/actualites/flux.rss") -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    found = ElementTree.fromstring(response.content).find("channel")
    assert found is not None
    return found


def calendar(client: Client, address: str = "/agenda/agenda.ics") -> Calendar:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def test_the_feed_tells_each_piece_of_news(client: Client, index: NewsIndexPage) -> None:
    page = news(index, "Une aide", topic(), summary="Pour les toits.", published_on=date(2026, 3, 2))

    item = channel(client).find("item")

    assert item.findtext("title") == "Une aide"
    assert item.findtext("description") == "Pour les toits."
    assert item.findtext("link") == f"http://testserver{page.get_url()}"
    assert item.findtext("category") == "Aides financières"
    assert parsedate_to_datetime(item.findtext("pubDate")).date() == date(2026, 3, 2)
    assert item.find("guid").attrib == {"isPermaLink": "false"}


def test_the_feed_says_where_it_is_and_in_which_language(client: Client, home: HomePage, index: NewsIndexPage) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    for page in (home, index):
        page.copy_for_translation(english).save_revision().publish()

    french, translated = channel(client), channel(client, "/en/actualites/flux.rss")

    assert french.find(f"{ATOM}link").attrib == {"rel": "self", "href": "http://testserver/actualites/flux.rss"}
    assert (french.findtext("link"), french.findtext("language")) == ("http://testserver/actualites/", "fr")
    assert translated.findtext("language") == "en"


def test_the_feed_holds_the_latest_only(client: Client, index: NewsIndexPage) -> None:
    for day in range(1, 26):
        news(index, f"N {day}", published_on=date(2026, 3, day))
    news(index, "Brouillon", published_on=date(2026, 4, 1), live=False)

    titles = [item.findtext("title") for item in channel(client).findall("item")]

    assert titles == [f"N {day}" for day in range(25, 5, -1)]


def test_the_feed_bears_any_text(client: Client, index: NewsIndexPage) -> None:
    news(index, NASTY, summary=NASTY)

    item = channel(client).find("item")

    assert item.findtext("title") == "L’aide ; « 50 %, » \\ <b>&amp;</b> Fin"


def test_the_identifier_of_an_item_survives_a_new_address(client: Client, index: NewsIndexPage) -> None:
    page = news(index)
    before = channel(client).find("item").findtext("guid")

    page.slug = "autre-adresse"
    page.save()

    assert channel(client).find("item").findtext("guid") == before


def test_the_list_names_its_feed(client: Client, index: NewsIndexPage) -> None:
    page = read(client, "/actualites/?page=2")

    link = page.select_one("link[rel=alternate][type='application/rss+xml']")
    assert link["href"] == "http://testserver/actualites/flux.rss"
    assert client.get(page.select_one("main a[type='application/rss+xml']")["href"]).status_code == 200


@pytest.mark.parametrize("address", ["/actualites/flux.rss", "/agenda/agenda.ics"])
def test_an_empty_list_has_an_empty_file(
    client: Client, index: NewsIndexPage, agenda: EventIndexPage, address: str
) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/actualites/autre.rss", "/actualites/agenda.ics", "/flux.rss", "/agenda/flux.rss", "/rien/flux.rss", "/a.ics"],
)
def test_there_is_no_other_file(client: Client, index: NewsIndexPage, agenda: EventIndexPage, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_file_of_a_private_page_is_private(client: Client, index: NewsIndexPage) -> None:
    news(index, "Secret")
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)

    response = client.get("/actualites/flux.rss")

    assert response.status_code == 302
    assert b"Secret" not in response.content


def test_a_draft_has_no_file(client: Client, agenda: EventIndexPage) -> None:
    page = event(agenda, live=False)

    assert client.get(f"/agenda/{page.slug}/evenement.ics").status_code == 404


def test_the_calendar_reads_back(client: Client, agenda: EventIndexPage) -> None:
    page = event(agenda, NASTY, venue="Maison ; énergie", address="3, rue \\ Neuve", summary="Deux, ou trois ; mots.")

    (found,) = calendar(client).walk("VEVENT")

    assert found["summary"] == "L’aide ; « 50 %, » \\ <b>&amp;</b> Fin"
    assert found["location"] == "Maison ; énergie, 3, rue \\ Neuve"
    assert found["description"].startswith("Deux, ou trois ; mots.\n")
    assert found["url"] == f"http://testserver{page.get_url()}"
    assert found["status"] == "CONFIRMED"
    assert found.decoded("dtstart") == moment(2027, 3, 3, 18, 0)
    assert found.decoded("dtend") == moment(2027, 3, 3, 20, 0)


@pytest.mark.parametrize(
    ("clock", "universal"),
    [
        (datetime(2027, 1, 15, 18, 0), datetime(2027, 1, 15, 17, 0)),
        (datetime(2027, 7, 15, 18, 0), datetime(2027, 7, 15, 16, 0)),
        (datetime(2027, 3, 28, 3, 30), datetime(2027, 3, 28, 1, 30)),  # half an hour after the change
        (datetime(2027, 10, 31, 3, 30), datetime(2027, 10, 31, 2, 30)),
    ],
)
def test_the_calendar_explains_the_hours_of_paris(
    client: Client, agenda: EventIndexPage, clock: datetime, universal: datetime
) -> None:
    event(agenda)

    read_back = calendar(client)

    (zone,) = read_back.walk("VTIMEZONE")
    (found,) = read_back.walk("VEVENT")
    assert found["dtstart"].params["TZID"] == zone["tzid"] == "Europe/Paris"
    explained = universal.replace(tzinfo=UTC).astimezone(zone.to_tz(lookup_tzid=False))
    assert explained.replace(tzinfo=None) == clock


def test_the_calendar_says_what_is_cancelled_under_the_same_identifier(client: Client, agenda: EventIndexPage) -> None:
    page = event(agenda)
    (before,) = calendar(client).walk("VEVENT")

    page.cancelled, page.slug = True, "ailleurs"
    page.save()

    (after,) = calendar(client).walk("VEVENT")
    assert after["status"] == "CANCELLED"
    assert after["uid"] == before["uid"]


def test_the_calendar_holds_what_is_to_come(client: Client, agenda: EventIndexPage) -> None:
    event(agenda, "Passé", starts_at=moment(2027, 3, 1, 18, 0))
    event(agenda, "À venir", starts_at=moment(2027, 3, 9, 18, 0))

    with time_machine.travel(moment(2027, 3, 5, 12, 0), tick=False):
        found = calendar(client).walk("VEVENT")

    assert [one["summary"] for one in found] == ["À venir"]


def test_one_event_has_a_file_of_its_own(client: Client, agenda: EventIndexPage) -> None:
    event(agenda, "Autre")
    page = event(agenda, "Celui-ci")

    response = client.get(f"{page.get_url()}evenement.ics")

    assert [one["summary"] for one in Calendar.from_ical(response.content).walk("VEVENT")] == ["Celui-ci"]
    assert response["Content-Disposition"] == f'attachment; filename="{page.slug}.ics"'


@pytest.mark.parametrize("count", [10, 100])
def test_files_read_the_database_little(
    client: Client, index: NewsIndexPage, agenda: EventIndexPage, count: int
) -> None:
    aids = topic()
    for n in range(count):
        news(index, f"N {n}", aids)
        event(agenda)

    for address in ("/actualites/flux.rss", "/agenda/agenda.ics"):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        assert len(queries) <= 12
