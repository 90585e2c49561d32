"""The answers that the page of similar cases proposes."""

from django import template
from django.utils.text import capfirst

from experiences.similar.words import heating_in_words
from experiences.similarity import LETTERS
from experiences.vocabulary import HeatingEnergy, HeatingMode, Period

register = template.Library()
Options = list[tuple[str, str]]


@register.simple_tag
def period_options() -> Options:
    """List the periods of construction."""
    return [(period.value, capfirst(str(period.label))) for period in Period]


@register.simple_tag
def heating_options(kind: str) -> list[tuple[str, Options]]:
    """List the heatings, grouped by whose they are for a co-ownership; a house has but its own."""
    energies = [(energy.value, capfirst(str(energy.label))) for energy in HeatingEnergy]
    if kind == "maison":
        return [("", energies)]
    return [
        (capfirst(str(mode.label)), [(f"{mode.value}-{value}", _shared(mode, value)) for value, _words in energies])
        for mode in HeatingMode
    ]


def _shared(mode: HeatingMode, energy: str) -> str:
    """Name a heating in full: a closed menu does not show the name of the group."""
    return capfirst(heating_in_words(mode.value, energy))


@register.simple_tag
def label_options() -> Options:
    """List the letters of the energy label."""
    return [(letter, letter) for letter in LETTERS]
