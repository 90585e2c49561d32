"""The energy label of a dwelling, from two figures and a scale (arrêté du 31 mars 2021)."""

from dataclasses import dataclass
from decimal import Decimal

LETTERS = "ABCDEFG"
Figure = Decimal | float | int


@dataclass(frozen=True, slots=True)
class Band:
    """A letter, and what both figures stay under to get it (kWhEP/m²/yr and kgCO2eq/m²/yr); None has no end."""

    letter: str
    kwhep_below: Decimal | None
    kgco2_below: Decimal | None


Scale = tuple[Band, ...]  # from A to G


def label(kwhep: Figure, kgco2: Figure, scale: Scale) -> str:
    """Give the letter, "A" to "G": the worse of that of the energy and that of the climate; "" without a scale.

    Takes kWhEP/m²/yr and kgCO2eq/m²/yr. A figure that equals a threshold is over it.
    """
    for band in scale:
        if _is_under(kwhep, band.kwhep_below) and _is_under(kgco2, band.kgco2_below):
            return band.letter
    return ""


def _is_under(figure: Figure, threshold: Decimal | None) -> bool:
    return threshold is None or figure < threshold
