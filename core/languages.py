"""The languages of the site. One setting adds one: `LANGUAGES` (see docs/translation.md)."""

from django.conf import settings


def languages() -> list[tuple[str, str]]:
    """Give each language's code and name. A function, so that no migration holds the list."""
    return [(code, str(name)) for code, name in settings.LANGUAGES]


def default_language() -> str:
    """Give the language in which the site is written."""
    return settings.LANGUAGE_CODE
