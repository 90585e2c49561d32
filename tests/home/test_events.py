"""An event and the agenda."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils.translation import override

from core.dates import span_in_words
from home.models import EventIndexPage, EventPage, HomePage
from tests.home.samples import event, event_index, moment, read, titles, words

pytestmark = pytest.mark.django_db
BEFORE, AFTER = moment(2027, 3, 3, 12, 0), moment(2027, 3, 3, 21, 0)


@pytest.fixture
def agenda(home: HomePage) -> EventIndexPage:
    return event_index(home)


def details(client: Client, page: EventPage) -> dict[str, str]:
    soup = read(client, page.get_url())
    return {words(row, "dt"): " ".join(row.dd.get_text(" ").split()) for row in soup.select(".details > div")}


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ((2027, 3, 3, 18, 0), (2027, 3, 3, 20, 0), "mercredi 3 mars 2027, de 18 h à 20 h"),
        ((2027, 3, 1, 9, 30), (2027, 3, 1, 12, 5), "lundi 1er mars 2027, de 9 h 30 à 12 h 05"),
        ((2027, 3, 3, 18, 0), (2027, 3, 3, 18, 0), "mercredi 3 mars 2027 à 18 h"),
        (
            (2027, 3, 31, 22, 0), (2027, 4, 1, 0, 30),
            "du mercredi 31 mars 2027 à 22 h au jeudi 1er avril 2027 à 0 h 30",
        ),
    ],
)  # fmt: skip
def test_says_when_as_one_says_it(start: tuple[int, ...], end: tuple[int, ...], told: str) -> None:
    assert span_in_words(moment(*start), moment(*end)).replace("\u00a0", " ") == told


def test_says_when_in_english() -> None:
    with override("en"):
        told = span_in_words(moment(2027, 3, 3, 18, 0), moment(2027, 3, 3, 20, 30))

    assert told == "Wednesday 3 March 2027, from 18:00 to 20:30"


def test_tells_the_hours_of_paris_whatever_the_database_keeps(client: Client, agenda: EventIndexPage) -> None:
    page = event(agenda, starts_at=moment(2027, 7, 3, 18, 0))

    shown = read(client, page.get_url()).select_one("main time")

    assert shown["datetime"] == "2027-07-03T18:00:00+02:00"
    assert "de 18\u00a0h à 20\u00a0h" in shown.get_text()


def test_says_where(client: Client, agenda: EventIndexPage) -> None:
    page = event(agenda, venue="Maison de l’énergie", address="3 rue Neuve, Toulouse")

    assert details(client, page)["Où"] == "Maison de l’énergie 3 rue Neuve, Toulouse"


@time_machine.travel(BEFORE, tick=False)
def test_offers_to_register_to_join_and_to_note_it(client: Client, agenda: EventIndexPage) -> None:
    page = event(agenda, online_url="https://visio.exemple.fr/a", registration_url="https://inscription.exemple.fr/")

    links = {link["href"] for link in read(client, page.get_url()).select("main a")}

    assert {
        "https://visio.exemple.fr/a",
        "https://inscription.exemple.fr/",
        f"{page.get_url()}evenement.ics",
    } <= links


@pytest.mark.parametrize(
    ("when", "values", "told"),
    [(BEFORE, {"cancelled": True}, "Cet événement est annulé."), (AFTER, {}, "Cet événement est terminé.")],
)
def test_says_first_that_nobody_may_come(
    client: Client, agenda: EventIndexPage, when: Any, values: dict[str, Any], told: str
) -> None:
    page = event(agenda, registration_url="https://inscription.exemple.fr/", **values)

    with time_machine.travel(when, tick=False):
        soup = read(client, page.get_url())

    assert words(soup, "main .notice--attention") == told
    assert not soup.select("main a[href^='https://inscription']")


def test_leaves_the_agenda_by_itself_when_it_is_over(client: Client, agenda: EventIndexPage) -> None:
    event(agenda, "Permanence")

    with time_machine.travel(BEFORE, tick=False):
        assert titles(read(client, "/agenda/")) == ["Permanence"]
    with time_machine.travel(AFTER, tick=False):
        assert titles(read(client, "/agenda/")) == []
        assert titles(read(client, "/agenda/?passes=1")) == ["Permanence"]


@time_machine.travel(AFTER, tick=False)
def test_shows_the_soonest_first_and_what_is_just_over_first(client: Client, agenda: EventIndexPage) -> None:
    for days in (-20, -2, 30, 3):
        event(agenda, f"{days} jours", starts_at=AFTER + timedelta(days=days))

    assert titles(read(client, "/agenda/")) == ["3 jours", "30 jours"]
    assert titles(read(client, "/agenda/?passes=1")) == ["-2 jours", "-20 jours"]


@time_machine.travel(AFTER, tick=False)
def test_counts_what_is_to_come_and_what_is_past(client: Client, agenda: EventIndexPage) -> None:
    event(agenda, starts_at=AFTER + timedelta(days=1))
    event(agenda, starts_at=AFTER - timedelta(days=1, hours=3))
    event(agenda, starts_at=AFTER - timedelta(days=2), for_houses=False)

    coming, past = read(client, "/agenda/"), read(client, "/agenda/?passes=1&logement=copropriete")

    assert words(coming, ".listing__count") == "1 événement à venir"
    assert words(past, ".listing__count") == "2 événements passés"
    assert "Événements passés (2)" in [words(item, "a") for item in coming.select(".listing-links li")]


@time_machine.travel(AFTER, tick=False)
def test_leads_to_the_past_when_nothing_is_to_come(client: Client, agenda: EventIndexPage) -> None:
    event(agenda)

    soup = read(client, "/agenda/")

    assert words(soup, ".listing__count") == "Aucun événement à venir"
    assert "/agenda/?passes=1" in {link["href"] for link in soup.select("main a")}


@pytest.mark.parametrize("passes", ["0", "oui", "2", "", "1%00", "true"])
def test_shows_what_is_to_come_for_any_other_value(client: Client, agenda: EventIndexPage, passes: str) -> None:
    soup = read(client, f"/agenda/?passes={passes}")

    assert soup.select_one("link[rel=canonical]")["href"] == "http://testserver/agenda/"


@time_machine.travel(BEFORE, tick=False)
@pytest.mark.parametrize(
    ("values", "attendance", "places"),
    [
        ({}, "Offline", ["Place"]),
        ({"venue": "", "online_url": "https://visio.exemple.fr/a"}, "Online", ["VirtualLocation"]),
        ({"venue": "Salle", "online_url": "https://visio.exemple.fr/a"}, "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_tells_search_engines_what_readers_see(
    client: Client, agenda: EventIndexPage, values: dict[str, str], attendance: str, places: list[str]
) -> None:
    page = event(agenda, summary="Posez vos questions.", **values)
    address = page.get_url()

    (data,) = EventPage.objects.get(pk=page.pk).structured_data(RequestFactory().get(address))

    main = read(client, address).main
    assert (data["@type"], data["name"]) == ("Event", words(main, "h1"))
    assert data["startDate"] == main.time["datetime"]
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["eventAttendanceMode"] == f"https://schema.org/{attendance}EventAttendanceMode"
    assert [place["@type"] for place in data["location"]] == places
    assert all((place.get("name") or place["url"]) in main.get_text() for place in data["location"])


def test_tells_search_engines_that_it_is_cancelled(agenda: EventIndexPage) -> None:
    (data,) = event(agenda, cancelled=True).structured_data(RequestFactory().get("/"))

    assert data["eventStatus"] == "https://schema.org/EventCancelled"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"ends_at": moment(2027, 3, 3, 17, 0), "venue": "Salle"}, "ends_at"),
        ({"ends_at": moment(2027, 3, 3, 20, 0)}, "venue"),
    ],
)
def test_refuses_an_event_that_cannot_be(values: dict[str, Any], field: str) -> None:
    page = EventPage(title="Permanence", slug="permanence", starts_at=moment(2027, 3, 3, 18, 0), **values)

    with pytest.raises(ValidationError) as refusal:
        page.clean()

    assert list(refusal.value.message_dict) == [field]


@time_machine.travel(AFTER, tick=False)
def test_the_tag_gives_the_next_ones(agenda: EventIndexPage) -> None:
    event(agenda, "Terminé")
    event(agenda, "Ensuite", starts_at=AFTER + timedelta(days=9))
    event(agenda, "D’abord", starts_at=AFTER + timedelta(days=1))
    template = Template(
        "{% load home_pages %}{% next_events 3 as events %}{% for e in events %}{{ e.title }}|{% endfor %}"
    )

    told = template.render(Context({"page": agenda}))

    assert told == "D’abord|Ensuite|"
