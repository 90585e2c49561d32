"""The map of a territory as a drawing: what stands in the map's place until its script comes, or for ever without one.

Plane coordinates: units of a drawing `WIDTH` wide, y downwards; longitudes shrink by the cosine of the middle latitude.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from experiences.cases import Case
from territories.outlines import Box, Outline, Point, box_of, outlines_of

WIDTH = 800
MARGIN = 20
CELL = 36  # cases nearer than that are drawn as one mark with their number
LETTER_WIDTH = 7.0  # of a commune's name, on average
LINE_HEIGHT = 18


@dataclass(frozen=True, slots=True)
class Place:
    """A commune: its line as SVG path data, its name, and where the name stands (`is_named`: there is room for it)."""

    line: str
    name: str
    x: float
    y: float
    is_named: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One case (`letter` of its label after works, lower case, "x" when unknown), or several at the same place."""

    x: float
    y: float
    letter: str
    count: int
    is_selected: bool


@dataclass(frozen=True, slots=True)
class Base:
    """A territory laid flat."""

    west: float
    north: float
    across: float  # units for a degree of longitude
    down: float  # units for a degree of latitude
    height: int
    places: tuple[Place, ...]

    def at(self, point: Point) -> tuple[float, float]:
        """Lay a point flat."""
        longitude, latitude = point
        return (
            round(MARGIN + (longitude - self.west) * self.across, 1),
            round(MARGIN + (self.north - latitude) * self.down, 1),
        )

    def holds(self, point: tuple[float, float]) -> bool:
        """Tell whether a point lies in the drawing."""
        return 0 <= point[0] <= WIDTH and 0 <= point[1] <= self.height


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the template draws."""

    width: int
    height: int
    places: tuple[Place, ...]
    marks: tuple[Mark, ...]


def draw(territory: str, cases: tuple[Case, ...], selected: int | None = None) -> Drawing | None:
    """Draw a territory (SIREN of its body) and the cases in it; None where the project ships no outlines."""
    base = _base(territory)
    return Drawing(WIDTH, base.height, base.places, _marks(base, cases, selected)) if base else None


@lru_cache(maxsize=8)
def _base(territory: str) -> Base | None:
    outlines = outlines_of(territory)
    box = box_of(outlines)
    if box is None:
        return None
    empty = _flat(box)
    return Base(empty.west, empty.north, empty.across, empty.down, empty.height, _places(empty, outlines))


def _flat(box: Box) -> Base:
    west, south, east, north = box
    across = (WIDTH - 2 * MARGIN) / (east - west)
    down = across / cos(radians((south + north) / 2))
    return Base(west, north, across, down, round((north - south) * down) + 2 * MARGIN, ())


def _places(base: Base, outlines: tuple[Outline, ...]) -> tuple[Place, ...]:
    """Lay the communes flat; a name that would cover that of a more populated commune is left out."""
    taken: list[tuple[float, float, float]] = []
    places = []
    for outline in outlines:
        x, y = base.at(outline.centre)
        half = len(outline.name) * LETTER_WIDTH / 2
        free = half < x < WIDTH - half and not any(
            abs(x - other) < half + wide and abs(y - at) < LINE_HEIGHT for other, at, wide in taken
        )
        if free:
            taken.append((x, y, half))
        places.append(Place(_line(base, outline), outline.name, x, y, free))
    return tuple(places)


def _line(base: Base, outline: Outline) -> str:
    rings = ("L".join("{:.0f} {:.0f}".format(*base.at(point)) for point in ring) for ring in outline.rings)
    return "".join(f"M{ring}Z" for ring in rings)


def _marks(base: Base, cases: tuple[Case, ...], selected: int | None) -> tuple[Mark, ...]:
    """Put near cases together, in the cells of a grid; the selected one stands alone, over the others."""
    cells: dict[tuple[float, float], list[tuple[Case, tuple[float, float]]]] = defaultdict(list)
    alone = []
    for case in cases:
        at = base.at(case.point) if case.point else None
        if at is None or not base.holds(at):
            continue
        if case.pk == selected:
            alone.append(Mark(*at, _letter(case), 1, True))
        else:
            cells[at[0] // CELL, at[1] // CELL].append((case, at))
    return (*(_mark(cell) for cell in cells.values()), *alone)


def _mark(cell: list[tuple[Case, tuple[float, float]]]) -> Mark:
    x = sum(at[0] for _case, at in cell) / len(cell)
    y = sum(at[1] for _case, at in cell) / len(cell)
    return Mark(round(x, 1), round(y, 1), _letter(cell[0][0]) if len(cell) == 1 else "", len(cell), False)


def _letter(case: Case) -> str:
    return case.label_after.lower() or "x"
