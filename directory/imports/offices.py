"""Which commune an address is in. A postcode is never taken for an INSEE code."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import gettext as _

from core.text import fold
from directory.imports.sheets import Office
from territories.geometry import distance_km
from territories.models import Commune, Department, Edition, Epci, FormerCommune, Postcode, Region

FAR_KM = 60  # an office further than this from its commune's centre is a wrong position

_WORDS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s/": "sur", "ss": "sous"}


@dataclass(frozen=True, slots=True)
class Town:
    """A commune or an arrondissement, as far as an address needs it."""

    code: str
    key: str
    department: str
    population: int
    latitude: float | None
    longitude: float | None
    is_arrondissement: bool


class Gazetteer:
    """Every commune and postcode in memory (about 20 MB), read once for an import."""

    def __init__(self) -> None:
        self.towns = {row[0]: _town(row) for row in Commune.objects.values_list(*_TOWN_COLUMNS).order_by("code")}
        self.by_postcode: dict[str, list[Town]] = defaultdict(list)
        for postcode, code in Postcode.objects.values_list("code", "commune_id").order_by("code", "commune_id"):
            self.by_postcode[postcode].append(self.towns[code])
        self.by_key: dict[str, list[Town]] = defaultdict(list)
        for town in self.towns.values():
            self.by_key[town.key].append(town)
        for name, code in FormerCommune.objects.values_list("name", "commune_id").order_by("pk"):
            self.by_key[place_key(name)].append(self.towns[code])
        self.codes = {
            "commune": set(self.towns),
            "epci": set(Epci.objects.values_list("code", flat=True)),
            "departement": set(Department.objects.values_list("code", flat=True)),
            "region": set(Region.objects.values_list("code", flat=True)),
        }

    def placed(self, office: Office) -> tuple[Office, str]:
        """Give the office with its commune, and a doubt when the commune was guessed or the position dropped."""
        town, doubt = self._town(office.postcode, office.city)
        if town is None:
            return office, doubt
        office = replace(office, commune=town.code)
        if _is_far(office, town):
            return replace(office, latitude=None, longitude=None), _("Coordonnées loin de la commune, laissées vides.")
        return office, doubt

    def centre(self, code: str | None) -> tuple[float | None, float | None]:
        """Give a commune's centre in degrees, or two None."""
        town = self.towns.get(code or "")
        return (town.latitude, town.longitude) if town else (None, None)

    def _town(self, postcode: str, city: str) -> tuple[Town | None, str]:
        key = place_key(city)
        under = self.by_postcode.get(postcode, [])
        arrondissements = [town for town in under if town.is_arrondissement]
        if arrondissements:
            return arrondissements[0], ""
        named = [town for town in self.by_key.get(key, []) if key]
        exact = [town for town in named if town in under] or [t for t in named if not under and _near(postcode, t)]
        if exact:
            return _largest(exact), ""
        if under:
            return _largest(under), "" if len(under) == 1 else _(
                "Ville inconnue sous ce code postal : la plus peuplée."
            )
        return None, _("Commune introuvable d’après le code postal et la ville.")


def gazetteer() -> Gazetteer:
    """Give the communes of the loaded edition; a second import in the same process does not read them again."""
    return _gazetteer(Edition.objects.values_list("pk", flat=True).first())


@lru_cache(maxsize=1)
def _gazetteer(edition: int | None) -> Gazetteer:
    return Gazetteer()


def place_key(name: str) -> str:
    """Make names of places comparable ("ST ORENS DE GAMEVILLE" and "Saint-Orens-de-Gameville")."""
    words = re.sub(r"[^a-z0-9]+", " ", fold(name)).split()
    while len(words) > 1 and words[-1].isdigit():
        words.pop()
    return " ".join(_WORDS.get(word, word) for word in words)


_TOWN_COLUMNS = ("code", "name", "department_id", "population", "latitude", "longitude", "parent_id")


def _town(row: tuple[str, str, str, int, float | None, float | None, str | None]) -> Town:
    code, name, department, population, latitude, longitude, parent = row
    return Town(code, place_key(name), department, population, latitude, longitude, parent is not None)


def _largest(towns: list[Town]) -> Town:
    return max(towns, key=lambda town: (town.population, town.code))


def _near(postcode: str, town: Town) -> bool:
    """Tell whether a postcode nobody lists (CEDEX) begins as those of the town's department."""
    return bool(postcode) and postcode.startswith(town.department.replace("2A", "20").replace("2B", "20"))


def _is_far(office: Office, town: Town) -> bool:
    if office.latitude is None or office.longitude is None or town.latitude is None or town.longitude is None:
        return False
    return distance_km(office.latitude, office.longitude, town.latitude, town.longitude) > FAR_KM
