"""Filters and what one more would keep: totals and facets of the firms found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from directory.models import Qualification
from directory.search import Facet, Facets
from search.engines.base import EngineQuery
from search.trades import TradeBits

from .found import Found
from .records import CHARTER, COOWNERSHIPS, HOUSES, OFFICE_BITS, TRADES, Records, day_number

Mask = NDArray[np.bool_]
HOUSING = {"maison": HOUSES, "copropriete": COOWNERSHIPS}
FACET = partial(tuple.__new__, Facet)  # spares a call in Python for each
_SHIFTS = np.arange(8, dtype=np.uint64)[:, None]
_LOWEST_BITS = np.uint64(0x0101010101010101)  # of each byte
_ONES = 255  # as many as a byte can count
_PIECE = 128 * _ONES  # words whose planes fit in the processor's cache


@dataclass(frozen=True)
class Counting:
    """The firms found by words and place, and the filters of a query. `searched`: bits of the trades in question."""

    found: Found
    query: EngineQuery
    trades: TradeBits
    searched: int
    computed_on: int  # the last day on which the index computed proofs (see `records.day_number`)

    @cached_property
    def ticked(self) -> int:
        """Give the bits of the ticked trades."""
        return self.trades.mask(self.query.ticked)

    @cached_property
    def bits(self) -> NDArray[np.uint64]:
        """Give each firm's trades and flags."""
        return np.ascontiguousarray(self.found.records["bits"])

    @cached_property
    def proofs(self) -> NDArray[np.uint64]:
        """Give the trades of each firm's valid qualifications."""
        return proofs_on(self.found.records, self.query, self.computed_on)

    @cached_property
    def proven(self) -> Mask:
        """Tell who holds a valid qualification: for a searched trade that it practises there; for any when none."""
        if not self.searched:
            return self.proofs != 0
        return self.proofs & self.bits & np.uint64(self.searched) != 0

    def filters(self) -> dict[str, Mask]:
        """Give what each filter in force keeps."""
        masks: dict[str, Mask] = {}
        if self.query.ticked:
            masks["trades"] = self.bits & np.uint64(self.ticked) != 0
        if self.query.housing:
            masks["housing"] = self.bits & np.uint64(HOUSING[self.query.housing]) != 0
        if "rge" in self.query.labels:
            masks["rge"] = self.proven
        if "charte" in self.query.labels:
            masks["charte"] = self.bits & np.uint64(CHARTER) != 0
        return masks

    def facets(self, filters: dict[str, Mask]) -> Facets:
        """Count, for each value, the firms that would be left with it as the only one of its kind."""
        if not filters:
            return self._facets_of(bit_counts(self.bits), int(np.count_nonzero(self.proven)))
        counts = bit_counts(self.bits[_all(filters, "housing", len(self.bits))])
        counts[:60] = bit_counts(self._trades_left(filters))[:60]
        charter = _all(filters, "charte", len(self.bits)) & (self.bits & np.uint64(CHARTER) != 0)
        counts[62] = np.count_nonzero(charter)
        proven = _all(filters, "rge", len(self.bits)) & self.proven
        return self._facets_of(counts, int(np.count_nonzero(proven)))

    def _trades_left(self, filters: dict[str, Mask]) -> NDArray[np.uint64]:
        """Give the trades of those left by all but the ticked trades; with "rge", only the trades that it proves."""
        if "rge" not in filters:
            return self.bits[_all(filters, "trades", len(self.bits))]
        others = {name: mask for name, mask in filters.items() if name != "rge"}
        return (self.bits & self.proofs)[_all(others, "trades", len(self.bits))]

    def _facets_of(self, counts: NDArray[np.int64], proven: int) -> Facets:
        by_bit = counts.tolist()
        trades = [(slug, by_bit[bit]) for slug, bit in self.trades.bits.items() if by_bit[bit]]
        return Facets(
            trades=tuple(map(FACET, trades)),
            labels=(Facet("rge", proven), Facet("charte", by_bit[62])),
            housing=(Facet("maison", by_bit[60]), Facet("copropriete", by_bit[61])),
        )


def every(filters: Mapping[str, Mask]) -> Mask:
    """Tell who passes all of some filters."""
    passed: Mask = np.logical_and.reduce(list(filters.values()))
    return passed


def _all(filters: dict[str, Mask], but: str, size: int) -> Mask:
    others = {name: mask for name, mask in filters.items() if name != but}
    return every(others) if others else np.ones(size, np.bool_)


def bit_counts(words: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Count how many words have each of the 64 bits."""
    counts = np.zeros(64, np.int64)
    for start in range(0, len(words), _PIECE):
        counts += _bit_counts(words[start : start + _PIECE])
    return counts


def _bit_counts(words: NDArray[np.uint64]) -> NDArray[np.int64]:
    planes = words >> _SHIFTS
    planes &= _LOWEST_BITS
    sums = np.add.reduceat(planes, np.arange(0, len(words), _ONES), axis=1).view(np.uint8)
    return np.asarray(sums.reshape(8, -1, 8).sum(axis=1, dtype=np.int64).T.reshape(64))


def proofs_on(records: Records, query: EngineQuery, computed_on: int) -> NDArray[np.uint64]:
    """Give the proofs as of the query's day; those that changed since they were computed are read again."""
    proofs: NDArray[np.uint64] = records["proofs"] & np.uint64(TRADES)
    today = day_number(query.today)
    if today < computed_on:
        changed = np.arange(len(records))
    else:
        changed = (records["office"] >> np.uint32(OFFICE_BITS) <= np.uint32(today)).nonzero()[0]
    if len(changed):
        ids = records["id"].take(changed)
        read = dict.fromkeys(ids.tolist(), 0)
        for firm, bit in _valid(list(read), query):
            read[firm] |= 1 << bit
        proofs[changed] = [read[firm] for firm in ids.tolist()]
    return proofs


def _valid(ids: list[int], query: EngineQuery) -> Iterable[tuple[int, int]]:
    size = 5000 if connection.vendor == "sqlite" else 30_000
    for start in range(0, len(ids), size):
        rows = Qualification.objects.valid_on(query.today).filter(professional__in=ids[start : start + size])
        yield from (
            rows.filter(domain__trades__isnull=False).order_by().values_list("professional_id", "domain__trades__bit")
        )
