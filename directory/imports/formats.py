"""What a source's format must offer to be imported."""

from collections.abc import Mapping
from typing import Protocol

from core.tables.csv_files import Columns
from core.tables.report import RowReport
from directory.imports.offices import Gazetteer
from directory.imports.sheets import Sheet
from directory.models import Source


class SourceFormat(Protocol):
    """How one source writes its firms. A row is read alone (`read`), then the rows of one firm together (`gather`)."""

    source: Source
    columns: Columns

    def read(self, cells: Mapping[str, str], line: int, report: RowReport) -> tuple[str, str]:
        """Give the firm's key and the row packed as text. Raise `RowRefused`."""

    def gather(self, rows: list[tuple[int, str]], gazetteer: Gazetteer, report: RowReport) -> Sheet | None:
        """Give the sheet of one firm from its rows (line, packed row), or None when nothing can be kept of it."""
