"""WHAT a search of the directory is. HOW it is done stands in the room `search`; a setting ties the two.

Every value is frozen and without Django, parsed once at the edge (`directory.querystring`) and never checked again.
Those that a search makes by the hundred are named tuples: they cost a fifth of a dataclass.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, cast

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.timezone import localdate

from territories.place import Place

PAGE_SIZE = 20
MAP_POINTS = 100
BANDS_KM = (10, 25, 50)  # the order counts by distance bands: the same commune, then under each of these

Housing = Literal["maison", "copropriete"]
Label = Literal["rge", "charte"]
Order = Literal["pertinence", "distance"]
Change = Literal["names", "filters", "department", "place"]


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the visitor asked for.

    `places` empty means everywhere; several means any of them (a postcode that covers several communes).
    `trades` are trade slugs the visitor ticked, any of them; with a trade read in `words`, both must hold.
    `labels`: all of them must hold. `page` counts from 1. `today` dates labels and the day's shuffle.
    """

    words: str = ""
    places: tuple[Place, ...] = ()
    trades: tuple[str, ...] = ()
    housing: Housing | None = None
    labels: tuple[Label, ...] = ()
    order: Order = "pertinence"
    page: int = 1
    page_size: int = PAGE_SIZE
    today: date = field(default_factory=localdate)


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was read otherwise than typed ("architcte" → "architecte")."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What the words meant: trade slugs, words left to look for in names, repairs, and what was left aside."""

    trades: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    ignored: tuple[str, ...] = ()
    shortened: bool = False  # over 200 characters or 20 words: the rest was not read


class Facet(NamedTuple):
    """How many of the results one more filter would keep."""

    slug: str
    kept: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts per trade (over what is found before the ticked trades are applied), label and housing kind."""

    trades: tuple[Facet, ...] = ()
    labels: tuple[Facet, ...] = ()
    housing: tuple[Facet, ...] = ()


class Hit(NamedTuple):
    """One firm of the page: `tier` 0 for a name that holds every word, 1 for a trade; km to the nearest place."""

    id: int
    tier: int
    distance_km: float | None


class Point(NamedTuple):
    """A firm on the map, WGS84 degrees."""

    id: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Widening:
    """A wider search that would find more, and how many it would find.

    `change` names what to let go: "names" (words read as a name), "filters" (ticked trades, labels, housing),
    "department" (the whole department) or "place" (everywhere).
    """

    change: Change
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """The page of firms asked for, in order, and what stands around it. `points` has at most 100 rows."""

    hits: tuple[Hit, ...]
    total: int
    facets: Facets
    points: tuple[Point, ...]
    understood: Understood
    engine: str
    widened: tuple[Widening, ...] = ()


def search(criteria: Criteria) -> Results:
    """Answer a search with the engine that the installation chose (`settings.DIRECTORY_SEARCH`)."""
    run = cast(Callable[[Criteria], Results], import_string(settings.DIRECTORY_SEARCH))
    return run(criteria)
