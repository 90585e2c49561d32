"""The vocabulary of the moment: read from the trades that staff edit, kept by each process for a few seconds."""

import logging
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic

from django.db import DatabaseError, connection

from directory.models import Trade, TradeSynonym

from .vocabulary import Vocabulary

logger = logging.getLogger(__name__)

FRESH_SECONDS = 3.0  # how long an edit may stay unseen, in this process as in every other

Row = tuple[int, str, str]  # a trade's position, its slug, and its label or one of its synonyms


@dataclass(frozen=True, slots=True)
class _Shelf:
    vocabulary: Vocabulary
    read_at: float


_shelf: _Shelf | None = None


def current_vocabulary() -> Vocabulary:
    """Give the vocabulary as it was at most `FRESH_SECONDS` ago: one query (about 1 ms) when it is older, else none.

    There is no signal to miss: bulk edits, imports and other processes are seen alike. Inside a transaction the
    rows may never be committed, so they are read each time and not kept.
    """
    shelf = _shelf
    if connection.in_atomic_block:
        return _built(_rows())
    if shelf and monotonic() - shelf.read_at < FRESH_SECONDS:
        return shelf.vocabulary
    return _renewed(shelf)


def forget_vocabulary() -> None:
    """Have the next reader look at the database again."""
    global _shelf
    _shelf = None


def _renewed(shelf: _Shelf | None) -> Vocabulary:
    global _shelf
    try:
        vocabulary = _built(_rows())
    except DatabaseError:
        if not shelf:
            raise
        logger.exception("The vocabulary could not be read; the one in memory serves on.")
        vocabulary = shelf.vocabulary
    _shelf = _Shelf(vocabulary, monotonic())
    return vocabulary


def _rows() -> tuple[Row, ...]:
    labels = Trade.objects.order_by().values_list("position", "slug", "label")
    synonyms = TradeSynonym.objects.order_by().values_list("trade__position", "trade__slug", "phrase")
    return tuple(sorted(labels.union(synonyms)))


@lru_cache(maxsize=2)
def _built(rows: tuple[Row, ...]) -> Vocabulary:
    return Vocabulary.build((slug, phrase) for _position, slug, phrase in rows)
