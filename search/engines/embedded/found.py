"""From chunks to the firms found: decoded, kept where they serve the place, each firm once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import sphere
from .places import Where
from .records import ALL, AREA, FLAGS_AT, RECORD, SEVERAL, TOUCHED, Records, area, term_of
from .sphere import Haversines
from .store import Chunk

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
        places = mask.nonzero()[0]  # twice as fast as compressing records
        return Found(self.records.take(places), None if self.near is None else self.near.take(places))


class Names(NamedTuple):
    """Records under a name's words, one for each of a firm's areas, and these areas."""

    records: Records
    areas: NDArray[np.int64]

    @property
    def ids(self) -> Ids:
        """Give the firms' ids, as often as they have areas."""
        ids: Ids = self.records["id"]
        return ids

    def kept(self, mask: Mask) -> "Names":
        """Give those that a mask keeps."""
        places = mask.nonzero()[0]
        return Names(self.records.take(places), self.areas.take(places))


def joined(parts: Sequence[Found]) -> Found:
    """Put sets of firms one after the other."""
    parts = [part for part in parts if len(part.records)] or parts[:1]
    if len(parts) == 1:
        return parts[0]
    near = [part.near for part in parts if part.near is not None]
    words = np.concatenate([part.records.view(np.uint64) for part in parts])  # ten times faster than as records
    return Found(words.view(RECORD), np.concatenate(near) if near else None)


def practising(chunks: Sequence[Chunk], trades: int, where: Where) -> Found:
    """Give the firms of trades' chunks (of any trade's when `trades` is 0) that serve the place."""
    records = np.frombuffer(bytearray().join([data for _id, data in chunks]), RECORD)  # to be written on, see `_once`
    bits, near, mask = records["bits"], None, None
    if where.centres:
        near = sphere.haversines(records, where.centres)
        mask = near <= sphere.limits(records)
    if trades & (trades - 1):
        first = _read_first(bits, chunks, trades) | _repeated(bits, where)
        mask = first if mask is None else mask & first
    found = Found(records, near)
    if mask is not None:
        found = found.kept(mask)
    return _once(found, where, trades) if where.places else found


def _read_first(bits: NDArray[np.uint64], chunks: Sequence[Chunk], trades: int) -> Mask:
    """Tell which records were read under the first of the asked trades that their firm practises."""
    earlier = [trades & ((1 << term_of(row_id)) - 1) >> 1 for row_id, _data in chunks]
    sizes = [len(data) // RECORD.itemsize for _id, data in chunks]
    first: Mask = bits & np.repeat(np.array(earlier, np.uint64), sizes) == 0
    return first


def named(names: Names, where: Where) -> Found:
    """Give the firms that serve the place, of those whose names were read."""
    return _once(_serving(names, where), where) if len(names.records) else Found(names.records)


def holding(words: Sequence[Sequence[bytes]]) -> Names:
    """Give those whose name holds all the words, given each word's chunks."""
    fewest, *others = sorted(map(_names, words), key=lambda names: len(names.records))
    for names in others:
        fewest = fewest.kept(among(fewest.ids, names.ids))
    return fewest


def among(ids: Ids, others: Ids) -> Mask:
    """Tell which ids are among others."""
    if not len(ids) or not len(others):
        return np.zeros(len(ids), np.bool_)
    places, taken = ids.astype(np.intp), others.astype(np.intp)  # once, rather than at each indexing
    size = int(max(places.max(), taken.max())) + 1
    if size > DENSE_IDS:
        return np.isin(ids, others)
    table = np.zeros(size, np.bool_)
    table[taken] = True
    found: Mask = table.take(places)
    return found


def _names(chunks: Sequence[bytes]) -> Names:
    width = RECORD.itemsize + AREA.itemsize
    ends = [len(data) // width * RECORD.itemsize for data in chunks]
    parts = [(memoryview(data), end) for data, end in zip(chunks, ends, strict=True)]
    records = np.frombuffer(b"".join([data[:end] for data, end in parts]), RECORD)
    return Names(records, np.frombuffer(b"".join([data[end:] for data, end in parts]), np.int64))


def _serving(names: Names, where: Where) -> Found:
    """Keep the records of names for an area that serves the place (without a place: one for the whole firm)."""
    records, areas = names
    if not where.places:
        whole = (records["bits"] < np.uint64(SEVERAL)) & (areas < area(TOUCHED)) | (areas == area(ALL))
        return Found(records.compress(whole))
    covered = where.covered(areas, records)
    if not where.centres:
        return Found(records.compress(covered))
    candidates = (covered | (records["proofs"] >= np.uint64(1 << FLAGS_AT))).nonzero()[0]
    records, covered = records.take(candidates), covered.take(candidates)
    near = sphere.haversines(records, where.centres)
    return Found(records, near).kept(covered | (near <= sphere.limits(records)))


def _repeated(bits: NDArray[np.uint64], where: Where) -> Mask:
    """Tell whose records may be several. Without a place one area was read, that holds each firm once."""
    if not where.places:
        return np.zeros(len(bits), np.bool_)
    return np.ones(len(bits), np.bool_) if where.may_repeat else bits >= np.uint64(SEVERAL)


def _once(found: Found, where: Where, trades: int = 0) -> Found:
    """Join the records of each firm: it practises there what any of its areas says (any of the `trades`, if some)."""
    bits = found.records["bits"]
    several = _repeated(bits, where).nonzero()[0]
    if not len(several):
        return found
    several = several.take(np.argsort(found.ids.take(several), kind="stable"))
    ids = found.ids.take(several)
    starts = np.concatenate(([0], (ids[1:] != ids[:-1]).nonzero()[0] + 1))
    first = several.take(starts)
    joined_bits = np.bitwise_or.reduceat(bits.take(several), starts)
    kept = np.ones(len(bits), np.bool_)
    kept[several] = False
    kept[first] = joined_bits & np.uint64(trades) != 0 if trades else True
    bits[first] = joined_bits
    return found.kept(kept)
