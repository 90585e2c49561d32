"""Firms that no list speaks of any more: which ones staff made theirs, and how the others go."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from directory.imports.bulk import delete
from directory.models import Professional, ProfessionalTrade, Qualification, ServiceArea, Source, SourceRecord

LINES = (ProfessionalTrade, Qualification, ServiceArea, SourceRecord)


def is_staffs(firm: Professional) -> bool:
    """Tell whether staff made the firm theirs: entered, hidden, edited, or given a line of their own."""
    return bool(
        firm.source == Source.STAFF
        or firm.status == Professional.Status.HIDDEN
        or firm.edited_fields
        or firm.logo_id
        or any(
            model._default_manager.filter(professional=firm, source=Source.STAFF).exists()
            for model in (ProfessionalTrade, ServiceArea, Qualification)
        )
    )


def delete_firms(ids: list[int]) -> list[int]:
    """Delete the firms that nothing protects (a case study may name one); give those that went.

    Without Django's signals, which would have the index follow each of thousands of firms: the import tells them all.
    """
    protected = {
        pk
        for rows, name, on_delete in _references(ids)
        if on_delete in (models.PROTECT, models.RESTRICT)
        for pk in rows.values_list(name, flat=True)
    }
    going = [pk for pk in ids if pk not in protected]
    for rows, name, on_delete in _references(going):
        if on_delete is models.SET_NULL:
            rows.update(**{name: None})
        elif rows.model in LINES:
            delete(rows)
        else:
            rows.delete()
    delete(Professional.objects.filter(pk__in=going))
    return going


def _references(ids: list[int]) -> Iterator[tuple["models.QuerySet[Any]", str, Any]]:
    """Give every table that refers to these firms: its rows, the column, and what becomes of them."""
    for relation in Professional._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel):
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": ids})
            yield rows, name, relation.on_delete
