"""What a list of cases may be asked, and how many cases each value would keep."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from directory.models import Trade
from energy.labels import LETTERS
from experiences.cases import GAINS, Case
from experiences.vocabulary import SIZES, HeatingEnergy, Period
from home.filters import Choice, Filter, by_housing
from home.listings import Asked, Counts
from territories.outlines import outlines_of


def filters_for(cases: tuple[Case, ...], territory: str) -> tuple[Filter, ...]:
    """Give the ways to narrow a list of cases: one query, for the names of the works."""
    trades = Trade.objects.values_list("slug", "label")
    return (
        by_housing(),
        _filter("travaux", _("Travaux"), trades),
        _filter("gain", _("Gain"), ((str(gain), _("%s au moins") % f"{gain} %") for gain in GAINS)),
        _filter("periode", _("Construction"), Period.choices),
        _filter("taille", _("Taille"), ((slug, label) for slug, (label, *_limits) in SIZES.items())),
        _filter("chauffage", _("Chauffage avant"), HeatingEnergy.choices),
        _filter("commune", _("Commune"), sorted(_communes(cases, territory).items(), key=lambda pair: pair[1])),
        _filter("etiquette", _("Étiquette après"), ((letter, letter) for letter in LETTERS)),
    )


def _filter(name: str, label: str, values: Iterable[tuple[str, Any]]) -> Filter:
    choices = tuple(Choice(slug, capfirst(str(words)), Q()) for slug, words in values)
    return Filter(name, label, "", choices, several=True)


def _communes(cases: tuple[Case, ...], territory: str) -> dict[str, str]:
    """Name the communes of the territory, and those of the cases that are elsewhere."""
    names = {outline.code: outline.name for outline in outlines_of(territory)}
    return names | {case.commune_id: case.commune__name for case in cases if case.commune_id and case.commune__name}


def narrowed(cases: tuple[Case, ...], filters: tuple[Filter, ...], asked: Asked) -> tuple[tuple[Case, ...], Counts]:
    """Keep the cases that answer, and count what each value of each filter would keep with the others in force.

    A case that one filter alone leaves out counts for the values of that filter; one that two leave out, for none.
    """
    wanted = {each.name: frozenset(chosen) for each in filters if (chosen := asked.chosen(each.name))}
    counts: Counts = {("", ""): 0} | {
        (each.name, slug): 0 for each in filters for slug in ("", *(choice.slug for choice in each.choices))
    }
    kept = []
    for case in cases:
        answers = case.answers()
        failed = [name for name, slugs in wanted.items() if slugs.isdisjoint(answers[name])]
        if not failed:
            kept.append(case)
        _count(counts, answers, failed)
    counts["", ""] = len(kept)
    return tuple(kept), counts


def _count(counts: Counts, answers: dict[str, tuple[str, ...]], failed: list[str]) -> None:
    if len(failed) > 1:
        return
    for name in failed or answers:
        counts[name, ""] += 1
        for slug in answers[name]:
            if slug:
                counts[name, slug] += 1
