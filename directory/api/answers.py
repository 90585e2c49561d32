"""From a search's results to the JSON of its answer, whose shape is `serializers.SearchSerializer`.

Plain values from plain rows: twenty firms told by models and serializers took 17 ms.
"""

from typing import Any

from django.urls import reverse

from directory.card_rows import CardRows, TradeRow, read_rows, trade_rows
from directory.cards import postal_address, sheet_address
from directory.labels import HOUSING_NAMES, LABEL_NAMES
from directory.querystring import SearchRequest
from directory.search import Facet, Hit, Results, Understood
from directory.widening import widened_searches
from territories.messages import explain
from territories.place import Choice, Found, Place

Values = dict[str, Any]


def answer(request: SearchRequest, results: Results, path: str) -> Values:
    """Give the page asked for; `path` is the address that the next and previous pages are at."""
    criteria, place = request.criteria, request.place
    trades = trade_rows()
    more = results.total > criteria.page * criteria.page_size
    return {
        "count": results.total,
        "place": _place(place.place) if isinstance(place, Found) else None,
        "choices": [_choice(option) for option in place.options] if isinstance(place, Choice) else [],
        "message": explain(place),
        "understood": _understood(results.understood),
        "engine": results.engine,
        "facets": _facets(results, trades),
        "widened": [
            {"change": wider.change, "count": wider.count, "query": wider.query}
            for wider in widened_searches(request, results)
        ],
        "results": _firms(request, results, trades),
        "next": f"{path}?{request.query(page=criteria.page + 1)}" if more else None,
        "previous": f"{path}?{request.query(page=_previous(results, request))}" if criteria.page > 1 else None,
    }


def _previous(results: Results, request: SearchRequest) -> int | None:
    """Give the page before, or the last one when the page asked for lies beyond it."""
    last = -(-results.total // request.criteria.page_size)
    page = min(request.criteria.page - 1, max(last, 1))
    return page if page > 1 else None


def _place(place: Place) -> Values:
    return {"kind": place.kind, "code": place.code, "name": place.name, "postcode": place.postcode}


def _choice(option: Place) -> Values:
    return {"code": option.code, "name": option.name, "inside": option.inside}


def _understood(understood: Understood) -> Values:
    return {
        "trades": list(understood.trades),
        "names": list(understood.names),
        "corrections": [{"typed": each.typed, "read": each.read} for each in understood.corrections],
        "ignored": list(understood.ignored),
        "shortened": understood.shortened,
    }


def _facets(results: Results, trades: list[TradeRow]) -> Values:
    return {
        "trades": _named(results.facets.trades, {trade.slug: trade.label for trade in trades}),
        "labels": _named(results.facets.labels, LABEL_NAMES),
        "housing": _named(results.facets.housing, HOUSING_NAMES),
    }


def _named(facets: tuple[Facet, ...], names: dict[str, Any]) -> list[Values]:
    return [{"slug": f.slug, "label": str(names.get(f.slug, f.slug)), "count": f.kept} for f in facets]


def _firms(request: SearchRequest, results: Results, trades: list[TradeRow]) -> list[Values]:
    """Read the page's firms and keep the order of the hits. A firm hidden since it was indexed is left out."""
    found = read_rows([hit.id for hit in results.hits], trades, request.criteria.today)
    index = reverse("directory:index")
    return [_firm(found[hit.id], hit, index) for hit in results.hits if hit.id in found]


def _firm(rows: CardRows, hit: Hit, index: str) -> Values:
    firm = rows.firm
    return {
        "id": firm.pk,
        "name": firm.name,
        "url": sheet_address(index, firm),
        "trades": sorted(trade.slug for trade in rows.trades),
        "address": postal_address(firm),
        "latitude": firm.latitude,
        "longitude": firm.longitude,
        "qualifications": [
            {"name": proof.name, "domain": proof.domain, "body": proof.body, "ends": proof.ends.isoformat()}
            for proof in rows.proofs
        ],
        "charter_signed_on": firm.charter_signed_on.isoformat() if firm.charter_signed_on else None,
        "fictitious": bool(firm.fictitious),  # SQLite writes 0 or 1
        "distance_km": None if hit.distance_km is None else round(hit.distance_km, 1),
    }
