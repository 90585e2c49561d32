"""What one source says of one firm: the value that every format gives and the rest of the import reads."""

import json
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from typing import Any

from core.text import fold

DIGEST_LENGTH = 56  # leaves room for the marks of `held_marks`


@dataclass(frozen=True, slots=True)
class Office:
    """Where a firm is: postal address, and WGS84 degrees when the source gives them. `commune` is an INSEE code."""

    address: str = ""
    postcode: str = ""
    city: str = ""
    commune: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """A dated qualification; `domain` is spelled as in the list. Dates are ISO text ("2026-01-05")."""

    domain: str
    code: str
    name: str
    body: str
    certificate: str
    url: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """Where a firm says it works: a kind of `ServiceArea`, and its code (or its radius in km, as text)."""

    kind: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One firm as one source tells it. `housing` is None when the source says nothing of it.

    `trades` are slugs. Two sheets that say the same have the same digest, whatever the order of the file.
    """

    name: str
    siret: str = ""
    contact_name: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    office: Office = Office()
    description: str = ""
    for_houses: bool | None = None
    for_coownerships: bool | None = None
    charter_signed_on: date | None = None
    charter_review_on: date | None = None
    proofs: tuple[Proof, ...] = ()
    trades: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()

    @property
    def key(self) -> str:
        """Name the firm within its source: its SIRET, else its name and postcode."""
        return self.siret or name_key(self.name, self.office.postcode)

    @property
    def record(self) -> dict[str, Any]:
        """Give its single values by the names of `Professional`'s fields, ready for JSON."""
        single = {name: getattr(self, name) for name in SINGLE_VALUES}
        days = {name: value.isoformat() if (value := getattr(self, name)) else None for name in DAYS}
        return {**single, **days, **{field.name: getattr(self.office, field.name) for field in fields(Office)}}

    def packed(self) -> str:
        """Give the whole as JSON."""
        return json.dumps(
            [self.record, [_values(proof) for proof in self.proofs], self.trades, [_values(a) for a in self.areas]],
            ensure_ascii=False,
        )

    def digest(self) -> str:
        """Give its fingerprint, 56 hexadecimal digits."""
        return digest_of(self.packed())


SINGLE_VALUES = (
    "name", "siret", "contact_name", "email", "phone", "website", "description", "for_houses", "for_coownerships",
)  # fmt: skip
DAYS = ("charter_signed_on", "charter_review_on")


def name_key(name: str, postcode: str) -> str:
    """Name a firm that has no SIRET: two firms of the same name in one postcode are taken for one."""
    return f"{fold(name)}|{postcode}"


def digest_of(packed: str) -> str:
    """Give the fingerprint of a packed sheet."""
    return sha256(packed.encode()).hexdigest()[:DIGEST_LENGTH]


def unpacked(text: str) -> Sheet:
    """Give back a sheet from its JSON."""
    record, proofs, trades, areas = json.loads(text)
    office = Office(**{field.name: record[field.name] for field in fields(Office)})
    days = {name: date.fromisoformat(record[name]) if record[name] else None for name in DAYS}
    single: dict[str, Any] = {**{name: record[name] for name in SINGLE_VALUES}, **days}
    return Sheet(
        **single,
        office=office,
        proofs=tuple(Proof(*proof) for proof in proofs),
        trades=tuple(trades),
        areas=tuple(Area(*area) for area in areas),
    )


def _values(value: Proof | Area) -> list[str]:
    return [getattr(value, name) for name in value.__slots__]
