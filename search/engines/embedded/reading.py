"""From the directory's tables to columns: the published firms, their areas and the words of their names."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from core.text import clean, fold
from directory.models import RADII_KM, ServiceArea
from search.text import LONGEST_NAME, content, stem, words
from territories.models import Commune

from . import records as r
from . import tables
from .tables import Ids, Rows

_COLUMNS = _FIRM, _FILED, _NAMED, _RADIUS, _TRADE = range(5)


@dataclass(slots=True)
class Firms:
    """Published firms in the order of their ids: their records without areas, and their names' words."""

    records: r.Records
    departments: NDArray[np.int64]  # the area that touches the office's department, 0 when unknown
    words: list[str]  # of each name, apart by a blank: far smaller than tuples

    def places_of(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Give where firms stand, and which of the ids are published firms at all."""
        known = self.records["id"]
        if not len(known):
            return np.zeros(len(ids), np.int64), np.zeros(len(ids), np.bool_)
        places = np.minimum(np.searchsorted(known, ids), len(known) - 1)
        return places, known[places] == ids


@dataclass(slots=True)
class Areas:
    """Where firms work, a row per firm and area to be read: `firm` is its place among the firms, `bits` the trades.

    `filed`: the area of the trades' keys; `named`: the area in a name's record (0 where a name needs none);
    `radius`: its place in RADII_KM plus 1, or 0.
    """

    firm: NDArray[np.int64]
    filed: NDArray[np.int64]
    named: NDArray[np.int64]
    radius: NDArray[np.int64]
    bits: NDArray[np.uint64]


def name_words(name: str) -> tuple[str, ...]:
    """Give the folded content words of a firm's name, each once."""
    name = name[:LONGEST_NAME] if name.isprintable() else clean(name, LONGEST_NAME)  # most names are clean
    return tuple(dict.fromkeys(content(words(fold(name)))))


def name_stems(found: Iterable[str]) -> tuple[str, ...]:
    """Give their stems, each once (as `search.text.stems` of the name does)."""
    return tuple(dict.fromkeys(map(stem, found)))


def firms(ids: Ids, today: date) -> Firms:
    """Read published firms."""
    blocks = [np.empty(0, r.RECORD)]
    departments, names = array("q"), []
    read = tables.FIRMS.read(ids, today)
    while block := list(islice(read, tables.FETCHED)):
        blocks.append(np.array([_record(*row[:-2]) for row in block], r.RECORD))
        departments.extend(_touched(row[-2]) if row[-2] else 0 for row in block)
        names += [" ".join(name_words(row[-1])) for row in block]
    return Firms(np.concatenate(blocks), np.array(departments, np.int64), names)


def _record(
    firm: int, lat: float | None, lon: float | None, commune: str | None, houses: bool, coownerships: bool,
    signed_on: date | None,
) -> tuple[int, ...]:  # fmt: skip
    bits = r.HOUSES * houses + r.COOWNERSHIPS * coownerships + r.CHARTER * (signed_on is not None)
    office = r.commune_number(commune) if commune else 0
    if lat is None or lon is None:
        return bits, 0, firm, r.NOWHERE, 0, office
    return bits, 0, firm, round(lat * r.DEGREE), round(lon * r.DEGREE), office


def add_trades(found: Firms, ids: Ids, today: date) -> None:
    """Set the bit of every trade that each firm practises."""
    for pairs in _blocks(tables.TRADES.read(ids, today), 2):
        places, known = found.places_of(pairs[:, 0])
        bits = np.left_shift(np.uint64(1), pairs[known, 1].astype(np.uint64))
        np.bitwise_or.at(found.records["bits"], places[known], bits)


def add_proofs(found: Firms, ids: Ids, today: date) -> None:
    """Set the trades of each firm's valid qualifications, and the day on which they change by themselves."""
    now, epoch = r.day_number(today), r.EPOCH
    changes = np.full(len(found.records), r.NEVER, np.int64)
    values = (
        (firm, starts.toordinal() - epoch if starts else 0, ends.toordinal() - epoch, -1 if bit is None else bit)
        for firm, starts, ends, bit in tables.PROOFS.read(ids, today)
    )
    for block in _blocks(values, 4):
        places, known = found.places_of(block[:, 0])
        places, block = places[known], block[known]
        begun = block[:, 1] <= now
        np.minimum.at(changes, places, np.where(begun, block[:, 2] + 1, block[:, 1]))
        valid = begun & (block[:, 3] >= 0)
        bits = np.left_shift(np.uint64(1), block[valid, 3].astype(np.uint64))
        np.bitwise_or.at(found.records["proofs"], places[valid], bits)
    found.records["office"] |= (np.minimum(changes, r.NEVER) << r.OFFICE_BITS).astype(np.uint32)


def areas(found: Firms, ids: Ids, today: date) -> Areas:
    """Read where firms work: as said, as the departments touched, and "everywhere" for searches without a place.

    Sets SEVERAL on every firm that does not have exactly one area for all its trades.
    """
    blocks = list(_blocks(_area_rows(tables.AREAS.read(ids, today)), len(_COLUMNS))) or [
        np.zeros((0, len(_COLUMNS)), np.int64)
    ]
    said = np.concatenate(blocks)
    said[:, _FIRM], known = found.places_of(said[:, _FIRM])
    said = _around_offices(found, said[known])
    trades = found.records["bits"][said[:, _FIRM]]
    only = said[:, _TRADE] >= 0
    one = np.left_shift(np.uint64(1), np.where(only, said[:, _TRADE], 0).astype(np.uint64))
    practised = np.where(only, trades & (one | ~np.uint64(r.TRADES)), trades)
    kept = ~only | (trades & one != 0)
    return _with_everywhere(found, said[kept], practised[kept], only[kept])


def _around_offices(found: Firms, said: NDArray[np.int64]) -> NDArray[np.int64]:
    """File radii by their office's cell (0, which nobody reads, without coordinates) and touch its department."""
    radii = said[:, _RADIUS] > 0
    offices = said[radii, _FIRM]
    lat, lon = (found.records[name][offices].astype(np.int64) for name in ("lat", "lon"))
    coarse = np.array([0, *RADII_KM])[said[radii, _RADIUS]] > r.GRIDS[0][1]
    filed = np.where(coarse, r.cells(lat, lon, 1), r.cells(lat, lon, 0))
    said[radii, _FILED] = np.where(lat == r.NOWHERE, 0, filed)
    touching = said[radii]
    touching[:, _FILED] = found.departments[offices]
    touching[:, [_NAMED, _RADIUS]] = 0
    return np.concatenate((said, touching[touching[:, _FILED] > 0]))


def _with_everywhere(
    found: Firms, said: NDArray[np.int64], practised: NDArray[np.uint64], only: NDArray[np.bool_]
) -> Areas:
    size = len(found.records)
    is_area = (said[:, _NAMED] > 0) & (said[:, _NAMED] < r.area(r.TOUCHED))  # what is touched repeats another row
    rows = np.bincount(said[is_area, _FIRM], minlength=size)
    special = np.bincount(said[is_area & only, _FIRM], minlength=size) > 0
    several = (rows > 1) | special
    found.records["bits"][several] |= np.uint64(r.SEVERAL)
    practised = practised | np.where(several[said[:, _FIRM]], np.uint64(r.SEVERAL), np.uint64(0))
    everywhere = np.full(size, r.area(r.ALL))
    return Areas(
        firm=np.concatenate((said[:, _FIRM], np.arange(size))),
        filed=np.concatenate((said[:, _FILED], everywhere)),
        named=np.concatenate((said[:, _NAMED], np.where(several | (rows == 0), everywhere, 0))),
        radius=np.concatenate((said[:, _RADIUS], np.zeros(size, np.int64))),
        bits=np.concatenate((practised, found.records["bits"])),
    )


def _area_rows(rows: Rows) -> Iterator[tuple[int, int, int, int, int]]:
    """Give an area's _COLUMNS as said, then as each department that it touches by its code."""
    touched = cache(_departments_of_epci)
    for firm, kind, commune, department_of, epci, department, region, radius, bit in rows:
        only = -1 if bit is None else bit
        if kind == ServiceArea.Kind.RADIUS:
            yield firm, 0, r.area(r.RADIUS), RADII_KM.index(radius) + 1, only
            continue
        number = _number(commune, epci, department, region)
        yield firm, number, number, 0, only
        if commune:
            yield firm, _touched(department_of), 0, 0, only  # a name's record tells by the commune itself
        for code in touched(epci) if epci else ():
            yield firm, _touched(code), _touched(code), 0, only


@cache
def _touched(department: str) -> int:
    return r.area(r.TOUCHED, r.code_number(department))


def _number(commune: str | None, epci: str | None, department: str | None, region: str | None) -> int:
    if commune:
        return r.area(r.COMMUNE, r.commune_number(commune))
    if epci:
        return r.area(r.EPCI, int(epci))
    if department:
        return r.area(r.DEPARTMENT, r.code_number(department))
    return r.area(r.REGION, r.code_number(region)) if region else r.area(r.FRANCE)


def _departments_of_epci(code: str) -> tuple[str, ...]:
    communes = Commune.objects.filter(epci=code).order_by()
    return tuple(communes.values_list("department_id", flat=True).distinct())


def _blocks(rows: Iterable[tuple[int, ...]], width: int) -> Iterator[NDArray[np.int64]]:
    """Pack rows of numbers in arrays of at most tables.FETCHED × 10 rows."""
    values = chain.from_iterable(rows)
    while True:
        block = np.fromiter(islice(values, tables.FETCHED * 10 * width), np.int64)
        if not len(block):
            return
        yield block.reshape(-1, width)
