"""The embedded engine: read the packed records of a search in one or two queries, then rank them in numpy."""

import numpy as np
from numpy.typing import NDArray

from directory.search import Facets
from search.engines.base import EngineAnswer, EngineQuery

from . import found, ranking
from .asked import Asked, Chunks
from .counting import Counting
from .found import Found

Tiers = NDArray[np.uint8]


class EmbeddedEngine:
    """Answer from the site's own database (SQLite or PostgreSQL). It keeps nothing between two searches."""

    name = "embedded"

    def search(self, query: EngineQuery) -> EngineAnswer:
        """Answer one query."""
        asked = Asked(query)
        chunks = Chunks(asked.spans)
        firms, tiers = _firms(asked, chunks)
        searched = asked.bits.mask(query.ticked or query.trades)
        counting = Counting(firms, query, asked.bits, searched, chunks.computed_on)
        return _answer(counting, tiers, asked)


def _answer(counting: Counting, tiers: Tiers, asked: Asked) -> EngineAnswer:
    query, firms = counting.query, counting.found
    filters = counting.filters()
    facets = counting.facets(filters) if query.limit else Facets()
    if filters:
        mask = np.logical_and.reduce(list(filters.values()))
        firms, tiers = firms.kept(mask), tiers[mask]
    total = len(firms.records)
    if not total or not query.limit:
        return EngineAnswer(total=total, facets=facets)
    hits, points = ranking.page(firms, tiers, asked.where, query)
    return EngineAnswer(tuple(hits), total, facets, tuple(points))


def _firms(asked: Asked, chunks: Chunks) -> tuple[Found, Tiers]:
    """Give the firms found by words and place, and the tier of each."""
    query = asked.query
    if query.names:
        return _holding_names(asked, chunks)
    by_trade = found.practising(chunks.within(asked.terms), asked.trades, asked.where)
    tiers = np.ones(len(by_trade.records), np.uint8)
    if not query.stems:
        return by_trade, tiers
    holders = found.holding(map(chunks.of_word, query.stems))
    tiers -= found.among(by_trade.ids, holders.ids)
    # Where it practises one of the trades, a holder of the words is among the firms of the trade.
    others = found.named(holders.kept(holders.records["bits"] & np.uint64(asked.trades) == 0), asked.where)
    others = others.kept(~found.among(others.ids, by_trade.ids))
    if not len(others.records):
        return by_trade, tiers
    return found.joined([by_trade, others]), np.append(tiers, np.zeros(len(others.records), np.uint8))


def _holding_names(asked: Asked, chunks: Chunks) -> tuple[Found, Tiers]:
    """Every firm holds the words left as names; those that hold all the words come first, then those of the trade."""
    query = asked.query
    firms = found.named(found.holding(map(chunks.of_word, query.names)), asked.where)
    tiers = np.zeros(len(firms.records), np.uint8)
    for stem in set(query.stems) - set(query.names):
        tiers |= ~found.among(firms.ids, found.holding([chunks.of_word(stem)]).ids)
    if not asked.trades:
        return firms, tiers
    mask = (tiers == 0) | (firms.records["bits"] & np.uint64(asked.trades) != 0)
    return firms.kept(mask), tiers[mask]
