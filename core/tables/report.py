"""The row report: what was refused or doubtful, line by line, as a CSV that no spreadsheet will execute."""

import csv
import io
from collections import Counter
from typing import Literal

from core.text import clean

MAX_REMARKS = 20_000  # rows kept of each gravity; the totals stay exact
MAX_VALUE = 100  # characters
MAX_REASON = 500
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
HEADER = ("ligne", "colonne", "gravite", "motif", "valeur")

Gravity = Literal["refus", "avertissement"]


def defused(value: str) -> str:
    """Give the text with an apostrophe in front when a spreadsheet would take it for a formula."""
    return f"'{value}" if value.lstrip(" \u00a0").startswith(FORMULA_STARTS) or value.startswith("\n") else value


class RowReport:
    """Collects remarks as they come; memory stays bounded whatever the file."""

    def __init__(self) -> None:
        self.counts: Counter[Gravity] = Counter()
        self._text = io.StringIO()
        self._rows = csv.writer(self._text, delimiter=";", lineterminator="\r\n")
        self._rows.writerow(HEADER)

    @property
    def refused(self) -> int:
        """How many rows were left aside."""
        return self.counts["refus"]

    @property
    def warnings(self) -> int:
        """How many values were dropped, repaired or doubted."""
        return self.counts["avertissement"]

    def refuse(self, line: int, column: str, reason: str, value: str = "") -> None:
        """Note a row left aside."""
        self._add("refus", line, column, reason, value)

    def warn(self, line: int, column: str, reason: str, value: str = "") -> None:
        """Note a doubtful value; its row is kept."""
        self._add("avertissement", line, column, reason, value)

    def as_csv(self) -> str:
        """Give the report as text, without a byte-order mark."""
        return self._text.getvalue()

    def _add(self, gravity: Gravity, line: int, column: str, reason: str, value: str) -> None:
        self.counts[gravity] += 1
        if self.counts[gravity] <= MAX_REMARKS:
            shown = defused(value[:1]) + value[1:MAX_VALUE] if value[:1] in ("\t", "\r") else value
            cells = (clean(column), gravity, clean(reason, MAX_REASON), clean(shown, MAX_VALUE))
            self._rows.writerow([line or "", *map(defused, cells)])
