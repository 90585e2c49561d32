"""How far an import is: a bar on a terminal, one line a stage elsewhere."""

from types import TracebackType
from typing import Protocol, Self, TextIO

from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar


class Progress(Protocol):
    """What an import tells while it works: `stage` opens a stage of `total` steps, `advance` counts them."""

    def stage(self, name: str, total: int) -> None:
        """Begin a stage: "read" (bytes), "gather" or "write" (firms)."""

    def advance(self, steps: int) -> None:
        """Count steps of the stage."""


class Silent:
    """Tells nothing."""

    def stage(self, name: str, total: int) -> None:
        """Say nothing."""

    def advance(self, steps: int) -> None:
        """Say nothing."""


class Told:
    """Tells people: a bar on a terminal, plain lines in a log."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.bar = Bar(
            TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn(),
            console=Console(file=stream), disable=not stream.isatty(),
        )  # fmt: skip
        self.task: TaskID | None = None

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bar.stop()

    def stage(self, name: str, total: int) -> None:
        """Begin a stage."""
        label = {
            "read": _("Lecture du fichier"), "gather": _("Regroupement des entreprises"), "write": _("Écriture"),
        }[name]  # fmt: skip
        if self.bar.disable:
            self.stream.write(f"{label}…\n")
        self.task = self.bar.add_task(label, total=max(total, 1))

    def advance(self, steps: int) -> None:
        """Move the bar."""
        if self.task is not None:
            self.bar.advance(self.task, steps)
