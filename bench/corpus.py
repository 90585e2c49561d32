"""A whole directory of fictitious firms, written straight into the tables: any size, the same for the same seed.

Offices follow the population; each firm has one to five trades; areas are mostly a radius of 50 km, and otherwise other
radii, communes, an EPCI, a department, a region or France, sometimes for one trade only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

import numpy as np
from django.db import connection, models, transaction
from django.utils import timezone

from directory.models import (
    RADII_KM,
    Professional,
    ProfessionalTrade,
    Qualification,
    QualificationDomain,
    ServiceArea,
    Trade,
)
from territories.models import Commune

SEED = 31555
SURNAMES = (
    "Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David"
    " Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefevre Faure Andre Mercier"
    " Blanc Guerin Boyer Garnier Chevalier Francois Legrand Gauthier Garcia Perrin Robin Clement Morin Nicolas Henry"
    " Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noel Meyer Dufour Meunier Brun Blanchard"
    " Giraud Joly Riviere Lucas Brunet Gaillard Barbier Arnaud Martinez Gerard Roche Renard Schmitt Roy Leroux Colin"
    " Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoit Rey"
    " Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez"
)
_SYLLABLES = "ba be bo cha da del do fa fer ga gra la le lo ma mer mo na pa per ra ri ro sa sal ta tou va ver vi"
_ENDINGS = "rd nt lle ux c ch gne lin zac guès rel tier deau mond"
TAILS = ("et Fils", "Rénovation", "Habitat", "Services", "Énergies", "Bâtiment", "Frères", "")
DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Places:
    """Communes with a centre, by population."""

    codes: list[str]
    names: list[str]
    epcis: list[str | None]
    departments: list[str]
    regions: list[str | None]
    points: "np.ndarray[Any, Any]"
    weights: "np.ndarray[Any, Any]"

    @classmethod
    def read(cls) -> "Places":
        """Read them; a commune that arrondissements stand for is left out."""
        rows = list(
            Commune.objects.filter(latitude__isnull=False, arrondissements__isnull=True)
            .order_by("code")
            .values_list(
                "code",
                "name",
                "epci_id",
                "department_id",
                "department__region_id",
                "latitude",
                "longitude",
                "population",
            )
        )
        codes, names, epcis, departments, regions, lats, lons, people = map(list, zip(*rows, strict=True))
        weights = np.array(people, float) + 1
        return cls(codes, names, epcis, departments, regions, np.array([lats, lons]).T, weights / weights.sum())


def build(size: int, seed: int = SEED) -> None:
    """Fill the directory with `size` firms in one transaction."""
    draw = np.random.default_rng(seed)
    places = Places.read()
    offices = draw.choice(len(places.codes), size, p=places.weights)
    trades = _Trades(size, draw)
    with transaction.atomic():
        _insert(Professional, ("id", "name", "commune_id", "city", "latitude", "longitude", "charter_signed_on",
                "charter_review_on", "for_houses", "for_coownerships"),
                _firms(offices, places, trades, draw))  # fmt: skip
        _insert(ProfessionalTrade, ("professional_id", "trade_id"), trades.links())
        _insert(ServiceArea, ("professional_id", "kind", "commune_id", "epci_id", "department_id", "region_id",
                "radius_km", "trade_id"), _areas(offices, places, trades, draw))  # fmt: skip
        _insert(Qualification, ("professional_id", "name", "domain_id", "starts", "ends"),
                _qualifications(trades, draw))  # fmt: skip


class _Trades:
    """Which trades each firm practises; some trades are many times commoner than others."""

    def __init__(self, size: int, draw: np.random.Generator) -> None:
        rows = list(Trade.objects.order_by("position").values_list("pk", "label"))
        self.keys, self.labels = [pk for pk, _label in rows], [label for _pk, label in rows]
        weights = 1 / np.arange(2, len(rows) + 2) ** 0.5
        weights = draw.permutation(weights / weights.sum())
        counts = draw.choice([1, 2, 3, 4, 5], size, p=[0.15, 0.25, 0.3, 0.2, 0.1])
        picks = draw.choice(len(rows), (size, 5), p=weights).tolist()
        self.of_firm = [list(dict.fromkeys(row[:count])) for row, count in zip(picks, counts.tolist(), strict=True)]

    def links(self) -> Iterator[tuple[int, int]]:
        for firm, trades in enumerate(self.of_firm, 1):
            for trade in trades:
                yield firm, self.keys[trade]


def _firms(offices: Any, places: Places, trades: _Trades, draw: np.random.Generator) -> Iterator[tuple[Any, ...]]:
    size = len(offices)
    points = np.round(places.points[offices] + draw.normal(0, 0.012, (size, 2)), 5).tolist()
    unknown, charter = (draw.random(size) < 0.02).tolist(), (draw.random(size) < 0.05).tolist()
    kinds = draw.choice(3, size, p=[0.6, 0.3, 0.1]).tolist()
    names = _names(trades, places, offices.tolist(), draw)
    for firm, (office, name) in enumerate(zip(offices.tolist(), names, strict=True)):
        lat, lon = (None, None) if unknown[firm] else points[firm]
        signed = DAY if charter[firm] else None
        review = DAY + timedelta(730) if signed else None
        yield (firm + 1, name, places.codes[office], places.names[office][:120], lat, lon, signed, review,
               kinds[firm] != 2, kinds[firm] != 1)  # fmt: skip


def _names(trades: _Trades, places: Places, offices: list[int], draw: np.random.Generator) -> Iterator[str]:
    size = len(offices)
    surnames = _surnames(max(2000, size // 12), draw)
    weights = 1 / (np.arange(len(surnames)) + 30)  # the commonest is borne by about 0.5 %
    chosen = draw.choice(len(surnames), size, p=weights / weights.sum()).tolist()
    shapes, tails = draw.integers(0, 10, size).tolist(), draw.integers(0, len(TAILS), size).tolist()
    for firm in range(size):
        surname = surnames[chosen[firm]]
        word = trades.labels[trades.of_firm[firm][0]].split(",")[0]
        if shapes[firm] < 4:
            yield f"{word} {surname}"
        elif shapes[firm] < 5:
            yield f"{places.names[offices[firm]]} {word}"[:200]
        else:
            yield f"{'SARL ' if shapes[firm] < 7 else ''}{surname} {TAILS[tails[firm]]}".strip()


def _surnames(count: int, draw: np.random.Generator) -> list[str]:
    made = dict.fromkeys(SURNAMES.split())
    syllables, endings = _SYLLABLES.split(), _ENDINGS.split()
    while len(made) < count:
        parts = draw.integers(0, len(syllables), 4).tolist()
        stem = "".join(syllables[part] for part in parts[: 2 + parts[3] % 2])
        made[(stem + endings[int(draw.integers(0, len(endings)))]).capitalize()] = None
        if len(made) >= len(syllables) ** 3:
            break
    return list(made)


_KINDS = ("rayon50", "rayon", "communes", "epci", "departement", "region", "france", "two", "by_trade")
_SHARES = (0.62, 0.12, 0.03, 0.05, 0.07, 0.02, 0.01, 0.05, 0.03)


def _areas(offices: Any, places: Places, trades: _Trades, draw: np.random.Generator) -> Iterator[tuple[Any, ...]]:
    size = len(offices)
    kinds = draw.choice(len(_KINDS), size, p=_SHARES).tolist()
    radii = draw.choice(RADII_KM, size).tolist()
    near = draw.integers(-3, 4, (size, 3)).tolist()
    for firm, office in enumerate(offices.tolist()):
        kind = _KINDS[kinds[firm]]
        empty: dict[str, Any] = dict.fromkeys(("commune", "epci", "department", "region", "radius", "trade"))
        for values in _areas_of(kind, office, radii[firm], near[firm], places):
            row = empty | values
            if kind == "by_trade":
                row["trade"] = trades.keys[trades.of_firm[firm][0]]
            yield (firm + 1, row["kind"], row["commune"], row["epci"], row["department"], row["region"], row["radius"],
                   row["trade"])  # fmt: skip


def _areas_of(kind: str, office: int, radius: int, near: list[int], places: Places) -> list[dict[str, Any]]:
    department = {"kind": "departement", "department": places.departments[office]}
    communes = sorted({office, *(min(max(office + step, 0), len(places.codes) - 1) for step in near)})
    choices: dict[str, list[dict[str, Any]]] = {
        "rayon50": [{"kind": "rayon", "radius": 50}],
        "rayon": [{"kind": "rayon", "radius": radius}],
        "communes": [{"kind": "commune", "commune": places.codes[each]} for each in communes],
        "departement": [department],
        "france": [{"kind": "france"}],
        "two": [department, {"kind": "rayon", "radius": radius}],
        "by_trade": [{"kind": "rayon", "radius": 50}],
    }
    if kind == "epci" and places.epcis[office]:
        return [{"kind": "epci", "epci": places.epcis[office]}]
    if kind == "region" and places.regions[office]:
        return [{"kind": "region", "region": places.regions[office]}]
    return choices.get(kind, [department])


def _qualifications(trades: _Trades, draw: np.random.Generator) -> Iterator[tuple[Any, ...]]:
    domains = {}
    for domain, trade in QualificationDomain.objects.filter(trades__isnull=False).values_list("pk", "trades"):
        domains[trade] = domain
    today = timezone.localdate()
    size = len(trades.of_firm)
    holds, ends = (draw.random(size) < 0.5).tolist(), draw.integers(-100, 1400, size).tolist()
    for firm, keys in enumerate(trades.of_firm):
        for trade in keys if holds[firm] else ():
            proved = domains.get(trades.keys[trade])
            if proved:
                end = today + timedelta(ends[firm] + trade)
                yield firm + 1, "Qualification fictive", proved, end - timedelta(1460), end


def _insert(model: type[models.Model], columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows; columns that are not given have their field's default."""
    fields = [field for field in model._meta.concrete_fields if field.column not in columns]
    defaults = {str(field.column): _default(field) for field in fields if field.column != "id"}
    names = ", ".join((*columns, *defaults))
    marks = ", ".join(["%s"] * (len(columns) + len(defaults)))
    constants = tuple(defaults.values())
    waiting = iter(rows)
    with connection.cursor() as cursor:
        while batch := [row + constants for row in islice(waiting, 2000)]:
            cursor.executemany(f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})", batch)


def _default(field: Any) -> Any:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return timezone.now()
    value = True if field.name == "fictitious" else None if field.null else field.get_default()
    return field.get_db_prep_save("" if value is None and not field.null else value, connection)
