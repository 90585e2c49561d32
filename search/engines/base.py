"""What every engine is asked and answers. Nothing is left to analyse: engines see stems, slugs, codes and points."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from directory.search import Facets, Hit, Housing, Label, Order, Point
from territories.place import Place


@dataclass(frozen=True, slots=True)
class EngineQuery:
    """A search without words. `trades`, `stems` and `names` come from the words; all empty means everyone.

    `stems`: a firm whose name holds them all comes first. `names`: stems that every firm's name must hold.
    `ticked`: trade slugs, any of them.
    """

    today: date
    trades: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    ticked: tuple[str, ...] = ()
    housing: Housing | None = None
    labels: tuple[Label, ...] = ()
    order: Order = "pertinence"
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """One page of firms in order, how many there are in all, and what stands around them."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: Facets = field(default_factory=Facets)
    points: tuple[Point, ...] = ()


class Engine(Protocol):
    """An engine answers queries and keeps nothing between them."""

    name: str

    def search(self, query: EngineQuery) -> EngineAnswer:
        """Answer one query."""

    def counts(self, queries: Sequence[EngineQuery]) -> list[int]:
        """Tell how many firms each of some queries finds."""


@lru_cache(maxsize=4)
def _engine(path: str) -> Engine:
    return cast(Engine, import_string(path)())


def current_engine() -> Engine:
    """Give the engine that the installation chose (`settings.SEARCH_ENGINE`)."""
    return _engine(settings.SEARCH_ENGINE)
