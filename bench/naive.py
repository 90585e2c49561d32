"""How a site would search without an engine: `icontains` on names and trades, distances one by one in Python."""

from django.db.models import Q

from directory.models import Professional
from directory.search import Criteria
from territories.geometry import distance_km
from territories.place import Place


def search(criteria: Criteria) -> list[int]:
    """Give the first 20 ids. No typo is repaired, no facet counted, no point mapped."""
    rows = Professional.objects.published().prefetch_related("service_areas", "trades")
    rows = rows.filter(
        *(
            Q(name__icontains=word) | Q(trades__label__icontains=word) | Q(trades__synonyms__phrase__icontains=word)
            for word in criteria.words.split()
        )
    )
    found = []
    for firm in rows.distinct():
        if not criteria.places or any(_serves(firm, place) for place in criteria.places):
            found.append((_distance(firm, criteria.places), firm.pk))
    return [pk for _distance_km, pk in sorted(found)[:20]]


def _serves(firm: Professional, place: Place) -> bool:
    for area in firm.service_areas.all():
        covered = {
            "commune": area.commune_id in place.communes,
            "epci": area.epci_id == place.epci,
            "departement": area.department_id == place.department,
            "region": area.region_id == place.region,
            "france": True,
            "rayon": _distance(firm, (place,)) <= (area.radius_km or 0),
        }
        if covered[area.kind]:
            return True
    return False


def _distance(firm: Professional, places: tuple[Place, ...]) -> float:
    if firm.latitude is None or firm.longitude is None:
        return float("inf")
    return min(
        (
            distance_km(firm.latitude, firm.longitude, place.latitude, place.longitude)
            for place in places
            if place.latitude is not None and place.longitude is not None
        ),
        default=float("inf"),
    )
