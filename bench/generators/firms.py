"""One fictitious firm: the same for the same seed and number, whatever the file it goes to."""

from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from stdnum import luhn

from bench.generators.profiles import FANCIES, FIRST_NAMES, STREETS, SURNAMES, Profile
from core.text import fold
from territories import files
from territories.files import Cell, Row

MARK = "(fictif)"
# Beginnings of numbers that Arcep keeps for fiction, by region; elsewhere a mobile.
PHONES = {
    "11": "01 99 00",
    **dict.fromkeys(("24", "28", "52", "53"), "02 61 91"),
    **dict.fromkeys(("27", "32", "44"), "03 53 01"),
    **dict.fromkeys(("84", "93", "94"), "04 65 71"),
    **dict.fromkeys(("75", "76"), "05 36 49"),
}
MOBILE = "06 39 98"


@dataclass(frozen=True, slots=True)
class Town:
    """A commune where a firm may be: INSEE code, name, postcodes, department, region, EPCI, WGS84 centre."""

    code: str
    name: str
    postcodes: tuple[str, ...]
    department: str
    region: str
    epci: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Towns:
    """Communes, and their populations added up, to draw one fairly."""

    towns: tuple[Town, ...]
    cumulated: tuple[int, ...]

    def draw(self, chance: Random) -> Town:
        """Give a commune, with a chance that follows its population."""
        return self.towns[bisect(self.cumulated, chance.randrange(self.cumulated[-1]))]


@dataclass(frozen=True, slots=True)
class Firm:
    """A fictitious firm with a valid SIRET."""

    siret: str
    name: str
    contact: str
    phone: str
    email: str
    website: str
    address: str
    postcode: str
    town: Town
    latitude: float
    longitude: float
    profile: Profile


@cache
def towns(department: str | None = None) -> Towns:
    """Read the communes with a centre and a postcode, of one department or of the whole country."""
    geography = files.read()
    postcodes: dict[Cell, list[str]] = {}
    for postcode, commune in geography.postcodes:
        postcodes.setdefault(commune, []).append(str(postcode))
    regions = {code: str(region or "") for code, _name, region in geography.departments}
    kept = [
        (_town(row, postcodes[row[0]], regions[row[2]]), int(row[5] or 0) + 1)
        for row in geography.communes
        if department in (None, row[2]) and row[0] in postcodes and not row[4] and row[6] is not None
    ]
    return Towns(tuple(town for town, _weight in kept), tuple(accumulate(weight for _town, weight in kept)))


def _town(row: Row, postcodes: list[str], region: str) -> Town:
    code, name, department, epci, _parent, _population, latitude, longitude = row
    return Town(
        str(code), str(name), tuple(postcodes), str(department), region, str(epci or ""),
        float(latitude or 0), float(longitude or 0),
    )  # fmt: skip


def siret(number: int) -> str:
    """Give the valid SIRET of a number under a million, in a range that looks unlike real ones (SIREN 99…)."""
    siren = f"99{number % 1_000_000:06d}"
    siren += luhn.calc_check_digit(siren)
    return siren + "0001" + str(luhn.calc_check_digit(siren + "0001"))


def firm(number: int, seed: int, profiles: tuple[Profile, ...], where: Towns) -> Firm:
    """Make the firm of this number; numbers of one seed never share a SIRET (under a million)."""
    chance = Random(f"{seed}/{number}")
    profile = chance.choices(profiles, [profile.share for profile in profiles])[0]
    town = where.draw(chance)
    contact = f"{chance.choice(FIRST_NAMES)} {chance.choice(SURNAMES)}"
    name = _name(chance, profile, contact)
    slug = "-".join("".join(c if c.isalnum() else " " for c in fold(name.removesuffix(MARK))).split())
    return Firm(
        siret=siret(number * 7919 + seed * 104_729),
        name=name,
        contact=contact,
        phone=_phone(chance, town.region),
        email=f"contact@{slug}.example",
        website=f"https://www.{slug}.example" if chance.random() < 0.6 else "",
        address=f"{chance.randint(1, 140)} {chance.choice(STREETS)}",
        postcode=chance.choice(town.postcodes),
        town=town,
        latitude=round(town.latitude + chance.gauss(0, 0.008), 5),
        longitude=round(town.longitude + chance.gauss(0, 0.011), 5),
        profile=profile,
    )


def _name(chance: Random, profile: Profile, contact: str) -> str:
    word, surname = chance.choice(profile.words), contact.rsplit(" ", 1)[-1]
    shape = chance.choice(
        (
            f"{surname} {word}",
            f"{word} {surname}",
            f"SARL {surname} {word}",
            f"{word} {chance.choice(FANCIES)}",
            f"{surname} & Fils {word}",
            f"{surname} {chance.choice(SURNAMES)} {word}",
            f"{contact} {word}",
        )
    )
    return f"{shape} {MARK}"


def _phone(chance: Random, region: str) -> str:
    start = MOBILE if chance.random() < 0.4 else PHONES.get(region, MOBILE)
    return f"{start} {chance.randint(0, 99):02d} {chance.randint(0, 99):02d}"
