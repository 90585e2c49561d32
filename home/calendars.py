"""Events as iCalendar (RFC 5545), for the readers' own diaries."""

from collections.abc import Iterable
from datetime import UTC, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime
from icalendar import Calendar, Event, Timezone

from core.text import clean
from home.addresses import full_address

ZONE = "Europe/Paris"
MOST = 200  # events of a feed
LONGEST_TEXT = 1000
REFRESH = timedelta(hours=6)
PARIS = """BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""  # directive 2000/84/CE: the last Sundays of March and October, at one o’clock UTC


def events_file(events: Iterable[Any], name: str, request: HttpRequest) -> HttpResponse:
    """Write these events as a calendar of that name."""
    calendar = Calendar()
    calendar.add("prodid", "-//Agenda//iCalendar//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(name, LONGEST_TEXT))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add_component(Timezone.from_ical(PARIS))
    for event in events:
        calendar.add_component(_event(event, request))
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")


def _event(page: Any, request: HttpRequest) -> Event:
    """Describe one event; its identifier is the same in every language and wherever the page is moved."""
    zone, event = ZoneInfo(ZONE), Event()
    changed = (page.last_published_at or page.starts_at).astimezone(UTC)
    address = full_address(page, request)
    event.add("uid", str(page.translation_key))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", localtime(page.starts_at, zone))
    event.add("dtend", localtime(page.ends_at, zone))
    event.add("summary", clean(page.title, LONGEST_TEXT))
    event.add("description", "\n".join(filter(None, [clean(page.summary, LONGEST_TEXT), address])))
    event.add("location", clean(page.location, LONGEST_TEXT))
    event.add("status", "CANCELLED" if page.cancelled else "CONFIRMED")
    event.add("url", address)
    return event
