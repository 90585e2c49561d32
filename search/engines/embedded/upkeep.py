"""Keeping postings true to the directory: all of them again, or the few chunks that some firms stand in."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date

import numpy as np
from numpy.typing import NDArray

from search import lexicon
from search.models import IndexedFirm

from . import records as r
from . import store
from .filing import TERMS, Filed, Filing, chunks, keys_of, packed
from .store import Row

Noted = tuple[int, bytes, str]  # of a firm: its id, what tells its keys, the words of its name
Group = tuple[r.Records, NDArray[np.int64] | None]
POSTINGS, FIRMS = store.TABLE, IndexedFirm._meta.db_table
ROW = Row._fields
NOTED = ("id", "keys", "words")
PARTS = 8  # of the names' words, one after the other when all is made again


def rebuild(today: date) -> int:
    """Make the whole index again, inside the caller's transaction, and say how many firms it holds."""
    store.clear((POSTINGS, FIRMS, lexicon.TABLE))
    filing = Filing.of(None, today)
    store.insert(POSTINGS, ROW, [_meta(today)])
    for term in TERMS:
        store.insert(POSTINGS, ROW, filing.under(term).rows())
    for part in range(PARTS):
        store.insert(POSTINGS, ROW, filing.under_names(part, PARTS).rows())
    store.insert(FIRMS, NOTED, filing.keys())
    lexicon.change(Counter(word for words in filing.firms.words for word in words.split()))
    return len(filing.firms.records)


def index(ids: Collection[int], today: date) -> None:
    """File these firms anew: published ones as they are now, the others no more. Inside the caller's transaction."""
    former: list[Noted] = store.select(FIRMS, NOTED, list(ids))
    filing = Filing.of(list(ids), today)
    current = list(filing.keys())
    groups = _groups(filing, {key for _id, keys, _words in current for key in keys_of(keys)})
    old = {key for _id, keys, _words in former for key in keys_of(keys)}
    _replace(np.fromiter(ids, np.uint32, len(ids)), old, groups)
    _note(former, current)
    _date(today)


def _groups(filing: Filing, keys: Collection[int]) -> dict[int, Group]:
    """Give the new records of each key."""
    terms = sorted({key >> r.AREA_BITS + r.CHUNK_BITS for key in keys if key < r.NAMES})
    filed: list[Filed] = [filing.under(term) for term in terms]
    filed.append(filing.under_names())
    return {
        key: (part.records[where], None if part.areas is None else part.areas[where])
        for part in filed
        for key, where in part.groups()
    }


def _replace(ids: NDArray[np.uint32], old: Iterable[int], groups: dict[int, Group]) -> None:
    """Take the firms out of the chunks they stood in and put their new records where they belong."""
    keys = sorted({*old, *groups})
    heads = {row.id: row for row in store.read_rows(keys)}
    wanted = {key: _chunks_of(ids, heads[key]) for key in keys if key in heads}
    rest = store.read_rows([key + chunk for key, chunks in wanted.items() for chunk in chunks if chunk])
    rows = heads | {row.id: row for row in rest}
    changed: list[Row] = []
    gone: list[int] = []
    for key in keys:
        for row in _edited(key, ids, wanted.get(key, {0}), rows, groups.get(key)):
            if not row.data and row.chunks == 1:
                gone.append(row.id)
            elif row != rows.get(row.id):
                changed.append(row)
    store.write(POSTINGS, ROW, changed)
    store.delete(POSTINGS, gone)


def _chunks_of(ids: NDArray[np.uint32], head: Row) -> set[int]:
    return set((ids & np.uint32(head.chunks - 1)).tolist())


def _edited(
    key: int, ids: NDArray[np.uint32], numbers: Collection[int], rows: dict[int, Row], group: Group | None
) -> Iterator[Row]:
    """Give a key's chunks as they must be; all of them when one has grown too large."""
    count = rows[key].chunks if key in rows else 1
    edited = []
    for number in numbers:
        kept = _without(ids, key, rows.get(key + number))
        added = _in_chunk(group, number, count)
        edited.append((number, _sorted(kept, added)))
    if max(len(records) for _number, (records, _areas) in edited) > r.CHUNK:
        yield from _cut_again(key, rows.get(key), dict(edited))
        return
    for number, (records, areas) in edited:
        yield Row(key + number, count, packed(records, areas))


def _cut_again(key: int, head: Row | None, edited: dict[int, Group]) -> Iterator[Row]:
    whole = dict(edited)
    if head and head.chunks > 1:
        others = [key + number for number in range(head.chunks) if number not in edited]
        whole |= {row.id - key: _unpacked(key, row.data) for row in store.read_rows(others)}
    records, areas = _sorted(*whole.values())
    yield from chunks(key, records, areas, least=head.chunks * 2 if head else 1)


def _without(ids: NDArray[np.uint32], key: int, row: Row | None) -> Group:
    records, areas = _unpacked(key, row.data if row else b"")
    mask = ~np.isin(records["id"], ids) if len(ids) > 1 else records["id"] != ids
    return records.compress(mask), None if areas is None else areas[mask]


def _unpacked(key: int, data: bytes) -> Group:
    if key < r.NAMES:
        return np.frombuffer(data, r.RECORD), None
    end = len(data) // (r.RECORD.itemsize + r.AREA.itemsize) * r.RECORD.itemsize
    return np.frombuffer(data[:end], r.RECORD), np.frombuffer(data[end:], np.int64)


def _in_chunk(group: Group | None, number: int, count: int) -> Group | None:
    if group is None or count == 1:
        return group
    records, areas = group
    mask = records["id"] & np.uint32(count - 1) == number
    return records.compress(mask), None if areas is None else areas[mask]


def _sorted(*groups: Group | None) -> Group:
    """Join groups, by firm; the order of one firm's records stays."""
    some = [group for group in groups if group is not None]
    if len(some) == 1:
        return some[0]
    records = np.concatenate([records.view(np.uint64) for records, _areas in some]).view(r.RECORD)
    order = np.argsort(records["id"], kind="stable")
    areas = [areas for _records, areas in some if areas is not None]
    return records.take(order), np.concatenate(areas)[order] if areas else None


def _note(former: list[Noted], current: list[Noted]) -> None:
    """Remember under which keys the firms stand now, and count their names' words."""
    known = set(former)
    store.write(FIRMS, NOTED, [row for row in current if row not in known])
    store.delete(FIRMS, {row[0] for row in former} - {row[0] for row in current})
    counts = Counter(word for _firm, _keys, words in current for word in words.split())
    counts.subtract(word for _firm, _keys, words in former for word in words.split())
    lexicon.change(counts)


def _date(today: date) -> None:
    """Note the day, if it is later than any on which proofs were computed."""
    row = _meta(today)
    known = store.read_rows([r.META])
    if not known or int.from_bytes(known[0].data, "little") < r.day_number(today):
        store.write(POSTINGS, ROW, [row])


def _meta(today: date) -> Row:
    return Row(r.META, 1, r.day_number(today).to_bytes(2, "little"))
