"""From chunks to the firms found: decoded, kept where they serve the place, each firm once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import sphere
from .places import Where
from .records import ALL, AREA, FLAGS_AT, RECORD, SEVERAL, Records, area, term_of
from .sphere import Haversines
from .store import Row

DENSE_IDS = 1 << 26  # up to this id, sets of firms are tables of bits rather than sorted lists
Mask = NDArray[np.bool_]
Ids = NDArray[np.uint32]


@dataclass(slots=True)
class Found:
    """Firms: their records, and how far each stands (None when no place has a centre)."""

    records: Records
    near: Haversines | None = None

    @property
    def ids(self) -> Ids:
        """Give the firms' ids."""
        ids: Ids = self.records["id"]
        return ids

    def kept(self, mask: Mask) -> "Found":
        """Give those that a mask keeps."""
        return Found(self.records.compress(mask), None if self.near is None else self.near.compress(mask))


def joined(parts: Sequence[Found]) -> Found:
    """Put sets of firms one after the other."""
    if len(parts) == 1:
        return parts[0]
    near = [part.near for part in parts if part.near is not None]
    return Found(np.concatenate([part.records for part in parts]), np.concatenate(near) if near else None)


def practising(rows: Sequence[Row], trades: int, where: Where) -> Found:
    """Give the firms of trades' chunks (of any trade's when `trades` is 0) that serve the place."""
    by_term: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_term[term_of(row.id)].append(row)
    parts, repeated = [Found(np.empty(0, RECORD), sphere.NONE if where.centres else None)], []
    for term, chunks in by_term.items():
        plain, several = _of_term(chunks, trades & ((1 << term) - 1) >> 1, where)
        parts.append(plain)
        repeated.append(several)
    merged = _once(joined(repeated)) if repeated else parts[0]
    if trades:
        merged = merged.kept(merged.records["bits"] & np.uint64(trades) != 0)
    return joined([part for part in (*parts, merged) if len(part.records)] or parts)


def _of_term(rows: Sequence[Row], earlier: int, where: Where) -> tuple[Found, Found]:
    """Give the firms of one trade's chunks: those read once, and those that other chunks may hold as well.

    A firm that also practises one of the `earlier` trades asked for was read under that one.
    """
    records = np.frombuffer(b"".join([row.data for row in rows]), RECORD)
    bits = records["bits"]
    near, mask = None, np.ones(len(records), np.bool_)
    if where.centres:
        near = sphere.haversines(records, where.centres)
        mask = near <= sphere.LIMITS.take((records["proofs"] >> np.uint64(FLAGS_AT)).view(np.int64))
    several = _repeated(bits, where) & mask
    mask &= ~several
    if earlier:
        mask &= bits & np.uint64(earlier) == 0
    found = Found(records, near)
    return found if mask.all() else found.kept(mask), found.kept(several)


def named(words: Sequence[Sequence[Row]], where: Where) -> Found:
    """Give the firms that serve the place and whose name holds all the words, given each word's chunks."""
    decoded = sorted(map(_names, words), key=lambda pair: len(pair[0]))
    records, areas = decoded[0]
    for others, _areas in decoded[1:]:
        mask = among(records["id"], others["id"])
        records, areas = records.compress(mask), areas.compress(mask)
    near = sphere.haversines(records, where.centres) if where.centres else None
    found = Found(records, near)
    mask = _serves(found, areas, where)
    several = _repeated(records["bits"], where) & mask
    return joined([found.kept(mask & ~several), _once(found.kept(several))])


def holders(rows: Sequence[Row]) -> Ids:
    """Give the ids of the firms in a word's chunks."""
    ids: Ids = _names(rows)[0]["id"]
    return ids


def among(ids: Ids, others: Ids) -> Mask:
    """Tell which ids are among others."""
    if not len(ids) or not len(others):
        return np.zeros(len(ids), np.bool_)
    size = int(max(ids.max(), others.max())) + 1
    if size > DENSE_IDS:
        return np.isin(ids, others)
    table = np.zeros(size, np.bool_)
    table[others] = True
    found: Mask = table[ids]
    return found


def _names(rows: Sequence[Row]) -> tuple[Records, NDArray[np.int64]]:
    width = RECORD.itemsize + AREA.itemsize
    ends = [len(row.data) // width * RECORD.itemsize for row in rows]
    parts = list(zip(rows, ends, strict=True))
    records = np.frombuffer(b"".join([row.data[:end] for row, end in parts]), RECORD)
    return records, np.frombuffer(b"".join([row.data[end:] for row, end in parts]), np.int64)


def _serves(found: Found, areas: NDArray[np.int64], where: Where) -> Mask:
    """Tell which records of a name stand for an area that serves the place (without a place: for the whole firm)."""
    records = found.records
    if not where.places:
        mask: Mask = (records["bits"] < np.uint64(SEVERAL)) | (areas == area(ALL))
        return mask
    mask = where.covered(areas, records)
    if found.near is not None:
        radius = (records["proofs"] >> np.uint64(FLAGS_AT)).view(np.int64)
        mask |= (radius > 0) & (found.near <= sphere.LIMITS.take(radius))
    return mask


def _repeated(bits: NDArray[np.uint64], where: Where) -> Mask:
    """Tell whose records may be several. Without a place one area was read, that holds each firm once."""
    if not where.places:
        return np.zeros(len(bits), np.bool_)
    return np.ones(len(bits), np.bool_) if where.may_repeat else bits >= np.uint64(SEVERAL)


def _once(found: Found) -> Found:
    """Join the records of each firm: it practises there what any of its areas says."""
    if not len(found.records):
        return found
    order = np.argsort(found.ids, kind="stable")
    records = found.records[order]
    first = np.concatenate(([True], records["id"][1:] != records["id"][:-1]))
    bits = np.bitwise_or.reduceat(records["bits"], np.flatnonzero(first))
    once = Found(records.compress(first), None if found.near is None else found.near[order].compress(first))
    once.records["bits"] = bits
    return once
