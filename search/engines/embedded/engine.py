"""The embedded engine: read the packed records of a search in one or two queries, then rank them in numpy."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from directory.search import Facets
from search.engines.base import EngineAnswer, EngineQuery
from search.trades import trade_bits

from . import found, ranking, store
from .counting import Counting
from .found import Found
from .places import Where, where_of
from .records import META, NAMES, key, name_key
from .store import Row

Tiers = NDArray[np.uint8]


class EmbeddedEngine:
    """Answer from the site's own database (SQLite or PostgreSQL). It keeps nothing between two searches."""

    name = "embedded"

    def search(self, query: EngineQuery) -> EngineAnswer:
        """Answer one query."""
        trades = trade_bits()
        where = where_of(query.places)
        asked = trades.mask(query.trades)
        rows = _Rows(query, where, asked)
        firms, tiers = _firms(rows, query, asked, where)
        searched = trades.mask(query.ticked or query.trades)
        counting = Counting(firms, query, trades, searched, rows.computed_on)
        return _answer(counting, tiers, where)


def _answer(counting: Counting, tiers: Tiers, where: Where) -> EngineAnswer:
    query, firms = counting.query, counting.found
    filters = counting.filters()
    facets = counting.facets(filters) if query.limit else Facets()
    if filters:
        mask = np.logical_and.reduce(list(filters.values()))
        firms, tiers = firms.kept(mask), tiers[mask]
    total = len(firms.records)
    if not total or not query.limit:
        return EngineAnswer(total=total, facets=facets)
    hits, points = ranking.page(firms, tiers, where, query)
    return EngineAnswer(tuple(hits), total, facets, tuple(points))


class _Rows:
    """What a query reads: every chunk of its trades (or of anyone) there, and of its words' names."""

    def __init__(self, query: EngineQuery, where: Where, asked: int) -> None:
        self.terms = [] if query.names else _terms(query, asked)
        self.words = {stem: name_key(stem) for stem in (*query.names, *query.stems)}
        areas = where.areas if self.terms else []
        keys = [META, *self.words.values(), *(key(term, area) for term in self.terms for area in areas)]
        self.rows = store.read(keys)

    @property
    def computed_on(self) -> int:
        """Give the day on which proofs were last computed."""
        return sum([int.from_bytes(row.data, "little") for row in self.rows if row.id == META])

    def of_terms(self) -> list[Row]:
        """Give the chunks of trades."""
        return [row for row in self.rows if META < row.id < NAMES]

    def of_words(self, stems: Iterable[str]) -> list[list[Row]]:
        """Give the chunks of each word."""
        return [self.of_word(stem) for stem in stems]

    def of_word(self, stem: str) -> list[Row]:
        """Give the chunks of a word."""
        first = self.words[stem]
        return [row for row in self.rows if first <= row.id < first + store.CHUNKS]


def _terms(query: EngineQuery, asked: int) -> list[int]:
    if query.trades:
        return [bit + 1 for bit in range(asked.bit_length()) if asked >> bit & 1]
    return [] if query.stems else [0]


def _firms(rows: _Rows, query: EngineQuery, asked: int, where: Where) -> tuple[Found, Tiers]:
    """Give the firms found by words and place, and the tier of each."""
    if query.names:
        return _holding_names(rows, query, asked, where)
    by_trade = found.practising(rows.of_terms(), asked, where)
    tiers = np.ones(len(by_trade.records), np.uint8)
    if not query.stems:
        return by_trade, tiers
    by_name = found.named(rows.of_words(query.stems), where)
    tiers -= found.among(by_trade.ids, by_name.ids)
    others = by_name.kept(by_name.records["bits"] & np.uint64(asked) == 0)
    if not len(others.records):
        return by_trade, tiers
    return found.joined([by_trade, others]), np.append(tiers, np.zeros(len(others.records), np.uint8))


def _holding_names(rows: _Rows, query: EngineQuery, asked: int, where: Where) -> tuple[Found, Tiers]:
    """Every firm holds the words left as names; those that hold all the words come first, then those of the trade."""
    firms = found.named(rows.of_words(query.names), where)
    tiers = np.zeros(len(firms.records), np.uint8)
    for stem in set(query.stems) - set(query.names):
        holders = found.holders(rows.of_word(stem))
        tiers |= ~found.among(firms.ids, holders)
    if not asked:
        return firms, tiers
    mask = (tiers == 0) | (firms.records["bits"] & np.uint64(asked) != 0)
    return firms.kept(mask), tiers[mask]
