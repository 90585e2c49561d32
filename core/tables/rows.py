"""The cells of one row, and where to complain of them: what the formats read from."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from core.tables import cells as read
from core.tables.errors import CellRefused, RowRefused
from core.tables.report import RowReport

Value = TypeVar("Value")


class Cells:
    """One row's cells by column ("" for a column that is not there), its line, and the report."""

    def __init__(self, cells: Mapping[str, str], line: int, report: RowReport) -> None:
        self._cells, self._line, self._report = cells, line, report

    def __getitem__(self, column: str) -> str:
        return self._cells.get(column, "")

    def text(self, column: str, limit: int) -> str:
        """Read a text, clean and cut."""
        return read.text(self[column], limit)

    def warn(self, column: str, doubt: str, value: str = "") -> None:
        """Note a doubt on a column."""
        self._report.warn(self._line, column, doubt, value or self[column])

    def sound(self, column: str, reader: Callable[[str], Value]) -> Value:
        """Read a cell without which the row is nothing. Raise `RowRefused`."""
        try:
            return reader(self[column])
        except CellRefused as error:
            raise RowRefused(column, str(error), self[column]) from error

    def doubted(self, column: str, reader: Callable[[str], tuple[Value, str]]) -> Value:
        """Read a cell that may be repaired or dropped; report it."""
        value, doubt = reader(self[column])
        if doubt:
            self.warn(column, doubt)
        return value
