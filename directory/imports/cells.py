"""What stands in one cell of a list of firms; what is not theirs alone is in `core.tables.cells`. Pure functions.

A function gives the value and a doubt: an empty doubt means all is well, otherwise it is the French sentence of the
report and the value was repaired or dropped. What makes a row useless raises `CellRefused`.
"""

import ast
import json
import re
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from core.tables.cells import MAX_ARRAY, plain
from core.tables.cells import day as day
from core.tables.cells import french_day as french_day
from core.tables.cells import parts as parts
from core.tables.cells import prose as prose
from core.tables.cells import text as text
from core.tables.cells import yes_or_no as yes_or_no
from core.tables.errors import CellRefused
from core.text import clean
from directory.validators import validate_siret

Doubted = tuple[str, str]  # value, doubt

OVERSEAS_PREFIXES = ("262", "590", "594", "596")
_SCIENTIFIC = re.compile(r"\d+([.,]\d+)?[eE]\+?\d+")
_BETWEEN_NUMBERS = re.compile(r"[;,|]|\s/\s|\bou\b|\bet\b")
_BETWEEN_QUOTED = re.compile(r"""['"]\s*,\s*['"]""")
_PLAIN_URL = re.compile(r"https?://[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z]{2,20}){1,3}(/[A-Za-z0-9_\-./]*)?")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d)(//)?")
_check_url = URLValidator(schemes=["http", "https"])


def siret(value: str) -> str:
    """Give the 14 digits. Raise `CellRefused` when they are not a SIRET."""
    return _siret(value[:60])


@lru_cache(maxsize=1024)  # a firm's rows follow each other
def _siret(value: str) -> str:
    digits = re.sub(r"[\s. ]", "", re.sub(r"\.0$", "", plain(value)))
    if _SCIENTIFIC.fullmatch(plain(value)):
        raise CellRefused(
            _("Un tableur a arrondi ce SIRET (écriture scientifique) : ses derniers chiffres sont perdus.")
        )
    if digits.isascii() and digits.isdigit() and len(digits) == 13:
        raise CellRefused(_("Ce SIRET n’a que 13 chiffres : un tableur a sans doute retiré le zéro du début."))
    try:
        validate_siret(digits)
    except ValidationError as error:
        raise CellRefused(str(error.messages[0])) from error
    return digits


def phone(value: str) -> Doubted:
    """Give a French number as "05 61 12 34 56", a foreign one as "+35226123456"."""
    written = plain(value)
    if not re.search(r"[1-9]", written):
        return "", _("Téléphone illisible, laissé vide.") if written else ""
    first, *others = [part for part in _BETWEEN_NUMBERS.split(written) if re.search(r"\d", part)]
    number = _french_number(first) or _foreign_number(first)
    if not number:
        return "", _("Téléphone illisible, laissé vide.")
    return number, _("Plusieurs téléphones : seul le premier est gardé.") if others else ""


def _french_number(written: str) -> str:
    written = written.replace("(0)", "").strip()
    digits = re.sub(r"\D", "", written)
    if re.search(r"[^\d\s+().\-/_:]", written):
        return ""
    if written.startswith(("+33", "0033")) or (len(digits) == 11 and digits.startswith("33")):
        digits = "0" + digits.lstrip("0").removeprefix("33").lstrip("0")
    elif written.startswith("+") and digits.startswith(OVERSEAS_PREFIXES) and len(digits) == 12:
        digits = "0" + digits[3:]
    elif len(digits) == 9 and not written.startswith("+"):
        digits = "0" + digits
    if not re.fullmatch(r"0[1-9]\d{8}", digits):
        return ""
    return " ".join(digits[i : i + 2] for i in range(0, 10, 2))


def _foreign_number(written: str) -> str:
    digits = re.sub(r"[\s().\-/]", "", re.sub(r"^00", "+", written.strip()))
    return digits if re.fullmatch(r"\+(?!33)[1-9]\d{7,14}", digits) else ""


def email(value: str) -> Doubted:
    """Give the address in lower case, or nothing when it is not one."""
    address = clean(value, 300).removeprefix("mailto:").strip(" ;,<>").lower()
    if not address:
        return "", ""
    try:
        validate_email(address)
    except ValidationError:
        return "", _("Adresse électronique illisible, laissée vide.")
    return (address, "") if len(address) <= 254 else ("", _("Adresse électronique trop longue, laissée vide."))


def website(value: str, limit: int = 300) -> Doubted:
    """Give an http(s) address ("http://" is added when missing), or nothing when it is another thing."""
    address = text(value, limit + 1)
    if len(address) <= limit and _PLAIN_URL.fullmatch(address):
        return address, ""
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in ("http", "https"):
        return "", _("Adresse de site refusée : seules http:// et https:// sont admises.")
    bare = re.sub(r"^(https?:/*)+", "", address, flags=re.IGNORECASE)
    if not bare.strip("/. -"):
        return "", ""
    secure = address.lower().startswith("https:")
    return _checked_website(f"{'https' if secure else 'http'}://{bare}", limit)


def _checked_website(address: str, limit: int) -> Doubted:
    refused = "", _("Adresse de site illisible, laissée vide.")
    if len(address) > limit or "@" in address.split("/")[2]:
        return refused
    try:
        _check_url(address)
    except ValidationError:
        return refused
    return address, ""


def postcode(value: str) -> Doubted:
    """Give five digits; the zero that spreadsheets lose is put back ("1000" → "01000")."""
    digits = re.sub(r"\s", "", re.sub(r"\.0$", "", plain(value)))
    if not digits:
        return "", ""
    if re.fullmatch(r"[1-9]\d{3}", digits):
        return f"0{digits}", ""
    if re.fullmatch(r"\d{5}", digits) and digits[:2] != "00":
        return digits, ""
    return "", _("Code postal illisible, laissé vide.")


def city(value: str) -> str:
    """Give the name of a city without its CEDEX."""
    return re.sub(r"\s*\bcedex\b\s*\d*\s*$", "", clean(value, 120), flags=re.IGNORECASE)


def names(value: str) -> tuple[str, ...]:
    """Read one name, or an array of names as Python or JSON write it. Inner blanks stay as they are."""
    value = value[: MAX_ARRAY + 1]
    if not value.isprintable():
        value = "".join(" " if c.isspace() else c for c in value if c.isspace() or c.isprintable())
    value = value.strip()
    if not (value.startswith("[") and value.endswith("]")):
        return (value,) if value else ()
    return tuple(dict.fromkeys(name.strip() for name in _array(value) if name.strip()))


def _array(value: str) -> list[str]:
    for read in (json.loads, ast.literal_eval):
        try:
            found = read(value)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        if isinstance(found, list) and all(isinstance(name, str) for name in found):
            return found
    return [part.strip(" '\"") for part in _BETWEEN_QUOTED.split(value[1:-1])]  # an apostrophe nobody escaped
