"""Where to go from few results: each wider search, with the query string that leads there."""

from dataclasses import dataclass

from directory.querystring import SearchRequest
from directory.search import Results, Widening


@dataclass(frozen=True, slots=True)
class WidenedSearch:
    """A wider search: what it lets go, how many firms it finds, its query string."""

    change: str
    count: int
    query: str


def widened_searches(request: SearchRequest, results: Results) -> list[WidenedSearch]:
    """Give the wider searches that the engine counted, as links."""
    return [WidenedSearch(wider.change, wider.count, _query(request, results, wider)) for wider in results.widened]


def _query(request: SearchRequest, results: Results, wider: Widening) -> str:
    match wider.change:
        case "names":
            trades = tuple(dict.fromkeys((*request.criteria.trades, *results.understood.trades)))
            return request.query(page=None, q=None, metier=trades)
        case "filters":
            return request.query(page=None, metier=None, label=None, logement=None)
        case "department":
            return request.query(page=None, commune=None, lieu=request.criteria.places[0].department)
    return request.query(page=None, commune=None, lieu=None)
