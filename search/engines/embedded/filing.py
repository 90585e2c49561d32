"""From columns to chunks: which records stand under which key, and how they are packed."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from . import reading
from . import records as r
from .reading import Areas, Firms
from .store import Row
from .tables import Ids

TERMS = range(r.FLAGS_AT + 1)  # any trade, then each trade's bit plus 1


@dataclass(slots=True)
class Filed:
    """Records by their keys, sorted by key and firm; `areas` only where names are filed."""

    keys: NDArray[np.int64]
    records: r.Records
    areas: NDArray[np.int64] | None = None

    def groups(self) -> Iterator[tuple[int, slice]]:
        """Give each key and where its records stand."""
        starts = np.flatnonzero(np.concatenate(([True], self.keys[1:] != self.keys[:-1]))).tolist()
        if len(self.keys):
            for start, stop in zip(starts, [*starts[1:], len(self.keys)], strict=True):
                yield int(self.keys[start]), slice(start, stop)

    def rows(self) -> Iterator[Row]:
        """Give the chunks of every key, as few as can be."""
        for key, where in self.groups():
            yield from chunks(key, self.records[where], None if self.areas is None else self.areas[where])


@dataclass(slots=True)
class Filing:
    """Firms, where they work and their names' words, ready to be filed under any term."""

    firms: Firms
    areas: Areas
    names: NDArray[np.int64]  # pairs: a firm's place, a name's key

    @classmethod
    def of(cls, ids: Ids, today: date) -> "Filing":
        """Read firms (all when `ids` is None) from the directory."""
        firms = reading.firms(ids, today)
        reading.add_trades(firms, ids, today)
        reading.add_proofs(firms, ids, today)
        areas = _sorted(reading.areas(firms, ids, today))
        names = array("q")
        for place, words in enumerate(firms.words):
            for stem in reading.name_stems(words.split()):
                names.extend((place, r.name_key(stem)))
        return cls(firms, areas, np.array(names, np.int64).reshape(-1, 2))

    def under(self, term: int) -> Filed:
        """File the firms that practise a trade (0: any), by area."""
        areas = self.areas
        mask = areas.filed > 0
        if term:
            mask &= (self.firms.records["bits"] >> np.uint64(term - 1) & np.uint64(1)).astype(np.bool_)[areas.firm]
        keys = (areas.filed[mask] | term << r.AREA_BITS) << r.CHUNK_BITS
        return Filed(keys, self._records(mask))

    def under_names(self, part: int = 0, parts: int = 1) -> Filed:
        """File the firms by the words of their names: a record for each of their areas.

        Of many firms, a part of the words at a time (the keys are hashes, so the parts are alike).
        """
        named = np.flatnonzero(self.areas.named > 0)
        named = named[np.argsort(self.areas.firm[named], kind="stable")]
        counts = np.bincount(self.areas.firm[named], minlength=len(self.firms.records))
        first = np.cumsum(counts) - counts
        holders, keys = self.names[(self.names[:, 1] >> r.CHUNK_BITS) % parts == part].T
        times = counts[holders]
        within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        rows = named[np.repeat(first[holders], times) + within]
        keys = np.repeat(keys, times)
        order = np.lexsort((self.areas.firm[rows], keys))
        rows = rows[order]
        return Filed(keys[order], self._records(rows), self.areas.named[rows])

    def _records(self, rows: NDArray[np.generic]) -> r.Records:
        records = self.firms.records.take(self.areas.firm[rows])
        records["bits"] = self.areas.bits[rows]
        records["proofs"] |= self.areas.radius[rows].astype(np.uint64) << np.uint64(r.FLAGS_AT)
        return records

    def keys(self) -> Iterator[tuple[int, bytes, str]]:
        """Give each firm's id, what tells its keys (see `keys_of`), and its name's words."""
        areas = self.areas
        said = areas.filed > 0
        parts = [
            (areas.firm[said], areas.filed[said]),
            (self.names[:, 0], self.names[:, 1]),
        ]
        firm = np.concatenate([part[0] for part in parts])
        value = np.concatenate([part[1] for part in parts])
        order = np.lexsort((value, firm))
        stops = np.cumsum(np.bincount(firm, minlength=len(self.firms.records))) * 8
        data, start = value[order].tobytes(), 0
        rows = zip(self.firms.records, stops.tolist(), self.firms.words, strict=True)
        for record, stop, words in rows:
            yield int(record["id"]), record["bits"].tobytes() + data[start:stop], words
            start = stop


def keys_of(packed: bytes) -> list[int]:
    """Give every key that a firm is filed under, from what `Filing.keys` kept."""
    bits, *values = np.frombuffer(packed, np.int64).tolist()
    terms = [0, *(bit + 1 for bit in range(r.FLAGS_AT) if bits >> bit & 1)]
    names = [value for value in values if value >= r.NAMES]
    return [r.key(term, value) for value in dict.fromkeys(values[: len(values) - len(names)]) for term in terms] + names


def chunks(key: int, records: r.Records, areas: NDArray[np.int64] | None, least: int = 1) -> Iterator[Row]:
    """Cut the records of a key in a power of two of chunks (`least` or more), by the low bits of the firm's id."""
    count = max(1 << max((len(records) - 1) // r.CHUNK, 0).bit_length(), least)
    if count == 1:
        yield Row(key, 1, packed(records, areas))
        return
    low = records["id"] & np.uint32(count - 1)
    for chunk in range(count):
        mask = low == chunk
        yield Row(key + chunk, count, packed(records.compress(mask), None if areas is None else areas[mask]))


def packed(records: r.Records, areas: NDArray[np.int64] | None) -> bytes:
    """Give the bytes of one chunk."""
    return records.tobytes() if areas is None else records.tobytes() + areas.tobytes()


def _sorted(areas: Areas) -> Areas:
    order = np.lexsort((areas.firm, areas.filed))
    columns = (areas.firm, areas.filed, areas.named, areas.radius, areas.bits)
    return Areas(*(column[order] for column in columns))  # type: ignore[arg-type]
