"""The directory's tables, as the index reads them: all of their rows, or those of a few firms."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from directory.models import Professional, ProfessionalTrade, Qualification, ServiceArea

from . import store

FETCHED = 5000  # rows at a time
Ids = Sequence[int] | None  # None = every firm
Rows = Iterator[tuple[Any, ...]]


@dataclass(frozen=True)
class Table:
    """Rows to read as of a day, the field that tells their firm, and the fields wanted."""

    rows: Callable[[date], QuerySet[Any]]
    firm: str
    fields: tuple[str, ...]

    def read(self, ids: Ids, today: date) -> Rows:
        """Give the rows of these firms."""
        if ids is None:
            return self.rows(today).values_list(*self.fields).iterator(chunk_size=FETCHED)
        wanted = store.padded(ids)
        statement, values = _written(self, today, len(wanted), connection.vendor)
        first = values.index(-len(wanted))
        return _fetched(statement, (*values[:first], *wanted, *values[first + len(wanted) :]))


@lru_cache(maxsize=64)
def _written(table: Table, today: date, count: int, vendor: str) -> tuple[str, tuple[Any, ...]]:
    """Have Django write a reading of some firms once: for one firm, that takes five times as long as the reading.

    Their ids are still to be set: negative numbers, from -count on, stand in their places.
    """
    rows = table.rows(today).filter(**{f"{table.firm}__in": range(-count, 0)})
    statement, values = rows.values_list(*table.fields).query.sql_with_params()
    return str(statement), tuple(values)


def _fetched(statement: str, values: Sequence[Any]) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return iter(cursor.fetchall())


FIRMS = Table(
    lambda today: Professional.objects.published().order_by("pk"),
    "pk",
    ("pk", "latitude", "longitude", "commune_id", "for_houses", "for_coownerships", "charter_signed_on",
     "commune__department_id", "name"),
)  # fmt: skip
TRADES = Table(lambda today: ProfessionalTrade.objects.order_by(), "professional", ("professional_id", "trade__bit"))
PROOFS = Table(
    lambda today: Qualification.objects.filter(ends__gte=today).order_by(),
    "professional",
    ("professional_id", "starts", "ends", "domain__trades__bit"),
)
AREAS = Table(
    lambda today: ServiceArea.objects.order_by(),
    "professional",
    ("professional_id", "kind", "commune_id", "commune__department_id", "epci_id", "department_id", "region_id",
     "radius_km", "trade__bit"),
)  # fmt: skip
