"""How complete a case study is: what a reader needs, what of it is there, and what is missing, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Need:
    """Something that readers look for; `weight` says how much they miss it."""

    words: Any
    weight: int
    met: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Completeness:
    """A score in percent, and what is missing, the most missed first."""

    percent: int
    missing: tuple[str, ...]


def _has(*names: str) -> Callable[[Any], bool]:
    """Tell whether a page has all of these; zero is an answer."""
    return lambda page: all(getattr(page, name) not in (None, "") for name in names)


def _figures(moment: str) -> Callable[[Any], bool]:
    return _has(f"{moment}_kwhep", f"{moment}_kgco2", f"measured_{moment}_on")


def _lines(name: str, **values: str) -> Callable[[Any], bool]:
    """Tell whether a page has a line of these."""
    return lambda page: any(
        all(getattr(line, key) == value for key, value in values.items()) for line in getattr(page, name).all()
    )


NEEDS = (
    Need(_("le résumé"), 3, _has("summary")),
    Need(_("l’image du haut de page"), 3, lambda page: page.picture_id),
    Need(_("la commune"), 3, lambda page: page.commune_id),
    Need(_("la date de l’autorisation, et jusqu’à quand elle vaut"), 3, _has("consent_given_on", "consent_expires_on")),
    Need(_("la position sur la carte"), 2, _has("latitude", "longitude")),
    Need(_("le nombre de logements"), 3, _has("dwellings")),
    Need(_("la période de construction"), 2, _has("period")),
    Need(_("la surface habitable"), 1, _has("floor_area")),
    Need(_("le chauffage et son énergie"), 2, _has("heating_mode", "heating_energy")),
    Need(_("le début et la fin des travaux"), 2, _has("started_on", "finished_on")),
    Need(_("la liste des travaux"), 3, lambda page: page.works.all()),
    Need(_("les votes de l’assemblée"), 2, lambda page: not page.for_coownerships or _lines("votes")(page)),
    Need(_("les entreprises"), 2, _lines("firms")),
    Need(_("d’où viennent les chiffres d’énergie"), 2, _has("method")),
    Need(_("les chiffres d’énergie d’avant, avec leur date"), 3, _figures("before")),
    Need(_("les chiffres d’énergie d’après, avec leur date"), 3, _figures("after")),
    Need(_("leur part d’électricité"), 1, _has("before_electricity_kwhep", "after_electricity_kwhep")),
    Need(_("les factures avant et après"), 1, _has("bills_before", "bills_after")),
    Need(_("le coût total"), 3, _has("cost")),
    Need(_("les aides"), 2, _lines("aids")),
    Need(_("le prêt, ou ce qui a été payé comptant"), 1, lambda page: page.loan_amount or page.own_funds is not None),
    Need(_("une photo d’avant"), 2, _lines("photos", moment="before")),
    Need(_("une photo d’après"), 2, _lines("photos", moment="after")),
    Need(_("pourquoi ces travaux"), 2, _has("why")),
    Need(_("les obstacles"), 1, _has("obstacles")),
    Need(_("ce que l’on referait"), 2, _has("lessons")),
    Need(_("une phrase de ceux qui l’ont vécu"), 1, _has("quote", "quote_author")),
    Need(_("la date de relecture"), 1, _has("reviewed_on")),
)  # fmt: skip


def completeness(page: Any) -> Completeness:
    """Weigh what a page has, as it is in memory."""
    missing = [need for need in NEEDS if not need.met(page)]
    whole = sum(need.weight for need in NEEDS)
    left = sum(need.weight for need in missing)
    words = tuple(str(need.words) for need in sorted(missing, key=lambda need: -need.weight))
    return Completeness((whole - left) * 100 // whole, words)
