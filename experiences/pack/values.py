"""What a pack says, ready to be shown on a page or on paper: frozen values in one language."""

from dataclasses import dataclass

from core.models import Picture
from core.shops import Shop
from experiences.trades import TradeLink


@dataclass(frozen=True, slots=True)
class PackPhoto:
    """A picture of a case. `moment` is "before", "after" or empty."""

    picture: Picture
    moment: str
    legend: str  # "Avant les travaux", or what else the picture is
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class PackCase:
    """One case: what stands at the head of its column, and what is told of it besides the table.

    `longitude` and `latitude` are the published ones, in degrees, or None. `language` is that of the texts, empty when
    it is the reader's own.
    """

    number: int
    pk: int
    title: str
    url: str
    place: str
    address: str  # the published one
    language: str
    longitude: float | None
    latitude: float | None
    photos: tuple[PackPhoto, ...]
    quote: str
    quote_author: str
    without_query: str  # the query string of the pack without it


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row says of one case: lines, none when nobody told. `letters` are energy classes, before and after."""

    lines: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what it compares, and one cell for each case."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that speak of one thing."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """Where a case is on the map, in its units; `numbers` are those of the cases that stand there ("1", "2, 3")."""

    x: float
    y: float
    numbers: str
    label: str


@dataclass(frozen=True, slots=True)
class PackMap:
    """The communes' outlines and the cases, from the top left corner. `outlines` are paths of SVG."""

    width: float
    height: float
    outlines: tuple[str, ...]
    markers: tuple[Marker, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole hand-out. `short_address` is printed and coded; `day` is when it was made, in words."""

    cases: tuple[PackCase, ...]
    groups: tuple[RowGroup, ...]
    map: PackMap | None
    trades: tuple[TradeLink, ...]
    shop: Shop
    sources: tuple[str, ...]
    day: str
    language: str
    title: str
    short_address: str
    directory_address: str  # in full, for paper
    file_name: str
