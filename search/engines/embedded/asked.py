"""A query in the numbers of the index, and the chunks that answer it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from search.engines.base import EngineQuery
from search.trades import trade_bits

from . import store
from .places import where_of
from .records import META, key, name_key
from .store import Chunk, Span


class Asked:
    """A query, where it is asked for, the bits of its `trades`, and the spans to read for its trades and its words."""

    def __init__(self, query: EngineQuery) -> None:
        self.query = query
        self.where = where_of(query.places)
        self.bits = trade_bits()
        self.trades = self.bits.mask(query.trades)
        self.terms: list[Span] = [
            (key(term, first), key(term, last) + store.LAST)
            for term in _terms(query, self.trades)
            for first, last in self.where.spans
        ]
        self.words = {stem: span_of_word(stem) for stem in (*query.names, *query.stems)}

    @property
    def spans(self) -> list[Span]:
        """Give all that must be read."""
        return [(META, META), *self.words.values(), *self.terms]


def _terms(query: EngineQuery, trades: int) -> list[int]:
    if query.names:
        return []
    if query.trades:
        return [bit + 1 for bit in range(trades.bit_length()) if trades >> bit & 1]
    return [] if query.stems else [0]


def span_of_word(stem: str) -> Span:
    """Give where a word's chunks stand."""
    first = name_key(stem)
    return first, first + store.LAST


class Chunks:
    """The chunks of one query or more, read at once."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._data = dict(store.read(list(dict.fromkeys(spans))))
        self._ids = sorted(self._data)

    @property
    def computed_on(self) -> int:
        """Give the day on which proofs were last computed."""
        return int.from_bytes(self._data.get(META, b""), "little")

    def within(self, spans: Iterable[Span]) -> list[Chunk]:
        """Give those of some spans, each once when the spans are apart."""
        ids = self._ids
        found = [ids[bisect_left(ids, first) : bisect_right(ids, last)] for first, last in spans]
        return [(each, self._data[each]) for some in found for each in some]

    def of_word(self, stem: str) -> list[bytes]:
        """Give those of a word."""
        return [data for _id, data in self.within([span_of_word(stem)])]
