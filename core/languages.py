"""The languages of the site. One setting adds one: `SITE_LANGUAGES` (see docs/translation.md)."""

from functools import cache
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Locale


def languages() -> list[tuple[str, str]]:
    """Give each language's code and name. A function, so that no migration holds the list."""
    return [(code, str(name)) for code, name in settings.LANGUAGES]


def default_language() -> str:
    """Give the language in which the site is written."""
    return settings.LANGUAGE_CODE


def language_of(locale_id: int) -> str:
    """Give the language code of a locale, from memory: each page of a list asks."""
    codes = _codes()
    if locale_id not in codes:  # made by another process since we read them
        _codes.cache_clear()
    return _codes()[locale_id]


@cache
def _codes() -> dict[int, str]:
    return dict(Locale.objects.values_list("pk", "language_code"))


@receiver([post_save, post_delete], sender=Locale)
def _locales_changed(**kwargs: Any) -> None:
    _codes.cache_clear()
