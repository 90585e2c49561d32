from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError

from territories import services


@register(Tags.database)
def check_geography_is_loaded(*, databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """Warn when no place can be found because none is loaded (`manage.py check --database default`)."""
    if not databases:
        return []
    try:
        if services.is_loaded():
            return []
    except DatabaseError:  # no table yet: `migrate` runs the checks before it makes them
        return []
    return [
        Warning(
            "Le découpage de la France n’est pas chargé : aucun lieu ne sera reconnu.",
            hint="Lancez « python manage.py load_territories ».",
            id="territories.W001",
        )
    ]
