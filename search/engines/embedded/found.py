"""From chunks to the firms found: decoded, kept where they serve the place, each firm once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import sphere
from .places import Where
from .records import ALL, AREA, AREA_BITS, CHUNK_BITS, RECORD, SEVERAL, Records, area
from .sphere import Haversines
from .store import Row

DENSE_IDS = 1 << 26  # up to this id, sets of firms are tables of bits rather than sorted lists


@dataclass(slots=True)
class Found:
    """Firms, each once: their records, and how far each stands (None when no place has a centre)."""

    records: Records
    near: Haversines | None = None

    def kept(self, mask: NDArray[np.bool_]) -> "Found":
        """Give those that a mask keeps."""
        return Found(self.records.compress(mask), None if self.near is None else self.near.compress(mask))


def practising(rows: Sequence[Row], trades: int, where: Where) -> Found:
    """Give the firms of trades' chunks (of any trade's when `trades` is 0) that serve the place."""
    records = np.frombuffer(b"".join([row.data for row in rows]), RECORD)
    if trades & (trades - 1):
        records = records.compress(_first_of(records, rows, trades, where))
    near = _near(records, where)
    if near is not None:
        mask = near <= sphere.LIMITS.take((records["proofs"] >> np.uint64(60)).view(np.int64))
        records, near = records.compress(mask), near.compress(mask)
    found = _once(Found(records, near), where)
    if not trades or not where.places:
        return found
    return found.kept(found.records["bits"] & np.uint64(trades) != 0)


def named(words: Sequence[Sequence[Row]], where: Where) -> Found:
    """Give the firms that serve the place and whose name holds all the words, given each word's chunks."""
    decoded = sorted(map(_names, words), key=lambda pair: len(pair[0]))
    records, areas = decoded[0]
    for others, _areas in decoded[1:]:
        mask = among(records["id"], others["id"])
        records, areas = records.compress(mask), areas.compress(mask)
    near = _near(records, where)
    mask = _serves(records, areas, near, where)
    return _once(Found(records.compress(mask), None if near is None else near.compress(mask)), where)


def among(ids: NDArray[np.uint32], others: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Tell which ids are among others."""
    if not len(ids) or not len(others):
        return np.zeros(len(ids), np.bool_)
    size = int(max(ids.max(), others.max())) + 1
    if size > DENSE_IDS:
        return np.isin(ids, others)
    table = np.zeros(size, np.bool_)
    table[others] = True
    found: NDArray[np.bool_] = table[ids]
    return found


def holders(rows: Sequence[Row]) -> NDArray[np.uint32]:
    """Give the ids of the firms in a word's chunks."""
    ids: NDArray[np.uint32] = _names(rows)[0]["id"]
    return ids


def _names(rows: Sequence[Row]) -> tuple[Records, NDArray[np.int64]]:
    width = RECORD.itemsize + AREA.itemsize
    ends = [len(row.data) // width * RECORD.itemsize for row in rows]
    parts = list(zip(rows, ends, strict=True))
    records = np.frombuffer(b"".join([row.data[:end] for row, end in parts]), RECORD)
    return records, np.frombuffer(b"".join([row.data[end:] for row, end in parts]), np.int64)


def _first_of(records: Records, rows: Sequence[Row], trades: int, where: Where) -> NDArray[np.bool_]:
    """Of a firm read under several trades keep one record: under its first trade (see `_once` for SEVERAL)."""
    terms = [(row.id >> AREA_BITS + CHUNK_BITS) - 1 for row in rows]
    sizes = [len(row.data) // RECORD.itemsize for row in rows]
    read_under = np.repeat(np.array([1 << term for term in terms], np.uint64), sizes)
    bits = records["bits"]
    asked = bits & np.uint64(trades)
    first = asked & (~asked + np.uint64(1))
    found: NDArray[np.bool_] = first == read_under
    return found | (bits >= np.uint64(SEVERAL)) if where.places else found


def _near(records: Records, where: Where) -> Haversines | None:
    return sphere.haversines(records, where.centres) if where.centres else None


def _serves(records: Records, areas: NDArray[np.int64], near: Haversines | None, where: Where) -> NDArray[np.bool_]:
    if not where.places:
        mask: NDArray[np.bool_] = (records["bits"] < np.uint64(SEVERAL)) | (areas == area(ALL))
        return mask
    mask = where.covered(areas, records)
    if near is not None:
        radius = (records["proofs"] >> np.uint64(60)).view(np.int64)
        mask |= (radius > 0) & (near <= sphere.LIMITS.take(radius))
    return mask


def _once(found: Found, where: Where) -> Found:
    """Join the records of a firm that was read for several of its areas: it practises there what any of them says."""
    if not where.places:
        return found  # read from one area that holds each firm once
    bits = found.records["bits"]
    repeated = np.ones(len(bits), np.bool_) if where.may_repeat else bits >= np.uint64(SEVERAL)
    places = np.flatnonzero(repeated)
    if not len(places):
        return found
    ids = found.records["id"][places]
    places = places[np.argsort(ids, kind="stable")]
    ids = found.records["id"][places]
    starts = np.flatnonzero(np.concatenate(([True], ids[1:] != ids[:-1])))
    records = found.records.copy()
    records["bits"][places[starts]] = np.bitwise_or.reduceat(bits[places], starts)
    mask = ~repeated
    mask[places[starts]] = True
    return Found(records, found.near).kept(mask)


def joined(first: Found, second: Found) -> Found:
    """Put two sets of firms, without any in common, one after the other."""
    near: Any = None
    if first.near is not None and second.near is not None:
        near = np.concatenate((first.near, second.near))
    return Found(np.concatenate((first.records, second.records)), near)
