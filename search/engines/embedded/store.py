"""Reading and writing the rows of postings, in as few and as short statements as can be."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple

from django.db import connection

from search.models import Posting

from .records import CHUNK_BITS

TABLE = Posting._meta.db_table
CHUNKS = 1 << CHUNK_BITS  # of a key, at most
LAST = CHUNKS - 1
NOTHING = -CHUNKS  # neither a row nor a key
SPANS = 256  # in one statement: SQLite bounds the depth of a condition
BATCH = 8192  # values in one statement; both databases take more
INSERTED = 2000  # rows in one go
BINARY = 1  # psycopg's name for results that are not text
_BOUNDS = [f"b{number}" for number in range(2 * SPANS)]

Chunk = tuple[int, bytes]  # the id of a row and its data
Span = tuple[int, int]  # the first and the last id of some rows


class Row(NamedTuple):
    """A whole row. `id` is its chunk's key plus its number."""

    id: int
    chunks: int
    data: bytes


def read(spans: Sequence[Span]) -> list[Chunk]:
    """Give every chunk within some spans of ids, in one query."""
    chunks: list[Chunk] = []
    for start in range(0, len(spans), SPANS):
        batch = spans[start : start + SPANS]
        width = 1 << (len(batch) - 1).bit_length()  # few different statements, so they stay prepared
        bounds = chain.from_iterable((*batch, *[(NOTHING, NOTHING)] * (width - len(batch))))
        chunks += _fetched(_within(width), dict(zip(_BOUNDS, bounds, strict=False)))
    return chunks


@cache
def _within(width: int) -> str:
    """Write the statement for so many spans: both databases look each up in the primary key.

    Joined to a list of keys, PostgreSQL reads the whole table. Bounds have names because Django writes "%s" anew for
    SQLite one by one, by a regular expression, at each execution.
    """
    bounds = _BOUNDS[: 2 * width]
    spans = [f"id BETWEEN %({first})s AND %({last})s" for first, last in zip(bounds[::2], bounds[1::2], strict=True)]
    return f"SELECT id, data FROM {TABLE} WHERE " + " OR ".join(spans)  # noqa: S608 (our own names)


def read_rows(ids: Sequence[int]) -> list[Row]:
    """Give the rows of these ids that exist."""
    return list(map(Row._make, select(TABLE, Row._fields, ids)))


def select(table: str, columns: Sequence[str], ids: Sequence[int]) -> list[Any]:
    """Give some columns of the rows of these ids; an edit makes too many small queries to have Django write each."""
    statement = f"SELECT {', '.join(columns)} FROM {table} WHERE id IN (%s)"  # noqa: S608 (our own names)
    rows: list[Any] = []
    for start in range(0, len(ids), BATCH):
        batch = padded(ids[start : start + BATCH])
        rows += _fetched(statement % ",".join(["%s"] * len(batch)), batch)
    return rows


def _fetched(statement: str, values: Sequence[int] | dict[str, int]) -> list[Any]:
    with connection.cursor() as cursor:
        if cursor.db.vendor == "postgresql":
            cursor.cursor.format = BINARY  # or the bytes would travel as hexadecimal digits
        cursor.execute(statement, values)
        return cursor.fetchall()


def existing(ids: Sequence[int]) -> list[int]:
    """Tell which of these rows exist, without reading them."""
    if not ids:
        return []
    batch = padded(ids)
    with connection.cursor() as cursor:
        cursor.execute(_EXISTING % ",".join(["%s"] * len(batch)), batch)
        return [row[0] for row in cursor.fetchall()]


_EXISTING = f"SELECT id FROM {TABLE} WHERE id IN (%s)"  # noqa: S608 (a constant)


def padded(ids: Sequence[int]) -> list[int]:
    """Add ids that nothing has up to a power of two: few different statements, so they stay prepared."""
    return [*ids, *[NOTHING] * ((1 << (len(ids) - 1).bit_length()) - len(ids))]


def write(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, or replace those that have the same id (the first column)."""
    if not rows:
        return
    marks = ", ".join(["%s"] * len(columns))
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def delete(table: str, ids: Collection[int]) -> None:
    """Take rows away."""
    if not ids:
        return
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {table} WHERE id = %s", [(each,) for each in ids])  # noqa: S608


def insert(table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert many new rows in a table of the index, some at a time: Django would keep all of them in memory."""
    marks = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 (our own names)
    waiting = iter(rows)
    with connection.cursor() as cursor:
        while batch := list(islice(waiting, INSERTED)):
            cursor.executemany(statement, batch)


def clear(tables: Iterable[str]) -> None:
    """Empty tables of the index without looking at their rows."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 (our own names)
