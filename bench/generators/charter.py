"""The shop's list of signatories, in fiction: service areas of every kind, half of the firms in the RGE list too."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from bench.generators.firms import Firm, Town, firm, towns
from bench.generators.profiles import CHARTER_PROFILES, RGE_PROFILES

COLUMNS = (
    "nom", "siret", "contact", "telephone", "email", "site_internet", "adresse", "code_postal", "ville", "latitude",
    "longitude", "presentation", "metiers", "zones", "logement", "charte_signee_le", "charte_a_revoir_le",
)  # fmt: skip
OWN_NUMBERS = 600_000  # firms that are in no RGE list take their SIRET from here on
RGE_SHARE = 0.4
RADII = (15, 20, 30, 50, 100)

Row = dict[str, str]


def rows(firms: int, *, seed: int = 1, department: str | None = None, day: date = date(2026, 6, 1)) -> Iterator[Row]:
    """Give one row a firm; the first two in five are the first firms of the RGE list of the same seed."""
    where = towns(department)
    for number in range(firms):
        shared = number < firms * RGE_SHARE
        of = firm(number if shared else OWN_NUMBERS + number, seed, RGE_PROFILES if shared else CHARTER_PROFILES, where)
        yield _row(of, Random(f"charter/{seed}/{number}"), day)


def _row(of: Firm, chance: Random, day: date) -> Row:
    signed = day - timedelta(days=chance.randint(10, 400))
    return {
        "nom": of.name,
        "siret": of.siret if chance.random() < 0.9 else "",
        "contact": of.contact,
        "telephone": of.phone,
        "email": of.email,
        "site_internet": of.website,
        "adresse": of.address,
        "code_postal": of.postcode,
        "ville": of.town.name,
        "latitude": f"{of.latitude}",
        "longitude": f"{of.longitude}",
        "presentation": of.profile.description if chance.random() < 0.8 else "",
        "metiers": "|".join(of.profile.trades),
        "zones": " | ".join(_areas(of.town, chance)),
        "logement": chance.choices(("maison|copropriete", "copropriete", "maison"), (70, 22, 8))[0],
        "charte_signee_le": signed.isoformat(),
        "charte_a_revoir_le": (signed + timedelta(days=1826)).isoformat() if chance.random() < 0.6 else "",
    }


def _areas(town: Town, chance: Random) -> list[str]:
    """Draw one to three areas around the firm's commune."""
    department = f"departement:{town.department}"
    choices = (
        [f"epci:{town.epci}"] if town.epci else [department],
        [f"epci:{town.epci}", f"commune:{town.code}"] if town.epci else [f"commune:{town.code}"],
        [department],
        [f"rayon:{chance.choice(RADII)}"],
        [f"rayon:{chance.choice(RADII)}", f"commune:{town.code}"],
        [f"region:{town.region}"] if town.region else [department],
        ["france"],
    )
    return chance.choices(choices, (30, 12, 22, 18, 6, 9, 3))[0]
