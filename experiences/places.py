"""How a place is made less precise before it is published. What comes out cannot be turned back into what came in."""

import re
from dataclasses import dataclass
from math import floor

from core.text import fold

# Degrees (latitude, longitude): about 110 m and 550 m at the latitude of France. The grid is the same for every sheet:
# a point drawn at random around the true one would give it away after a few savings.
GRIDS = {"street": (0.001, 0.0014), "quarter": (0.005, 0.007)}
DECIMALS = 5  # about a metre

STREETS = frozenset(
    (
        "rue", "avenue", "av", "boulevard", "bd", "allee", "allees", "chemin", "route", "place", "impasse", "quai",
        "cours", "square", "passage", "sentier", "faubourg", "esplanade", "promenade", "voie", "ruelle", "venelle",
    )
)  # fmt: skip
MONTHS = frozenset(
    (
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    )
)  # fmt: skip
# What tells a building from its neighbours, after the name of its street.
PARTS = frozenset(
    (
        "bat", "batiment", "bt", "appt", "appartement", "apt", "residence", "res", "escalier", "esc", "entree", "porte",
        "etage", "lot", "numero", "n", "no", "bis", "ter", "immeuble", "hall", "tour", "cage",
    )
)  # fmt: skip
SEPARATORS = re.compile(r"[,;()/|\n–—]|\s-\s")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place: WGS84 degrees or None, and an address, empty when there is none."""

    latitude: float | None = None
    longitude: float | None = None
    address: str = ""


def published(exact: Whereabouts, precision: str, centre: tuple[float | None, float | None]) -> Whereabouts:
    """Give what may be shown of a place: "exact", "street" or "quarter"; the commune's centre for anything else.

    `centre` is that of the commune; it stands for a position that nobody gave.
    """
    if exact.latitude is None or exact.longitude is None:
        return Whereabouts(*centre, address=published_address(exact.address, precision))
    if precision == "exact":
        return exact
    if precision not in GRIDS:
        return Whereabouts(*centre)
    tall, wide = GRIDS[precision]
    address = published_address(exact.address, precision)
    return Whereabouts(_snapped(exact.latitude, tall), _snapped(exact.longitude, wide), address)


def published_address(address: str, precision: str) -> str:
    """Give the address, its street alone, or nothing."""
    if precision == "exact":
        return address
    return street_of(address) if precision == "street" else ""


def doorstep_of(address: str) -> str:
    """Give the part of an address that holds its street, number included; the whole when no word names a street."""
    parts = SEPARATORS.split(address)
    return next((part.strip() for part in parts if _start_of_street(part.split()) is not None), address)


def street_of(address: str) -> str:
    """Give the street of an address, without number or building; nothing when no word of it names a street."""
    for part in SEPARATORS.split(address):
        words = part.split()
        start = _start_of_street(words)
        if start is not None:
            return " ".join(_until_the_building(words[start:]))
    return ""


def _start_of_street(words: list[str]) -> int | None:
    return next((n for n, word in enumerate(words) if _folded(word) in STREETS), None)


def _until_the_building(words: list[str]) -> list[str]:
    for n, word in enumerate(words):
        if n and (_folded(word) in PARTS or _is_a_number(words, n)):
            return words[:n]
    return words


def _is_a_number(words: list[str], n: int) -> bool:
    """Tell whether a word has digits that are not those of a date ("rue du 8 Mai 1945")."""
    if not any(character.isdigit() for character in words[n]):
        return False
    return not (_is_a_month(words, n + 1) or _is_a_month(words, n - 1))


def _is_a_month(words: list[str], n: int) -> bool:
    return n < len(words) and _folded(words[n]) in MONTHS


def _folded(word: str) -> str:
    return fold(word).strip(".:'°")


def _snapped(degrees: float, step: float) -> float:
    """Give the middle of the cell of the grid."""
    return round((floor(degrees / step) + 0.5) * step, DECIMALS)
