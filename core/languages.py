"""The languages of the site. One setting adds one: `SITE_LANGUAGES` (see docs/translation.md)."""

from functools import cache
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info
from wagtail.models import Locale


def languages() -> list[tuple[str, str]]:
    """Give each language's code and name. A function, so that no migration holds the list."""
    return [(code, capfirst(str(name))) for code, name in settings.LANGUAGES]


def codes() -> list[str]:
    """Give the codes of the languages, the default one first."""
    return [code for code, _name in settings.LANGUAGES]


def default_language() -> str:
    """Give the language in which the site is written."""
    return settings.LANGUAGE_CODE


def present_language() -> str:
    """Give the language of the moment."""
    return get_language() or default_language()


def own_name(code: str) -> str:
    """Give a language's name as those who speak it write it."""
    return capfirst(get_language_info(code)["name_local"])


@cache
def interface_language(code: str) -> str:
    """Give the language that buttons and messages are really in: the default one where nobody translated them."""
    catalogues = (folder / code / "LC_MESSAGES" / "django.mo" for folder in settings.LOCALE_PATHS)
    return code if any(path.exists() for path in catalogues) else default_language()


def spoken() -> list[str]:
    """Give the codes of the languages in which buttons and messages were translated, the default one first."""
    return [code for code in codes() if interface_language(code) == code]


def language_of(locale_id: int) -> str:
    """Give the language code of a locale, from memory: each page of a list asks."""
    if locale_id not in _codes():  # made by another process since we read them
        _codes.cache_clear()
    return _codes()[locale_id]


@cache
def _codes() -> dict[int, str]:
    """Read every locale, those too whose language was taken out of the setting."""
    return dict(Locale.all_objects.values_list("pk", "language_code"))


@receiver([post_save, post_delete], sender=Locale)
def _locales_changed(**kwargs: Any) -> None:
    _codes.cache_clear()
