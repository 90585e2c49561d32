"""The embedded engine: read the packed records of a search in one or two queries, then rank them in numpy."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from search.engines.base import EngineAnswer, EngineQuery

from . import found, ranking
from .asked import Asked, Chunks
from .counting import Counting, every
from .found import Found

Tiers = NDArray[np.uint8]


class EmbeddedEngine:
    """Answer from the site's own database (SQLite or PostgreSQL). It keeps nothing between two searches."""

    name = "embedded"

    def search(self, query: EngineQuery) -> EngineAnswer:
        """Answer one query."""
        asked = Asked(query)
        counting, tiers = _found(asked, Chunks(asked.spans))
        filters = counting.filters()
        facets, firms = counting.facets(filters), counting.found
        if filters:
            mask = every(filters)
            firms, tiers = firms.kept(mask), tiers[mask]
        if not len(firms.records):
            return EngineAnswer(facets=facets)
        hits, points = ranking.page(firms, tiers, asked.where, query)
        return EngineAnswer(tuple(hits), len(firms.records), facets, tuple(points))

    def counts(self, queries: Sequence[EngineQuery]) -> list[int]:
        """Tell how many firms each of some queries finds, reading but once what they share."""
        asked = [Asked(query) for query in queries]
        chunks = Chunks(chain.from_iterable(each.spans for each in asked))
        return [_count(_found(each, chunks)[0]) for each in asked]


def _count(counting: Counting) -> int:
    filters = counting.filters()
    return int(np.count_nonzero(every(filters))) if filters else len(counting.found.records)


def _found(asked: Asked, chunks: Chunks) -> tuple[Counting, Tiers]:
    """Give the firms found by words and place, ready to be filtered, and the tier of each."""
    firms, tiers = _firms(asked, chunks)
    searched = asked.bits.mask(asked.query.ticked or asked.query.trades)
    return Counting(firms, asked.query, asked.bits, searched, chunks.computed_on), tiers


def _firms(asked: Asked, chunks: Chunks) -> tuple[Found, Tiers]:
    """Give the firms found by words and place, and the tier of each."""
    query = asked.query
    if query.names:
        return _holding_names(asked, chunks)
    by_trade = found.practising(chunks.within(asked.terms), asked.trades, asked.where)
    tiers = np.ones(len(by_trade.records), np.uint8)
    if not query.stems:
        return by_trade, tiers
    holders = chunks.holding(query.stems)
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
    firms = found.named(chunks.holding(query.names), asked.where)
    tiers = np.zeros(len(firms.records), np.uint8)
    for stem in set(query.stems) - set(query.names):
        tiers |= ~found.among(firms.ids, chunks.holding((stem,)).ids)
    if not asked.trades:
        return firms, tiers
    mask = (tiers == 0) | (firms.records["bits"] & np.uint64(asked.trades) != 0)
    return firms.kept(mask), tiers[mask]
