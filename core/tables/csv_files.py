"""A CSV as its rows: sniffed, bounded, streamed. Nothing here knows what the columns mean."""

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from core.tables.encodings import encoding_of
from core.tables.errors import ImportRefused
from core.text import clean, fold

DELIMITERS = (";", ",", "\t", "|")
MAX_LINE = 64_000  # characters of one line, and of one row that spreads over several
MAX_ROW_LINES = 200
MAX_COLUMNS = 400


@dataclass(frozen=True, slots=True)
class Columns:
    """What a format needs: without a `required` column nothing is possible; a missing `expected` one must be forced."""

    required: tuple[str, ...]
    expected: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """Every column that is read; others are left aside."""
        return self.required + self.expected + self.optional


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the line it begins on (the header is line 1), its known cells, and why it cannot be read, if so."""

    line: int
    cells: Mapping[str, str]
    fault: str = ""


@dataclass(slots=True)
class Table:
    """An open CSV: where each known column stands, and its rows, once."""

    header: dict[str, int]
    missing: tuple[str, ...]  # expected columns that are not there
    rows: Iterator[TableRow]
    lines: "BoundedLines"


class BoundedLines:
    """Lines of a text, never longer than a bound, counted; a row may not spread over too many of them."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.number = 0
        self.characters = 0
        self._row_start = 1
        self._row_characters = 0

    def start_row(self) -> int:
        """Note that a row begins on the next line, and give that line's number."""
        self._row_start, self._row_characters = self.number + 1, 0
        return self._row_start

    def __iter__(self) -> "BoundedLines":
        return self

    def __next__(self) -> str:
        line = self.stream.readline(MAX_LINE + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.characters += len(line)
        self._row_characters += len(line)
        self._check(line)
        return line

    def _check(self, line: str) -> None:
        if len(line) > MAX_LINE:
            raise ImportRefused(
                _("Ligne %(line)d : plus de %(limit)d caractères. Ce n’est sans doute pas la liste attendue.")
                % {"line": self.number, "limit": MAX_LINE}
            )
        if self._row_characters > MAX_LINE or self.number - self._row_start >= MAX_ROW_LINES:
            raise unclosed(self._row_start)


def unclosed(line: int) -> ImportRefused:
    """Say that a quotation mark opened on this line never closes."""
    return ImportRefused(_("Ligne %d : un guillemet ouvert n’est jamais refermé. Corrigez cette ligne.") % line)


@contextmanager
def open_table(path: Path, columns: Columns) -> Iterator[Table]:
    """Open a CSV whatever its encoding and delimiter. Raise `ImportRefused` when it is not one, or lacks a column."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding.codec, errors=encoding.errors, newline="") as stream:
        lines = BoundedLines(stream)
        try:
            yield _table(lines, columns)
        except UnicodeError as error:
            raise ImportRefused(
                _("Ligne %d : caractères illisibles dans l’encodage du fichier.") % (lines.number + 1)
            ) from error


def _table(lines: BoundedLines, columns: Columns) -> Table:
    header_line = _header_line(lines)
    delimiter, cells = _sniffed(header_line, columns)
    header = header_of(cells, columns)
    missing = tuple(name for name in columns.expected if name not in header)
    return Table(header, missing, _rows(lines, delimiter, header, len(cells)), lines)


def _header_line(lines: BoundedLines) -> str:
    for line in lines:
        if clean(line) and not re.fullmatch(r"\ufeff?sep=.\s*", line, flags=re.IGNORECASE):
            return line.removeprefix("\ufeff")
    raise ImportRefused(_("Le fichier est vide."))


def _sniffed(line: str, columns: Columns) -> tuple[str, list[str]]:
    """Choose the delimiter that shows the most known columns, then the most columns."""
    readings = [(delimiter, _split(line, delimiter)) for delimiter in DELIMITERS]
    return max(readings, key=lambda reading: (len(set(reading[1]) & set(columns.known)), len(reading[1])))


def _split(line: str, delimiter: str) -> list[str]:
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return [named(cell) for cell in cells]


def named(cell: str) -> str:
    """Give the name of a column as formats write it: "Code postal" → "code_postal"."""
    return re.sub(r"[\s\-]+", "_", fold(clean(cell, 80)))


def header_of(cells: list[str], columns: Columns) -> dict[str, int]:
    """Give where each known column stands. Raise `ImportRefused` for a column that is doubled or missing."""
    doubled = sorted({name for name in columns.known if cells.count(name) > 1})
    if doubled:
        raise ImportRefused(_("Colonne en double dans l’en-tête : %s.") % ", ".join(doubled))
    if len(cells) > MAX_COLUMNS:
        raise ImportRefused(_("L’en-tête compte %d colonnes : ce n’est pas la liste attendue.") % len(cells))
    missing = [name for name in columns.required if name not in cells]
    if missing:
        raise ImportRefused(*(_missing(name, cells) for name in missing))
    return {name: cells.index(name) for name in columns.known if name in cells}


def _missing(name: str, cells: list[str]) -> str:
    near = get_close_matches(name, cells, n=1, cutoff=0.6)
    if near:
        return _("Colonne obligatoire absente : %(name)s (serait-ce « %(near)s » ?).") % {"name": name, "near": near[0]}
    return _("Colonne obligatoire absente : %s.") % name


def _rows(lines: BoundedLines, delimiter: str, header: dict[str, int], width: int) -> Iterator[TableRow]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = lines.start_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                raise unclosed(line) from error
            yield TableRow(line, {}, _("Guillemets mal placés : la ligne ne peut pas être découpée."))
            continue
        if any(cells):
            yield row_of(line, cells, header, width)


def row_of(line: int, cells: list[str], header: dict[str, int], width: int) -> TableRow:
    """Give the known cells of a row, or what is wrong with it."""
    if len(cells) < width or any(cells[width:]):
        return TableRow(
            line, {}, _("%(found)d cases au lieu de %(expected)d.") % {"found": len(cells), "expected": width}
        )
    return TableRow(line, {name: cells[place] for name, place in header.items()})
