"""One cell of a file of case studies, read. Pure functions; what makes a row useless raises `CellRefused`."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from core.tables.cells import french_day, plain, yes_or_no
from core.tables.errors import CellRefused
from core.text import clean, fold
from experiences.imports.columns import NOTHING

NUMBER = re.compile(r"-?\d{1,9}([.,]\d{1,6})?")
REGISTER_NUMBER = re.compile(r"[A-Z]{2}\d{7}")
MAX_LINES = 30  # votes or aids of one case
Vote = tuple[date, str, str, str]  # day, subject, majority, result
Aid = tuple[str, Decimal]  # name, amount in euros


def nothing(value: str) -> bool:
    """Tell whether a cell says nothing, as the register writes it too."""
    return re.sub(r"[\s\-]+", "_", fold(clean(value, 40))) in NOTHING | {""}


def number(most: Decimal | int, *, whole: bool = False, least: int = 0) -> Callable[[str], Any]:
    """Make the reader of a number between `least` and `most`; it gives None for an empty cell."""

    def read(value: str) -> Decimal | int | None:
        if nothing(value):
            return None
        written = re.sub(r"[\s\u00a0\u202f€]", "", plain(value)).removesuffix(".0")
        if not NUMBER.fullmatch(written):
            raise CellRefused(_("Ce n’est pas un nombre."))
        try:
            found = Decimal(written.replace(",", "."))
        except InvalidOperation as error:  # the form forbids it
            raise CellRefused(_("Ce n’est pas un nombre.")) from error
        if whole and found != int(found):
            raise CellRefused(_("Un nombre entier est attendu."))
        if not least <= found <= most:
            raise CellRefused(
                _("Ce nombre sort des bornes : de %(least)s à %(most)s.") % {"least": least, "most": most}
            )
        return int(found) if whole else found

    return read


def day(value: str) -> date | None:
    """Read a day, year first or as the French write it; None when the cell is empty."""
    return None if nothing(value) else french_day(value)


def one_of(words: Mapping[str, Any]) -> Callable[[str], Any]:
    """Make the reader of a word of a list; it gives None for an empty cell."""

    def read(value: str) -> Any:
        if nothing(value):
            return None
        word = re.sub(r"[^a-z0-9]+", "_", fold(clean(value, 60))).strip("_")
        if word not in words:
            raise CellRefused(_("Mot inconnu. Attendu : %s.") % ", ".join(sorted(words)))
        return words[word]

    return read


def flag(value: str) -> bool | None:
    """Read "oui" or "non"; None when the cell is empty."""
    found, doubt = yes_or_no(value)
    if doubt:
        raise CellRefused(_("Écrivez « oui » ou « non »."))
    return found


def register_number(value: str) -> str:
    """Read the number of the national register ("AB1234567"); empty when there is none."""
    written = re.sub(r"[\s\-]", "", plain(value)).upper()
    if nothing(value):
        return ""
    if not REGISTER_NUMBER.fullmatch(written):
        raise CellRefused(_("Un numéro d’immatriculation a deux lettres et sept chiffres : AB1234567."))
    return written


def key(value: str) -> str:
    """Read the name by which a file and the site know a case ("residence-les-tilleuls")."""
    return re.sub(r"[^a-z0-9]+", "-", fold(clean(value, 80))).strip("-")


def votes(value: str) -> tuple[Vote, ...]:
    """Read votes: "day ; subject ; majority ; result", with `|` between them."""
    return tuple(_vote(part) for part in _parts(value))


def _vote(part: str) -> Vote:
    pieces = [clean(piece, 160) for piece in part.split(";")]
    if not 2 <= len(pieces) <= 4:
        raise CellRefused(_("Un vote s’écrit : date ; objet ; majorité (24, 25 ou 26) ; résultat."))
    held_on, subject, majority, result = [*pieces, "", ""][:4]
    if majority not in ("", "24", "25", "26") or not subject:
        raise CellRefused(_("Un vote s’écrit : date ; objet ; majorité (24, 25 ou 26) ; résultat."))
    return french_day(held_on), subject, majority, result


def aids(value: str) -> tuple[Aid, ...]:
    """Read aids: "name : amount", with `|` between them."""
    return tuple(_aid(part) for part in _parts(value))


def _aid(part: str) -> Aid:
    name, colon, amount = part.rpartition(":")
    found = number(100_000_000)(amount) if colon else None
    if found is None or not clean(name, 160):
        raise CellRefused(_("Une aide s’écrit : nom : montant."))
    return clean(name, 160), Decimal(found).quantize(Decimal("0.01"))


def _parts(value: str) -> list[str]:
    parts = [part for part in value[:8_000].split("|") if clean(part)]
    if len(parts) > MAX_LINES:
        raise CellRefused(_("Plus de %d éléments dans une case.") % MAX_LINES)
    return parts
