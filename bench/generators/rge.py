"""The state's RGE list, in fiction: about 2.7 rows a firm, in the columns of the ADEME."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.generators.dirt import soiled
from bench.generators.firms import Firm, firm, towns
from bench.generators.profiles import BODIES, RGE_PROFILES

COLUMNS = (
    "siret", "nom_entreprise", "adresse", "code_postal", "commune", "latitude", "longitude", "telephone", "email",
    "site_internet", "code_qualification", "nom_qualification", "url_qualification", "nom_certificat", "domaine",
    "meta_domaine", "organisme", "particulier", "lien_date_debut", "lien_date_fin",
)  # fmt: skip
VALID_DAYS = 4 * 365
EXPIRED_SHARE = 0.04

Row = dict[str, str]


def rows(
    firms: int, *, seed: int = 1, department: str | None = None, dirty: bool = False, day: date = date(2026, 6, 1)
) -> Iterator[Row]:
    """Give the rows of that many firms, one firm after the other; the same seed gives the same rows."""
    where = towns(department)
    metas = _metas()
    for number in range(firms):
        chance = Random(f"rge/{seed}/{number}")
        for row in _rows(firm(number, seed, RGE_PROFILES, where), chance, day, metas):
            yield soiled(row, chance) if dirty else row


def _rows(of: Firm, chance: Random, day: date, metas: dict[str, str]) -> Iterator[Row]:
    known = of.profile.domains
    count = min(chance.choices((1, 2, 3, 4, 5), (14, 30, 30, 17, 9))[0], len(known) + 1)
    drawn = [known[0], *chance.sample(known[1:], min(count, len(known)) - 1)]
    while len(drawn) < count:
        drawn.append(chance.choice(known))  # a second qualification in a domain
    for place, domain in enumerate(drawn):
        yield {**_identity(of), **_proof(domain, place, chance, day), "meta_domaine": metas[domain]}


def _identity(of: Firm) -> Row:
    return {
        "siret": of.siret,
        "nom_entreprise": of.name,
        "adresse": of.address,
        "code_postal": of.postcode,
        "commune": of.town.name,
        "latitude": f"{of.latitude}",
        "longitude": f"{of.longitude}",
        "telephone": of.phone,
        "email": of.email,
        "site_internet": of.website,
    }


def _proof(domain: str, place: int, chance: Random, day: date) -> Row:
    body, code = BODIES.get(domain, ("qualibat", f"{7100 + len(domain) % 90}"))
    if chance.random() < EXPIRED_SHARE:
        ends = day - timedelta(days=chance.randint(1, 500))
    else:
        ends = day + timedelta(days=chance.randint(30, VALID_DAYS))
    return {
        "code_qualification": f"{code}{'-' + str(place) if place else ''}",
        "nom_qualification": domain.rstrip("."),
        "url_qualification": f"https://certificats.example/{body}/{chance.randrange(10**6):06d}",
        "nom_certificat": f"Certificat {body.upper()}",
        "domaine": domain,
        "organisme": body,
        "particulier": "false" if domain.startswith(("Etude", "Commis")) else "true",
        "lien_date_debut": (ends - timedelta(days=VALID_DAYS)).isoformat(),
        "lien_date_fin": ends.isoformat(),
    }


def _metas() -> dict[str, str]:
    """Read the family of each domain, as the project ships them."""
    path = Path(__file__).resolve().parents[2] / "directory" / "data" / "domains.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["domaine"]: row["meta"] for row in csv.DictReader(file)}
