"""The gazetteer in memory: built once per process, shared by its threads, renewed when another edition is loaded."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from re import compile as pattern
from threading import Lock
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import DatabaseError

from territories.gazetteer import Gazetteer, Line
from territories.models import Commune, Department, Edition, FormerCommune, Postcode, Region
from territories.names import Names
from territories.spelling import key

logger = logging.getLogger(__name__)

CHECK_SECONDS = 60.0  # how long another edition may stay unseen
MAX_TERRITORIES = 32  # looked from at once; each keeps its own weights of the places, a few megabytes
DEPARTMENT_WEIGHT = 0.1  # people name their commune rather than their department
_DISTRICT = pattern(r".+ (\d+)er? Arrondissement")


@dataclass(frozen=True, slots=True)
class _Shelf:
    edition: int | None
    gazetteer: Gazetteer  # as seen from nowhere
    checked: float
    seen_from: dict[str, Gazetteer]  # SIREN of a territory → the same places as its people mean them

    def seen(self, territory: str) -> Gazetteer:
        """Give the places as seen from a territory: worked out once."""
        if territory not in self.seen_from:
            if len(self.seen_from) >= MAX_TERRITORIES:
                self.seen_from.clear()
            self.seen_from[territory] = self.gazetteer.seen_from(territory)
        return self.seen_from[territory]


_shelf: _Shelf | None = None
_lock = Lock()


def current(territory: str = "") -> Gazetteer:
    """Give the gazetteer of the loaded edition; an empty database gives an empty one, looked at again each time.

    It is seen from `territory` (a SIREN), else from the installation's own.
    """
    territory, shelf = territory or settings.TERRITORY_EPCI, _shelf
    if shelf and shelf.edition is not None and monotonic() - shelf.checked < CHECK_SECONDS:
        known = shelf.seen_from.get(territory)
        if known:
            return known
    with _lock:
        return _renewed().seen(territory)


def forget() -> None:
    """Have the next reader look at the database again."""
    global _shelf
    with _lock:
        _shelf = None


def warm() -> int:
    """Build the gazetteer now, before a visitor waits for it, and give its number of places."""
    return len(current().lines)


def _renewed() -> _Shelf:
    """Look which edition is loaded and build the gazetteer if it is another; keep the former one if the look fails."""
    global _shelf
    shelf = _shelf
    if shelf and shelf.edition is not None and monotonic() - shelf.checked < CHECK_SECONDS:
        return shelf  # another thread has just done it
    try:
        edition = Edition.objects.values_list("pk", flat=True).first()
    except DatabaseError:
        if not shelf:
            raise
        logger.exception("The edition of the geography could not be read; the one in memory serves on.")
        edition = shelf.edition
    if shelf and shelf.edition == edition:
        _shelf = _Shelf(edition, shelf.gazetteer, monotonic(), shelf.seen_from)
    else:
        _shelf = _Shelf(edition, build(), monotonic(), {})
    return _shelf


def build() -> Gazetteer:
    """Read the geography from the database (five queries), as seen from nowhere."""
    lines = _lines()
    codes = {line.code: entry for entry, line in enumerate(lines) if line.kind == "commune"}
    former = list(FormerCommune.objects.values_list("old_code", "name", "commune_id"))
    postcodes = _postcodes(lines)
    gone = {codes[old]: new for old, _name, new in former if old != new and old in codes and not postcodes[codes[old]]}
    weights = [_weight(line) for line in lines]
    by_postcode = _by_postcode(postcodes)
    return Gazetteer(
        lines=lines,
        postcodes=postcodes,
        weights=weights,
        communes={code: entry for code, entry in codes.items() if entry not in gone},
        departments={line.code: entry for entry, line in enumerate(lines) if line.kind == "department"},
        by_postcode=by_postcode,
        sorted_postcodes=sorted(by_postcode),
        districts=_districts(lines),
        successors={old: new for old, _name, new in former if old not in codes or codes[old] in gone},
        regions={key(name): code for code, name in Region.objects.values_list("code", "name")},
        names=Names.of(
            ((line.name, entry) for entry, line in enumerate(lines) if entry not in gone),
            ((name, codes[code]) for _old, name, code in former),
            weights,
        ),
    )


def _lines() -> list[Line]:
    shared: dict[Any, Any] = {}  # thousands of rows name the same department, region and EPCI
    lines = []
    people: dict[str, int] = defaultdict(int)
    communes = Commune.objects.order_by("code").values_list(
        "department_id", "department__region_id", "epci_id", "parent_id",
        "code", "name", "population", "latitude", "longitude",
    )  # fmt: skip
    for *above, code, name, population, latitude, longitude in communes:
        department, region, epci, parent = (shared.setdefault(value, value or "") for value in above)
        lines.append(Line("commune", code, name, department, region, epci, parent, population, latitude, longitude))
        if not parent:
            people[department] += population
    for code, name, region in Department.objects.order_by("code").values_list("code", "name", "region_id"):
        lines.append(Line("department", code, name, code, region or "", "", "", people[code], None, None))
    return lines


def _postcodes(lines: list[Line]) -> list[tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for postcode, commune in Postcode.objects.order_by("code").values_list("code", "commune_id"):
        found[commune].append(postcode)
    return [tuple(found.get(line.code, ())) if line.kind == "commune" else () for line in lines]


def _by_postcode(postcodes: list[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for entry, codes in enumerate(postcodes):
        for code in codes:
            found[code].append(entry)
    return {code: tuple(entries) for code, entries in found.items()}


def _districts(lines: Iterable[Line]) -> dict[tuple[str, int], int]:
    return {
        (line.parent, int(match[1])): entry
        for entry, line in enumerate(lines)
        if line.parent and (match := _DISTRICT.fullmatch(line.name))
    }


def _weight(line: Line) -> int:
    return 1 + int(line.population * (DEPARTMENT_WEIGHT if line.kind == "department" else 1))
