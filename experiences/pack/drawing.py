"""The small map of a pack: outlines of communes, numbered points. Pure geometry, no tile and no script."""

from collections.abc import Iterable
from math import cos, radians

from django.utils.translation import gettext as _

from experiences.pack.values import Marker, PackCase, PackMap
from territories.outlines import Outline, Point, box_of

WIDTH = 600.0  # units of the drawing
MARGIN = 16.0
TALLEST = 1.1  # of the width
SAME_POINT = 26.0  # units under which two markers would hide each other


class Projection:
    """Degrees to units of the drawing: a plane that touches the territory in its middle."""

    def __init__(self, box: tuple[float, float, float, float]) -> None:
        west, south, east, north = box
        self.west, self.north = west, north
        self.ratio = cos(radians((south + north) / 2))
        self.scale = (WIDTH - 2 * MARGIN) / max((east - west) * self.ratio, (north - south) / TALLEST, 1e-9)
        self.width = (east - west) * self.ratio * self.scale + 2 * MARGIN
        self.height = (north - south) * self.scale + 2 * MARGIN

    def place(self, point: Point) -> tuple[float, float]:
        """Give where a point (longitude, latitude) is drawn."""
        longitude, latitude = point
        x = (longitude - self.west) * self.ratio * self.scale + MARGIN
        return round(x, 1), round((self.north - latitude) * self.scale + MARGIN, 1)


def map_of(cases: Iterable[PackCase], outlines: tuple[Outline, ...], territory: str) -> PackMap | None:
    """Draw the cases that have a published position; None when there is none, or no outline to set it on."""
    box = box_of(outlines)
    if box is None:
        return None
    inside = [case for case in cases if _is_inside(case, box)]
    if not inside:
        return None
    projection = Projection(box)
    markers = _markers(inside, projection)
    told = "; ".join(f"{marker.numbers} : {marker.label}" for marker in markers)
    description = _("Carte des communes de %(territory)s, où les cas sont situés. %(told)s.") % {
        "territory": territory,
        "told": told,
    }
    paths = tuple(_path(outline, projection) for outline in outlines)
    return PackMap(round(projection.width, 1), round(projection.height, 1), paths, markers, description)


def _is_inside(case: PackCase, box: tuple[float, float, float, float]) -> bool:
    if case.longitude is None or case.latitude is None:
        return False
    west, south, east, north = box
    return west <= case.longitude <= east and south <= case.latitude <= north


def _markers(cases: list[PackCase], projection: Projection) -> tuple[Marker, ...]:
    """Put a marker for each case, one for those that would hide each other."""
    groups: list[tuple[tuple[float, float], list[PackCase]]] = []
    for case in cases:
        point = projection.place((case.longitude or 0.0, case.latitude or 0.0))
        near = next((group for where, group in groups if _near(where, point)), None)
        if near is None:
            groups.append((point, [case]))
        else:
            near.append(case)
    return tuple(
        Marker(x, y, ", ".join(str(case.number) for case in group), ", ".join(f"{c.title} ({c.place})" for c in group))
        for (x, y), group in groups
    )


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < SAME_POINT and abs(one[1] - other[1]) < SAME_POINT


def _path(outline: Outline, projection: Projection) -> str:
    """Write an outline as a path of SVG."""
    rings = ([projection.place(point) for point in ring] for ring in outline.rings)
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in rings)
