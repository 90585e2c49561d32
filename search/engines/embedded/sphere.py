"""Distances of many records at once, and the cells of the grid that a circle touches."""

from functools import lru_cache
from math import asin, cos, degrees, floor, radians, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.models import RADII_KM
from territories.geometry import EARTH_RADIUS_KM
from territories.place import Place

from .records import DEGREE, GRIDS, NOWHERE, Records, cells

Haversines = NDArray[np.floating[Any]]  # sin² of half the angle: orders as distances do; infinite where unknown


def haversine_of(km: float) -> float:
    """Give the haversine of a distance in km."""
    return sin(km / EARTH_RADIUS_KM / 2) ** 2


# By the radius of a record (`proofs`' high bits); an area that is no radius has no limit.
LIMITS = np.array([np.inf, *map(haversine_of, RADII_KM)], np.float32)
LIMITS.resize(16)


def haversines(records: Records, places: list[Place], precision: type = np.float32) -> Haversines:
    """Give each office's haversine to the nearest place that has a centre.

    Float32 is computed from differences of integers: 1 cm at 50 km, and four times faster than float64.
    """
    lat, lon = records["lat"], records["lon"]
    unknown = lat == NOWHERE
    cosines = np.cos(lat.astype(precision) * precision(radians(1 / DEGREE)))
    nearest: Haversines = np.full(len(records), np.inf, precision)
    for place in places:
        np.minimum(nearest, _haversines(lat, lon, cosines, place, precision), out=nearest)
    nearest[unknown] = np.inf
    return nearest


def _haversines(lat: Any, lon: Any, cosines: Any, place: Place, precision: Any) -> Haversines:
    assert place.latitude is not None and place.longitude is not None  # noqa: S101, PT018 (for the type checker)
    half_unit = precision(radians(1 / DEGREE) / 2)
    north = np.sin((lat - np.int32(round(place.latitude * DEGREE))).astype(precision) * half_unit)
    east = np.sin((lon - np.int32(round(place.longitude * DEGREE))).astype(precision) * half_unit)
    cosines = cosines * precision(cos(radians(place.latitude)))
    found: Haversines = north * north + cosines * (east * east)
    return found


def kilometres(records: Records, places: list[Place]) -> list[float | None]:
    """Give each office's distance in km to the nearest place that has a centre, None where unknown."""
    near = haversines(records, places, np.float64)
    found = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(near, 1.0)))
    return [km if known else None for km, known in zip(found.tolist(), np.isfinite(near).tolist(), strict=True)]


@lru_cache(maxsize=4096)
def cells_around(latitude: float, longitude: float) -> tuple[int, ...]:
    """Give the areas of every cell where an office may stand whose radius reaches a point."""
    found: list[int] = []
    for grid, (size, reach) in enumerate(GRIDS):
        rows = _span(latitude, degrees(reach / EARTH_RADIUS_KM), size, 90)
        columns = _span(longitude, _longitudes(latitude, reach), size, 180)
        across = 360 * DEGREE // size
        first = cells(-90 * DEGREE, -180 * DEGREE, grid)
        found += [first + row * across + column % across for row in rows for column in columns]
    return tuple(found)


def _span(middle: float, reach: float, size: int, shift: int) -> range:
    """Give the numbers of the rows (or columns) of cells that a circle touches."""
    first = floor((middle - reach + shift) * DEGREE / size)
    return range(first, floor((middle + reach + shift) * DEGREE / size) + 1)


def _longitudes(latitude: float, reach: float) -> float:
    """Give how many degrees of longitude a circle reaches on each side (all of them when it holds a pole)."""
    ratio = sin(reach / EARTH_RADIUS_KM) / max(cos(radians(latitude)), 1e-9)
    return degrees(asin(ratio)) * 1.000001 if ratio < 1 else 180.0
