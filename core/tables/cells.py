"""What stands in one cell, as people and exports write it, made clean. Pure functions.

A function gives the value, or the value and a doubt: an empty doubt means all is well, otherwise it is the French
sentence of the report and the value was repaired or dropped. What makes a row useless raises `CellRefused`.
"""

import re
import unicodedata
from datetime import date

from django.utils.translation import gettext as _

from core.tables.errors import CellRefused
from core.text import clean, fold

MAX_ARRAY = 2_000  # characters of a list in one cell
YEARS = range(1980, 2101)
_DATE = re.compile(
    r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_FRENCH_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def text(value: str, limit: int) -> str:
    """Give the text without control characters, blanks folded, cut at `limit`. Formulas stay text."""
    if value.isprintable() and "  " not in value:
        return value[:limit].strip()
    return clean(value, limit)


def prose(value: str, limit: int) -> str:
    """Give a text of several lines, each one clean; at most one empty line in a row."""
    lines = [clean(line, limit) for line in re.split(r"\r\n|\r|\n|\\n", value[: limit * 2])]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:limit].strip()


def day(value: str) -> date:
    """Read a date written year first ("2026-01-05", "2026/1/5", with or without time). Raise `CellRefused`."""
    found = _DATE.fullmatch(value.strip()[:40])
    if not found:
        raise CellRefused(_("Date illisible : elle s’écrit AAAA-MM-JJ ou AAAA/MM/JJ."))
    return _calendar(int(found[1]), int(found[3]), int(found[4]))


def french_day(value: str) -> date:
    """Read a date written year first, or as the French do ("31/12/2026"). Raise `CellRefused`."""
    found = _FRENCH_DATE.fullmatch(value.strip()[:40])
    return _calendar(int(found[3]), int(found[2]), int(found[1])) if found else day(value)


def _calendar(year: int, month: int, day_of_month: int) -> date:
    if year not in YEARS:
        raise CellRefused(_("Année invraisemblable : %d.") % year)
    try:
        return date(year, month, day_of_month)
    except ValueError as error:
        raise CellRefused(_("Cette date n’existe pas au calendrier.")) from error


def yes_or_no(value: str) -> tuple[bool | None, str]:
    """Read a boolean, None when empty or unknown."""
    word = fold(clean(value, 10))
    if word in ("true", "1", "oui", "vrai", "o", "yes"):
        return True, ""
    if word in ("false", "0", "non", "faux", "n", "no"):
        return False, ""
    return None, _("Ni oui ni non.") if word else ""


def parts(value: str) -> tuple[str, ...]:
    """Read a list written in one cell, `|` between the parts ("moe | amo")."""
    return tuple(dict.fromkeys(part for raw in value[:MAX_ARRAY].split("|") if (part := clean(raw, 80))))


def plain(value: str) -> str:
    """Give digits and letters in their usual width, without controls."""
    return clean(unicodedata.normalize("NFKC", value[:200]))
