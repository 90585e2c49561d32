"""Opening hours in words ("du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h"), and for schema.org."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from functools import reduce

from django.utils.dateformat import time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.models import OpeningHours

Stretch = tuple[time, time]
NO_BREAK = "\u00a0"
SCHEMA_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True, slots=True)
class Period:
    """Days in a row, Monday being 0, with the same hours."""

    first: int
    last: int
    stretches: tuple[Stretch, ...]


def periods(rows: Iterable[tuple[int, time, time]]) -> list[Period]:
    """Group rows (day, opens, closes) into periods, in the order of the week."""
    days: dict[int, list[Stretch]] = defaultdict(list)
    for day, opens, closes in sorted(rows):
        _add(days[day], opens, closes)
    found: list[Period] = []
    for day, stretches in days.items():
        same = found and found[-1].last == day - 1 and found[-1].stretches == tuple(stretches)
        first = found.pop().first if same else day
        found.append(Period(first, day, tuple(stretches)))
    return found


def in_words(found: list[Period]) -> str:
    """Write periods as a phrase in the language of the moment, empty without any."""
    return _joined(_("%(first)s ; %(then)s"), [_period(period) for period in found])


def for_schema(found: list[Period]) -> tuple[str, ...]:
    """Write periods as schema.org's `openingHours`, one text for each stretch ("Mo-Fr 09:00-12:00")."""
    return tuple(
        f"{_schema_days(period)} {opens:%H:%M}-{closes:%H:%M}" for period in found for opens, closes in period.stretches
    )


def _add(stretches: list[Stretch], opens: time, closes: time) -> None:
    """Add a stretch after the others; one that touches the last makes it longer."""
    if stretches and opens <= stretches[-1][1]:
        stretches[-1] = (stretches[-1][0], max(closes, stretches[-1][1]))
    else:
        stretches.append((opens, closes))


def _period(period: Period) -> str:
    first, last = (str(OpeningHours.Day(day).label) for day in (period.first, period.last))
    days = _("le %(day)s") if period.first == period.last else _("du %(day)s au %(last)s")
    spans = [_("de %(opens)s à %(closes)s") % {"opens": _clock(o), "closes": _clock(c)} for o, c in period.stretches]
    times = _joined(_("%(first)s et %(then)s"), spans)
    return f"{days % {'day': first, 'last': last}}, {times}"


def _joined(between: str, parts: list[str]) -> str:
    return reduce(lambda first, then: between % {"first": first, "then": then}, parts) if parts else ""


def _clock(moment: time) -> str:
    """Write a time: "9 h", "9 h 30"; "9 am", "9:30 am"."""
    if moment.minute:
        form = pgettext("format d’heure de Django, avec minutes", "G \\h i")
    else:
        form = pgettext("format d’heure de Django, heure juste", "G \\h")
    return time_format(moment, form).lower().replace(" ", NO_BREAK)


def _schema_days(period: Period) -> str:
    first, last = SCHEMA_DAYS[period.first], SCHEMA_DAYS[period.last]
    return first if first == last else f"{first}-{last}"
