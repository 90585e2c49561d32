"""What a visitor's place turned out to be: frozen values without Django, parsed once at the edge."""

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["commune", "department"]


@dataclass(frozen=True, slots=True)
class Place:
    """A commune (or arrondissement) or a department, with every code a service area may name it by.

    `latitude` and `longitude` are WGS84 degrees of the commune's centre, None for a department or where unknown.
    `communes` holds its own INSEE code and, for an arrondissement, its commune's.
    """

    kind: PlaceKind
    code: str
    name: str
    department: str
    postcode: str = ""
    postcodes: tuple[str, ...] = ()
    region: str = ""
    epci: str = ""
    communes: tuple[str, ...] = ()
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    inside: bool = False  # in the shop's own territory

    @property
    def label(self) -> str:
        """Name it for people: "Balma (31130)", "Haute-Garonne (31)"."""
        return f"{self.name} ({self.postcode or self.code})"


@dataclass(frozen=True, slots=True)
class Nowhere:
    """The visitor named no place: search everywhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place. `repaired` is what was read when the visitor typed something else ("3100O" → "31000")."""

    place: Place
    repaired: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Several communes fit: the visitor chooses, and meanwhile the search covers `searched`.

    For a postcode that covers several communes, and for a name that several communes share, `searched` equals
    `options`. For a partial postcode ("311") it is the department, and `options` are the communes under it
    (largest first, at most 20).
    """

    options: tuple[Place, ...]
    searched: tuple[Place, ...]
    postcode: str = ""
    repaired: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Well formed, but no such postcode or commune ("99999", "Trifouillis"); `nearest` are names that look alike."""

    text: str
    is_postcode: bool
    nearest: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAPlace:
    """Not something that names a place ("310000", "!!")."""

    text: str


Answer = Nowhere | Found | Choice | Unknown | NotAPlace
