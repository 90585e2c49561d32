"""Why an import stops, or why one row is left aside. Messages are French sentences for whoever runs it."""

from typing import Any


class ImportRefused(Exception):
    """The file cannot be imported; the site is as it was. `reasons` are sentences.

    `forceable`: a guard rail stopped it, and someone may decide otherwise. `run` is what was read until then, if the
    importing room keeps such a record.
    """

    run: Any = None

    def __init__(self, *reasons: str, forceable: bool = False) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons
        self.forceable = forceable


class CellRefused(Exception):
    """A value that makes its row useless; the message is the reason."""


class RowRefused(Exception):
    """A row that is left aside, because of one of its columns."""

    def __init__(self, column: str, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.column, self.reason, self.value = column, reason, value
