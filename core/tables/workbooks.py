"""A workbook (.xlsx) as its rows: the first sheet that holds something, read as text, within bounds."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.tables.csv_files import MAX_COLUMNS, Columns, TableRow, header_of, named, row_of
from core.tables.errors import ImportRefused

MAX_UNPACKED = 60_000_000  # bytes of every part of the file together
MAX_RATIO = 200  # times a part may grow: a sheet of text grows ten times, a bomb a thousand
MAX_PARTS = 500
MAX_ROWS = 20_000
MAX_CELL = 32_767  # characters: what a spreadsheet itself allows
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, ParseError, zipfile.BadZipFile, EOFError)


def is_workbook(path: Path) -> bool:
    """Tell whether a file begins as a zip does: .xlsx, whatever its name."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


@contextmanager
def open_workbook(path: Path, columns: Columns) -> Iterator[Iterator[TableRow]]:
    """Open a workbook and give its rows. Raise `ImportRefused` when it is not one, is too large, or lacks a column."""
    _check_parts(path)
    with path.open("rb") as file:  # a name would be judged by its end
        book = _opened(file)
        with closing(book):
            try:
                yield _rows(_lines(book), columns)
            except _BROKEN as error:
                raise ImportRefused(_("Ce classeur ne peut pas être lu : une de ses feuilles est abîmée.")) from error


def _opened(file: BinaryIO) -> Any:
    try:
        return load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except (*_BROKEN, InvalidFileException, OSError) as error:
        raise ImportRefused(_("Ce classeur ne peut pas être lu : il est abîmé, ou d’un autre format.")) from error


def _check_parts(path: Path) -> None:
    """Look at what the file says it unpacks to, before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ImportRefused(_("Ce fichier commence comme un classeur et n’en est pas un.")) from error
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise ImportRefused(_("Ce fichier est une archive, pas un classeur .xlsx."))
    swollen = any(part.file_size > MAX_RATIO * max(part.compress_size, 1_000) for part in parts)
    if len(parts) > MAX_PARTS or swollen or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ImportRefused(_("Ce classeur est trop lourd une fois ouvert : gardez une seule feuille, sans images."))


def _lines(book: Any) -> Iterator[tuple[int, list[str]]]:
    """Give the lines that hold something, with their numbers, of the first sheet that has any."""
    for sheet in book.worksheets:
        empty = True
        for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1), start=1):
            if number > MAX_ROWS:
                raise ImportRefused(_("Plus de %d lignes : coupez le classeur en plusieurs fichiers.") % MAX_ROWS)
            texts = [_text(cell) for cell in cells]
            if any(texts):
                empty = False
                yield number, texts
        if not empty:
            return


def _rows(lines: Iterator[tuple[int, list[str]]], columns: Columns) -> Iterator[TableRow]:
    first = next(lines, None)
    if first is None:
        raise ImportRefused(_("Le fichier est vide."))
    cells = _trimmed(first[1])
    header = header_of([named(cell) for cell in cells], columns)
    return (row_of(number, [*texts, *[""] * len(cells)], header, len(cells)) for number, texts in lines)


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Leave out the empty cells after the last name."""
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return list(cells[: last + 1])


def _text(value: Any) -> str:
    """Give a cell as somebody would type it: a whole number without its ".0", a day in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return re.sub(r"_x000[dD]_", "", str(value))[:MAX_CELL]
