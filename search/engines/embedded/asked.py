"""A query in the numbers of the index, and the chunks that answer it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from search.engines.base import EngineQuery
from search.trades import trade_bits

from . import store
from .found import Names, holding
from .places import where_of
from .records import META, key, name_key
from .store import Chunk, Span


class Asked:
    """A query, where it is asked for, the bits of its `trades`, and where their chunks stand (`terms`)."""

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

    @property
    def spans(self) -> list[Span]:
        """Give all that must be read."""
        words = dict.fromkeys((*self.query.names, *self.query.stems))
        return [(META, META), *map(span_of_word, words), *self.terms]


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
        self._holding: dict[tuple[str, ...], Names] = {}

    @property
    def computed_on(self) -> int:
        """Give the day on which proofs were last computed."""
        return int.from_bytes(self._data.get(META, b""), "little")

    def within(self, spans: Iterable[Span]) -> list[Chunk]:
        """Give those of some spans, each once when the spans are apart."""
        ids = self._ids
        found = [ids[bisect_left(ids, first) : bisect_right(ids, last)] for first, last in spans]
        return [(each, self._data[each]) for some in found for each in some]

    def holding(self, stems: tuple[str, ...]) -> Names:
        """Give the names that hold all the words; wider searches ask for the same ones."""
        if stems not in self._holding:
            words = [[data for _id, data in self.within([span_of_word(stem)])] for stem in stems]
            self._holding[stems] = holding(words)
        return self._holding[stems]
