"""What the visitor answered, read from the address by allow-list. Never fails: what cannot be read does not count."""

import re
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

from django.http import QueryDict

from core.text import clean
from experiences.similarity import LETTERS, PERIODS, Home
from experiences.vocabulary import HeatingEnergy, HeatingMode
from territories import places
from territories.place import Answer, Found, Nowhere, Place

Kind = Literal["maison", "copropriete"]
MAX_TYPED = 200
MOST = {"copropriete": 5_000, "maison": 2_000}  # dwellings; m²
NUMBER = re.compile(r"\d{1,7}([.,]\d{1,2})?")
# What a co-ownership may answer of its heating: whose it is, and the energy.
HEATINGS = tuple(f"{mode}-{energy}" for mode in HeatingMode.values for energy in HeatingEnergy.values)


@dataclass(frozen=True, slots=True)
class SimilarRequest:
    """The answers: as typed (for the form), and as read. An unread size leaves `size` None and `typed_size` filled."""

    kind: Kind = "copropriete"
    typed_place: str = ""
    place: Answer = Nowhere()  # noqa: RUF009 (a frozen value)
    period: str = ""
    typed_size: str = ""
    size: float | None = None
    heating: str = ""
    label: str = ""

    @property
    def commune(self) -> Place | None:
        """Give the one commune that was understood."""
        found = self.place.place if isinstance(self.place, Found) else None
        return found if found and found.kind == "commune" else None

    @property
    def answered(self) -> bool:
        """Tell whether there is anything to compare."""
        return bool(self.commune or self.period or self.size or self.heating or self.label)

    @property
    def size_is_unread(self) -> bool:
        """Tell whether a size was typed that is not one."""
        return bool(self.typed_size) and self.size is None

    @property
    def home(self) -> Home:
        """Give the visitor's own as it is compared."""
        commune = self.commune
        mode, energy = split_heating(self.heating)
        return Home(
            commune=commune.code if commune else "",
            latitude=commune.latitude if commune else None,
            longitude=commune.longitude if commune else None,
            period=self.period,
            size=self.size,
            mode=mode,
            energy=energy,
            label=self.label,
        )

    def query(self, **changes: Any) -> str:
        """Give the one query string of these answers, with some changed (None takes one away)."""
        commune = self.commune
        size = "logements" if self.kind == "copropriete" else "surface"
        values: dict[str, Any] = {
            "logement": self.kind if self.kind != "copropriete" else None,
            "lieu": None if commune else self.typed_place,
            "commune": commune.code if commune else None,
            "periode": self.period,
            size: self.typed_size,
            "chauffage": self.heating,
            "etiquette": self.label,
        }
        values |= changes
        return urlencode([(name, value) for name, value in values.items() if value])


def read(data: QueryDict, territory: str = "") -> SimilarRequest:
    """Read the answers; `commune` (a code, from the chooser) wins over `lieu`. `territory` is the shop's own SIREN."""
    kind: Kind = "maison" if data.get("logement") == "maison" else "copropriete"
    typed_place = clean(data.get("lieu", ""), MAX_TYPED)
    chosen = places.commune(data.get("commune", "")[:9], territory) if data.get("commune") else None
    typed_size = clean(data.get("logements" if kind == "copropriete" else "surface", ""), 20)
    known = tuple(HeatingEnergy.values) if kind == "maison" else HEATINGS
    return SimilarRequest(
        kind=kind,
        typed_place=chosen.label if chosen else typed_place,
        place=Found(chosen) if chosen else places.find(typed_place, territory),
        period=_one_of(data.get("periode", ""), PERIODS),
        typed_size=typed_size,
        size=_size(typed_size, MOST[kind]),
        heating=_one_of(data.get("chauffage", ""), known),
        label=_one_of(data.get("etiquette", ""), tuple(LETTERS)),
    )


def split_heating(heating: str) -> tuple[str, str]:
    """Give the mode and the energy of an answer: "collective-gas" → "collective", "gas"; "gas" → "", "gas"."""
    for mode in HeatingMode.values:
        if heating.startswith(f"{mode}-"):
            return mode, heating.removeprefix(f"{mode}-")
    return "", heating


def _one_of(value: str, known: tuple[str, ...]) -> str:
    return value if value in known else ""


def _size(typed: str, most: int) -> float | None:
    plain = typed.replace(" ", "")
    if not (plain.isascii() and NUMBER.fullmatch(plain)):
        return None
    number = float(plain.replace(",", "."))
    return number if 1 <= number <= most else None
