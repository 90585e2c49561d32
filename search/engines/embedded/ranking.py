"""The one total order of a search, of which every page is a slice, and the map its head."""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from directory.search import BANDS_KM, MAP_POINTS, Hit, Point
from search.engines.base import EngineQuery
from search.engines.lots import lots

from . import sphere
from .found import Found
from .places import Where
from .records import DEGREE, NOWHERE, OFFICE_BITS, Records

_SAMPLE = 1024
SLACK = 28  # firms without coordinates that the map may meet before the order is made longer
_BAND_LIMITS = [np.float32(sphere.haversine_of(km)) for km in BANDS_KM]
_POINT = partial(tuple.__new__, Point)  # spares a call in Python for each
Indexes = NDArray[np.int64]


def page(found: Found, tiers: NDArray[np.uint8], where: Where, query: EngineQuery) -> tuple[list[Hit], list[Point]]:
    """Give the hits of the page asked for, and the first points of the whole order."""
    head = _by_distance(found, where, query) if query.order == "distance" else _by_merit(found, tiers, where, query)
    size = max(query.offset + query.limit, MAP_POINTS + SLACK)
    first = head(size)
    records = found.records.take(first)
    points = _points(records)
    while len(points) < MAP_POINTS and len(first) < len(found.records):
        size *= 4
        first = head(size)
        records = found.records.take(first)
        points = _points(records)
    shown = slice(query.offset, query.offset + query.limit)
    return _hits(records[shown], tiers.take(first[shown]), where), points


def _by_merit(found: Found, tiers: NDArray[np.uint8], where: Where, query: EngineQuery) -> Callable[[int], Indexes]:
    """Order by tier, then distance band, then the day's lot."""
    levels = tiers * np.uint8(8) + _bands(found, where)
    counts = np.cumsum(np.bincount(levels, minlength=16))

    def head(size: int) -> Indexes:
        last = int(counts.searchsorted(min(size, len(levels))))
        chosen = (levels <= last).nonzero()[0]
        lot = lots(found.records["id"].take(chosen), query.today)
        keys = levels.take(chosen).astype(np.uint64) << np.uint64(32) | lot
        return chosen[_smallest(keys, size)]

    return head


def _by_distance(found: Found, where: Where, query: EngineQuery) -> Callable[[int], Indexes]:
    """Order by distance, then the day's lot; unknown distances come last."""

    def head(size: int) -> Indexes:
        chosen = _nearest(found, size)
        records = found.records.take(chosen)
        near = sphere.haversines(records, where.centres, np.float64)
        return chosen[np.lexsort((lots(records["id"].copy(), query.today), near))[:size]]

    return head


def _nearest(found: Found, size: int) -> Indexes:
    """Give where the nearest firms stand: `size` of them, and those that float32 cannot tell from the last."""
    if found.near is None or len(found.near) <= size:
        return np.arange(len(found.records))
    last = np.partition(found.near, size - 1)[size - 1]
    return np.flatnonzero(found.near <= last * np.float32(1.00001))


def _smallest(keys: NDArray[np.uint64], size: int) -> Indexes:
    """Give where the smallest keys stand, in order (of many, first those under a threshold that a sample tells)."""
    step = len(keys) // _SAMPLE
    if step > 1 and len(keys) > 16 * size:
        sample = np.sort(keys[::step])
        few = (keys <= sample[2 * size // step + 8]).nonzero()[0]
        if len(few) >= size:
            return few[_smallest(keys[few], size)]
    if len(keys) <= size:
        return np.argsort(keys)
    first = np.argpartition(keys, size - 1)[:size]
    return first[np.argsort(keys[first])]


def _bands(found: Found, where: Where) -> NDArray[np.uint8]:
    """Give each firm's band: 0 in the same commune, then under each of BANDS_KM, then beyond or unknown."""
    bands = np.full(len(found.records), len(BANDS_KM) + 1, np.uint8)
    if not where.centres and not where.communes:
        return bands
    if found.near is not None:
        for limit in _BAND_LIMITS:
            bands -= found.near < limit
    offices = found.records["office"] & np.uint32((1 << OFFICE_BITS) - 1)
    for commune in where.communes:
        bands[offices == np.uint32(commune)] = 0
    return bands


def _hits(records: Records, tiers: NDArray[np.uint8], where: Where) -> list[Hit]:
    return list(map(Hit, records["id"].tolist(), tiers.tolist(), sphere.kilometres(records, where.centres)))


def _points(records: Records) -> list[Point]:
    known = (records["lat"] != NOWHERE).nonzero()[0]
    records = records.take(known[:MAP_POINTS])
    columns = (records["id"].tolist(), (records["lat"] / DEGREE).tolist(), (records["lon"] / DEGREE).tolist())
    return list(map(_POINT, zip(*columns, strict=True)))
