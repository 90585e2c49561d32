"""What does not hold together in a case study, in words that its editor understands. Pure, but for the words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from core.text import fold
from experiences.money import euros
from experiences.places import doorstep_of, street_of
from experiences.vocabulary import Precision

Problem = tuple[str, str]  # the field to mend ("" for the whole sheet), and what is wrong
TOLERANCE = Decimal(1)  # euro: parts that were rounded may miss the whole by that much
FIELDS_READ_BY_ALL = (
    "title",
    "slug",
    "short_title",
    "summary",
    "seo_title",
    "search_description",
    "quote",
    "quote_author",
)
STORY = ("why", "obstacles", "assembly", "lessons", "body")
SHORTEST_SECRET = 6  # letters: less than that is in any text


@dataclass(frozen=True, slots=True)
class Accounts:
    """The money of a project, in euros; None where nobody said."""

    cost: Decimal | None = None
    aids: Decimal = Decimal(0)
    loan: Decimal | None = None
    own_funds: Decimal | None = None


def money_problems(accounts: Accounts) -> Iterator[Problem]:
    """Find what does not add up: aids over the cost, parts that are not the whole."""
    cost, parts = accounts.cost, accounts.aids + (accounts.loan or 0) + (accounts.own_funds or 0)
    if cost is None:
        if parts:
            yield "cost", _("Donnez le coût total : des aides ou un prêt sont indiqués.")
        return
    said = {"cost": euros(cost), "aids": euros(accounts.aids), "parts": euros(parts)}
    if accounts.aids > cost:
        yield "cost", _("Les aides (%(aids)s) dépassent le coût total (%(cost)s).") % said
    elif parts > cost + TOLERANCE:
        yield "loan_amount", _("Aides, prêt et comptant font %(parts)s : plus que le coût total (%(cost)s).") % said
    elif accounts.own_funds is not None and parts < cost - TOLERANCE:
        yield (
            "own_funds",
            _("Aides, prêt et comptant font %(parts)s : il manque %(gap)s pour le coût total.")
            % (said | {"gap": euros(cost - parts)}),
        )


def loan_problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Find a loan told by halves."""
    names = {"loan_amount": _("le montant"), "loan_years": _("la durée"), "loan_rate": _("le taux (0 s’il est nul)")}
    missing = [name for name in names if values.get(name) is None]
    if missing and len(missing) < len(names):
        yield missing[0], _("Le prêt est incomplet : donnez aussi %s.") % names[missing[0]]


def date_problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Find dates in the wrong order."""
    orders = (
        ("started_on", "finished_on", _("La fin des travaux vient après leur début.")),
        ("measured_before_on", "measured_after_on", _("Le document d’après est plus récent que celui d’avant.")),
        ("consent_given_on", "consent_expires_on", _("L’autorisation se termine après le jour où elle est donnée.")),
    )
    for first, last, words in orders:
        if values.get(first) and values.get(last) and values[last] < values[first]:
            yield last, words


def energy_problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Find energy figures that cannot be."""
    for moment in ("before", "after"):
        whole, part = values.get(f"{moment}_kwhep"), values.get(f"{moment}_electricity_kwhep")
        if part is not None and (whole is None or part > whole):
            yield f"{moment}_electricity_kwhep", _("La part d’électricité ne dépasse pas le total.")
        if whole is not None and not values.get("method"):
            yield "method", _("Dites d’où viennent les chiffres d’énergie.")
        if whole is not None and not values.get(f"measured_{moment}_on"):
            yield f"measured_{moment}_on", _("Un chiffre d’énergie porte la date de son document.")


def place_problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Find half a position."""
    if (values.get("latitude") is None) != (values.get("longitude") is None):
        missing = "latitude" if values.get("latitude") is None else "longitude"
        yield missing, _("Donnez la latitude et la longitude, ou aucune des deux.")


def consent_problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Find a place that nobody agreed to show, and texts that say more of it than was agreed."""
    if names_more_than_its_commune(values) and not values.get("consent_given_on"):
        yield (
            "consent_given_on",
            _(
                "Sans autorisation datée, la fiche ne peut nommer que la commune : donnez sa date, ou "
                "retirez l’adresse, le numéro de registre et la position."
            ),
        )
    expires = values.get("consent_expires_on")
    if expires and expires <= localdate():
        yield "consent_expires_on", _("L’autorisation est terminée : faites-la renouveler avant de publier la fiche.")
    yield from told_problems(values)


def names_more_than_its_commune(values: Mapping[str, Any]) -> bool:
    """Tell whether a sheet holds an address, a register number, or a position other than the commune's centre."""
    commune, here = values.get("commune"), (values.get("latitude"), values.get("longitude"))
    centre = (commune.latitude, commune.longitude) if commune else (None, None)
    return bool(values.get("address") or values.get("register_number")) or here not in ((None, None), centre)


def told_problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Find the texts that give the address away where only the street, or the quarter, may be told."""
    address, precision = values.get("address") or "", values.get("precision")
    if precision == Precision.EXACT or not address:
        return
    hidden = doorstep_of(address) if precision == Precision.STREET else street_of(address) or address
    secret = _plain(hidden)
    if len(secret) < SHORTEST_SECRET or (precision == Precision.STREET and secret == _plain(street_of(address))):
        return
    for name in (*FIELDS_READ_BY_ALL, *STORY):
        if f" {secret} " in f" {_plain(_text(values.get(name)))} ":
            yield name, _("Ce texte donne le lieu (« %s »), que l’autorisation ne permet pas de publier.") % hidden


def _text(value: Any) -> str:
    """Give the words of a field, be it made of blocks."""
    if isinstance(value, StreamValue):
        return " ".join(map(str, value.stream_block.get_searchable_content(value)))
    return str(value or "")


def _plain(text: str) -> str:
    """Give the letters and digits of a text, with single blanks: a slug reads like a sentence."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
