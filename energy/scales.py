"""What is in force on a day, from memory: read again when a row changes, here or in another process."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from core.generations import last_seen
from energy.labels import LETTERS, Band, Scale
from energy.models import Energy, LabelThreshold, PrimaryEnergyFactor


@dataclass(frozen=True, slots=True)
class Dated:
    """A value and the day from which it holds."""

    since: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Tables:
    """Every row, by energy and by letter, the oldest first. `generation` is the one they were read in."""

    generation: int | None
    factors: dict[str, tuple[tuple[date, Dated], ...]]
    bands: dict[str, tuple[tuple[date, Band], ...]]


Row = TypeVar("Row")
_memory: list[Tables] = []


def forget() -> None:
    """Let go of what was read: a row changed."""
    _memory.clear()


def factor_on(day: date, energy: str = Energy.ELECTRICITY) -> Dated | None:
    """Give the primary-energy factor in force on a day, the first known before that; None when none is known."""
    return _last(_tables().factors.get(energy, ()), day)


def scale_on(day: date) -> Scale:
    """Give the thresholds in force on a day, from A to G."""
    bands = _tables().bands
    return tuple(band for letter in LETTERS if (band := _last(bands.get(letter, ()), day)))


def _last(rows: Sequence[tuple[date, Row]], day: date) -> Row | None:
    """Give the row that holds on a day, the first one when all begin later."""
    holding = [row for since, row in rows if since <= day] or [row for _since, row in rows[:1]]
    return holding[-1] if holding else None


def _tables() -> Tables:
    generation = last_seen()
    if not _memory or (generation is not None and _memory[0].generation != generation):
        _memory[:] = [_read(generation)]
    return _memory[0]


def _read(generation: int | None) -> Tables:
    """Read both tables (two queries)."""
    factors: dict[str, tuple[tuple[date, Dated], ...]] = {}
    for energy, since, value in PrimaryEnergyFactor.objects.order_by("in_force_from").values_list(
        "energy", "in_force_from", "value"
    ):
        factors[energy] = (*factors.get(energy, ()), (since, Dated(since, value)))
    bands: dict[str, tuple[tuple[date, Band], ...]] = {}
    for row in LabelThreshold.objects.order_by("in_force_from"):
        band = Band(row.letter, row.kwhep_below, row.kgco2_below)
        bands[row.letter] = (*bands.get(row.letter, ()), (row.in_force_from, band))
    return Tables(generation, factors, bands)
