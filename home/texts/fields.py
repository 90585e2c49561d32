"""The fields of a page from the keys of its file."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import ForeignKey, Model
from django.utils.timezone import localdate, make_aware
from wagtail.fields import StreamField

from home.models import Topic
from home.texts.blocks import stream
from home.texts.library import Library

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
NAMED: dict[str, Callable[[Library, str], int]] = {  # what a foreign key's name is looked for among
    "wagtailcore.Page": Library.page,
    "core.Picture": Library.picture,
    "core.SiteDocument": Library.document,
}
NEED_PAGES = ("wagtailcore.Page",)
TOPICS = "topics"
DAYS_AGO = "_days_ago"  # "published_days_ago = 3" writes `published_on`


def plain_fields(model: type[Model], values: dict[str, Any], library: Library) -> dict[str, Any]:
    """Give what can be written before the other pages are there."""
    said = _dated(values)
    return {name: _value(model, name, value, library) for name, value in said.items() if not _waits(model, name)}


def late_fields(model: type[Model], values: dict[str, Any], library: Library, path: str) -> dict[str, Any]:
    """Give what names other pages: texts, and links to one page."""
    said = _dated(values)
    return {name: _late(model, name, value, library, path) for name, value in said.items() if _waits(model, name)}


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    """Turn what counts from today into dates."""
    said: dict[str, Any] = {}
    for name, value in values.items():
        if name == "when":
            said |= _when(**value)
        elif name.endswith(DAYS_AGO):
            said[name.removesuffix(DAYS_AGO) + "_on"] = localdate() - timedelta(days=value)
        else:
            said[name] = value
    return said


def _late(model: type[Model], name: str, value: Any, library: Library, path: str) -> Any:
    if name == TOPICS:
        return list(Topic.objects.filter(slug__in=value))
    field = model._meta.get_field(name)
    if isinstance(field, StreamField):
        return stream(field.stream_block, value, library, f"{path}.{name}")
    return _value(model, name, value, library)


def _waits(model: type[Model], name: str) -> bool:
    field = model._meta.get_field(name)
    return name == TOPICS or isinstance(field, StreamField) or _named(field) in NEED_PAGES


def _named(field: Any) -> str:
    return field.related_model._meta.label if isinstance(field, ForeignKey) else ""


def _value(model: type[Model], name: str, value: Any, library: Library) -> Any:
    """Give a plain value, or the row that a foreign key's word stands for."""
    field = model._meta.get_field(name)
    if not isinstance(field, ForeignKey):
        return value
    related: Any = field.related_model
    key = NAMED[_named(field)](library, value) if _named(field) in NAMED else None
    return related.objects.get(pk=key) if key else related.objects.get(code=value)


def _when(*, days: int, weekday: str, opens: Any, closes: Any) -> dict[str, datetime]:
    """Give an event's times: the first such weekday from `days` days after today (before it when negative)."""
    day = _next(localdate() + timedelta(days=days), WEEKDAYS.index(weekday))
    return {
        "starts_at": make_aware(datetime.combine(day, opens)),
        "ends_at": make_aware(datetime.combine(day, closes)),
    }


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
