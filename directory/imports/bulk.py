"""Writing many rows at the price of SQL alone: Django's own bulk insert costs several times more per row.

Nobody is told of these rows one by one: the import tells everything at its end (`directory.signals`).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, models

Convert = Callable[[Any], Any]


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of values in the order of `columns` (names of fields); every other column must have a default."""
    fields: list[models.Field[Any, Any]] = [model._meta.get_field(name) for name in columns]  # type: ignore[misc]
    converts = [(place, convert) for place, field in enumerate(fields) if (convert := _convert(field))]
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608 (our own names)
    with connection.cursor() as cursor:
        cursor.executemany(statement, [_converted(row, converts) for row in rows])


def delete(rows: "models.QuerySet[Any]") -> None:
    """Delete rows that nothing refers to, in one statement and without signals."""
    rows._raw_delete(rows.db)  # the public way sends signals for each row as soon as anybody listens


def _converted(row: Sequence[Any], converts: list[tuple[int, Convert]]) -> list[Any]:
    values = list(row)
    for place, convert in converts:
        values[place] = convert(values[place])
    return values


def _convert(field: "models.Field[Any, Any]") -> Convert | None:
    """Give what makes a field's values the database's, None when they already are."""
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, models.DateField):
        return connection.ops.adapt_datefield_value
    if isinstance(field, models.JSONField):
        return lambda value: field.get_db_prep_save(value, connection)
    return None
