"""A search as its definition says it (docs/search.md), firm by firm in plain Python over the models: slow and sure."""

from dataclasses import dataclass
from math import inf

from directory.models import Professional, ServiceArea, Trade
from search.engines.base import EngineQuery
from search.engines.lots import mask
from search.text import stems
from territories.geometry import distance_km
from territories.models import Commune
from territories.place import Place

HOUSING = {"maison": "for_houses", "copropriete": "for_coownerships"}


@dataclass(frozen=True)
class Answer:
    """What an engine must answer: (id, tier, km or None) in order, counts by slug, map points."""

    hits: list[tuple[int, int, float | None]]
    trades: dict[str, int]
    labels: dict[str, int]
    housing: dict[str, int]
    points: list[int]


class Firm:
    """One firm at the searched places: trades it practises there, and what filters look at."""

    def __init__(self, professional: Professional, query: EngineQuery) -> None:
        self.professional = professional
        self.query = query
        practised = {trade.slug for trade in professional.trades.all()}
        areas = [area for area in professional.service_areas.all() if not area.trade or area.trade.slug in practised]
        covering = [area for area in areas if any(covers(area, place) for place in query.places)]
        self.serves = bool(covering) or not query.places
        self.trades = practised if not query.places else set()
        for area in covering:
            self.trades |= {area.trade.slug} if area.trade else practised
        self.proven = {
            trade.slug
            for proof in professional.qualifications.all()
            if (proof.starts is None or proof.starts <= query.today) and proof.ends >= query.today
            for trade in proof.domain.trades.all()
        }
        self.stems = set(stems(professional.name))
        self.km = self._km()

    def _km(self) -> float | None:
        firm = self.professional
        centres = [place for place in self.query.places if place.latitude is not None]
        if firm.latitude is None or not centres:
            return None
        return min(distance_km(firm.latitude, firm.longitude, each.latitude, each.longitude) for each in centres)

    def tier(self) -> int | None:
        """Give its tier by the words, None when they do not find it."""
        query = self.query
        if not (query.trades or query.stems or query.names):
            return 1
        if query.stems and set(query.stems) <= self.stems:
            return 0
        if query.trades:
            found = self.trades & set(query.trades) and set(query.names) <= self.stems
        else:
            found = bool(query.names) and set(query.names) <= self.stems
        return 1 if found else None

    def passes(self, ticked: set[str], housing: str | None, labels: set[str]) -> bool:
        """Tell whether it passes these filters."""
        searched = ticked or set(self.query.trades)
        return (
            (not ticked or bool(ticked & self.trades))
            and (not housing or getattr(self.professional, HOUSING[housing]))
            and ("charte" not in labels or self.professional.charter_signed_on is not None)
            and ("rge" not in labels or bool(self.proven & searched & self.trades if searched else self.proven))
        )

    def rank(self, tier: int) -> tuple:
        lot = lot_of(self.professional.pk) ^ mask(self.query.today)
        if self.query.order == "distance":
            return (inf if self.km is None else self.km, lot)
        return (tier, self._band(), lot)

    def _band(self) -> int:
        places = self.query.places
        if self.professional.commune_id in {code for place in places for code in place.communes}:
            return 0
        km = inf if self.km is None else self.km
        return next((band for band, limit in enumerate((10, 25, 50), 1) if km < limit), 4)


def lot_of(number: int) -> int:
    """Hash an id of 32 bits (MurmurHash3's last step)."""
    number ^= number >> 16
    number = number * 0x85EBCA6B & 0xFFFFFFFF
    number ^= number >> 13
    number = number * 0xC2B2AE35 & 0xFFFFFFFF
    return number ^ number >> 16


def covers(area: ServiceArea, place: Place) -> bool:
    """Tell whether an area covers a commune, or touches a department."""
    if place.kind == "department":
        return touches(area, place)
    match area.kind:
        case "commune":
            return area.commune_id in place.communes
        case "epci":
            return area.epci_id == place.epci
        case "rayon":
            firm = area.professional
            if firm.latitude is None or place.latitude is None:
                return False
            return distance_km(firm.latitude, firm.longitude, place.latitude, place.longitude) <= area.radius_km
    return area.kind == "france" or covers_whole(area, place)


def touches(area: ServiceArea, place: Place) -> bool:
    """Tell whether an area has a part, or for a radius its office, in a department."""
    match area.kind:
        case "commune":
            return area.commune.department_id == place.code
        case "epci":
            return Commune.objects.filter(epci=area.epci_id, department=place.code).exists()
        case "rayon":
            office = area.professional.commune
            return office is not None and office.department_id == place.code
    return area.kind == "france" or covers_whole(area, place)


def covers_whole(area: ServiceArea, place: Place) -> bool:
    """Tell whether a department or region holds the place."""
    if area.kind == "departement":
        return area.department_id == place.department
    return area.kind == "region" and area.region_id == place.region


def answer(query: EngineQuery) -> Answer:
    """Answer a query, without a page: the whole order."""
    rows = Professional.objects.published().prefetch_related(
        "trades", "service_areas__trade", "service_areas__commune", "qualifications__domain__trades"
    )
    found = []
    for professional in rows:
        firm = Firm(professional, query)
        tier = firm.tier() if firm.serves else None
        if tier is not None:
            found.append((firm, tier))
    ticked, labels = set(query.ticked), set(query.labels)

    def count(ticked: set[str], housing: str | None, labels: set[str]) -> int:
        return sum(firm.passes(ticked, housing, labels) for firm, _tier in found)

    kept = [(firm, tier) for firm, tier in found if firm.passes(ticked, query.housing, labels)]
    kept.sort(key=lambda pair: pair[0].rank(pair[1]))
    slugs = Trade.objects.values_list("slug", flat=True)
    counts = {slug: count({slug}, query.housing, labels) for slug in slugs}
    return Answer(
        hits=[(firm.professional.pk, tier, firm.km) for firm, tier in kept],
        trades={slug: number for slug, number in counts.items() if number},
        labels={label: count(ticked, query.housing, labels | {label}) for label in ("rge", "charte")},
        housing={kind: count(ticked, kind, labels) for kind in HOUSING},
        points=[firm.professional.pk for firm, _tier in kept if firm.professional.latitude is not None][:100],
    )
