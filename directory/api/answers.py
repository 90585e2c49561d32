"""From a search's results to the values that the serializers tell."""

from typing import Any

from directory.api.serializers import HOUSING_NAMES, LABEL_NAMES
from directory.models import Professional, Trade
from directory.querystring import SearchRequest
from directory.search import Facet, Results
from directory.widening import widened_searches
from territories.messages import explain
from territories.place import Choice, Found

Values = dict[str, Any]


def answer(request: SearchRequest, results: Results, path: str) -> Values:
    """Give the page asked for; `path` is the address that the next and previous pages are at."""
    criteria, place = request.criteria, request.place
    more = results.total > criteria.page * criteria.page_size
    return {
        "count": results.total,
        "place": place.place if isinstance(place, Found) else None,
        "choices": place.options if isinstance(place, Choice) else (),
        "message": explain(place),
        "understood": results.understood,
        "engine": results.engine,
        "facets": _facets(results),
        "widened": widened_searches(request, results),
        "results": list(_found(results)),
        "next": f"{path}?{request.query(page=criteria.page + 1)}" if more else None,
        "previous": f"{path}?{request.query(page=_previous(results, request))}" if criteria.page > 1 else None,
    }


def _previous(results: Results, request: SearchRequest) -> int | None:
    """Give the page before, or the last one when the page asked for lies beyond it."""
    last = -(-results.total // request.criteria.page_size)
    page = min(request.criteria.page - 1, max(last, 1))
    return page if page > 1 else None


def _found(results: Results) -> list[Professional]:
    rows = Professional.objects.for_cards().in_bulk([hit.id for hit in results.hits])
    found = []
    for hit in results.hits:
        professional = rows.get(hit.id)
        if professional and professional.status == Professional.Status.PUBLISHED:
            professional.distance_km = None if hit.distance_km is None else round(hit.distance_km, 1)
            found.append(professional)
    return found


def _facets(results: Results) -> Values:
    trades = dict(Trade.objects.values_list("slug", "label"))
    return {
        "trades": _named(results.facets.trades, trades),
        "labels": _named(results.facets.labels, LABEL_NAMES),
        "housing": _named(results.facets.housing, HOUSING_NAMES),
    }


def _named(facets: tuple[Facet, ...], names: dict[str, Any]) -> list[Values]:
    return [{"slug": f.slug, "label": str(names.get(f.slug, f.slug)), "count": f.count} for f in facets]
