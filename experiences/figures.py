"""Energy figures of a document, told again at the factor of another day. Pure: rows come from `energy.scales`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """What a document says: kWhEP/m²/yr, its electric part (None when unknown), kgCO2eq/m²/yr, and its day."""

    kwhep: Decimal
    electricity_kwhep: Decimal | None
    kgco2: Decimal | None
    measured_on: date | None


@dataclass(frozen=True, slots=True)
class Factor:
    """A primary-energy factor of electricity, and the day from which it holds."""

    value: Decimal
    since: date


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure at the factor of a day: `kwhep` is told at `factor`, `document` is what the document says.

    `converted` tells whether the two differ; `factor` is None when the document's own is not known.
    """

    kwhep: Decimal
    kgco2: Decimal | None
    document: Decimal
    document_factor: Factor | None
    factor: Factor | None
    measured_on: date | None

    @property
    def converted(self) -> bool:
        """Tell whether the figure is not the document's own."""
        return self.kwhep != self.document


def told_at(measure: Measure, then: Factor | None, now: Factor | None) -> Figure:
    """Tell a measure made at the factor `then` at the factor `now`.

    A measure without a day, or whose electric part is not known, stays as the document has it, at its own factor.
    """
    part = measure.electricity_kwhep
    known = measure.measured_on is not None and part is not None and then is not None and now is not None and then.value
    if not known:
        own = then if measure.measured_on else None
        return Figure(measure.kwhep, measure.kgco2, measure.kwhep, own, own, measure.measured_on)
    kwhep = measure.kwhep - part + part * now.value / then.value  # type: ignore[operator, union-attr]
    kwhep = kwhep.quantize(Decimal("0.01"))
    return Figure(kwhep, measure.kgco2, measure.kwhep, then, now, measure.measured_on)


def gain_percent(before: Decimal, after: Decimal) -> int | None:
    """Give what was saved, in percent, rounded down so that no figure flatters; None when nothing was used before."""
    if before <= 0:
        return None
    return int((before - after) * 100 // before)
