"""Rows and sheets waiting for the swap, in a private file that the system forgets: memory stays flat."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from typing import NamedTuple

from directory.imports.sheets import Sheet, digest_of, name_key

BATCH = 5_000


class StagedSheet(NamedTuple):
    """A sheet as it waits: its place in the order, its two keys (`Sheet.key`, `name_key`), fingerprint, line, JSON."""

    position: int
    key: str
    name: str
    digest: str
    line: int
    packed: str


class Staging:
    """Two tables of an unnamed SQLite database, which nobody else can open and which dies with the process."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._rows: list[tuple[str, int, str]] = []
        self._sheets: list[tuple[str, str, str, int, str]] = []
        connection.execute("CREATE TABLE source_row (key TEXT, line INTEGER, packed TEXT)")
        connection.execute(
            "CREATE TABLE sheet (position INTEGER PRIMARY KEY, key TEXT, name TEXT, digest TEXT, line INTEGER,"
            " packed TEXT)"
        )

    def add_row(self, key: str, line: int, packed: str) -> None:
        """Put a row aside, to be grouped with those of its key."""
        self._rows.append((key, line, packed))
        if len(self._rows) >= BATCH:
            self._flush_rows()

    def groups(self) -> Iterator[list[tuple[int, str]]]:
        """Give the rows (line, packed) of each key together, in the order of keys, then of lines."""
        self._flush_rows()
        rows = self.connection.execute("SELECT key, line, packed FROM source_row ORDER BY key, line")
        for _key, group in groupby(rows, key=lambda row: row[0]):
            yield [(line, packed) for _, line, packed in group]

    def count_keys(self) -> int:
        """Count the firms among the rows."""
        self._flush_rows()
        return int(self.connection.execute("SELECT count(DISTINCT key) FROM source_row").fetchone()[0])

    def add_sheet(self, sheet: Sheet, line: int) -> None:
        """Put a finished sheet aside, with the line it was first met on."""
        name = name_key(sheet.name, sheet.office.postcode)
        packed = sheet.packed()
        self._sheets.append((sheet.key, name, digest_of(packed), line, packed))
        if len(self._sheets) >= BATCH:
            self._flush_sheets()

    def fingerprints(self) -> Iterator[StagedSheet]:
        """Give every sheet in order, without its JSON."""
        self._flush_sheets()
        rows = self.connection.execute("SELECT position, key, name, digest, line, '' FROM sheet ORDER BY position")
        yield from map(StagedSheet._make, rows)

    def sheets(self, positions: list[int]) -> list[StagedSheet]:
        """Give the sheets at these positions (at most a few hundred), in order."""
        self._flush_sheets()
        marks = ",".join("?" * len(positions))
        query = (
            f"SELECT position, key, name, digest, line, packed FROM sheet WHERE position IN ({marks}) ORDER BY position"  # noqa: S608 (marks only)
        )
        return [StagedSheet(*row) for row in self.connection.execute(query, positions)]

    def _flush_rows(self) -> None:
        self.connection.executemany("INSERT INTO source_row VALUES (?, ?, ?)", self._rows)
        self._rows.clear()

    def _flush_sheets(self) -> None:
        self.connection.executemany(
            "INSERT INTO sheet (key, name, digest, line, packed) VALUES (?, ?, ?, ?, ?)", self._sheets
        )
        self._sheets.clear()


@contextmanager
def staging() -> Iterator[Staging]:
    """Open an empty staging; it spills to the disk beyond a few megabytes and vanishes at the end."""
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA cache_size = -8192")
        yield Staging(connection)
