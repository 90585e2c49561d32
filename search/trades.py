"""Trades as engines number them: a slug has a bit of its own for ever."""

from dataclasses import dataclass
from time import monotonic

from django.db import connection

from directory.models import Trade

FRESH_SECONDS = 3.0  # as long as `search.understanding.current` keeps the vocabulary


@dataclass(frozen=True, slots=True)
class TradeBits:
    """Bits by slug, in the order of lists."""

    bits: dict[str, int]

    def mask(self, slugs: tuple[str, ...]) -> int:
        """Give the bits of some trades together; unknown slugs have none."""
        return sum(1 << self.bits[slug] for slug in set(slugs) if slug in self.bits)


_kept: tuple[TradeBits, float] | None = None


def trade_bits() -> TradeBits:
    """Give the trades as they were at most FRESH_SECONDS ago; inside a transaction, as they are."""
    global _kept
    if connection.in_atomic_block:
        return _read()
    if not _kept or monotonic() - _kept[1] > FRESH_SECONDS:
        _kept = (_read(), monotonic())
    return _kept[0]


def _read() -> TradeBits:
    return TradeBits(dict(Trade.objects.order_by("position", "label").values_list("slug", "bit")))
