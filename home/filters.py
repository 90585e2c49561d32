"""Ways to narrow a list of pages, by what stands in its address."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.models.pages import HOUSING


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, as addresses and readers name it, and the pages it keeps."""

    slug: str
    label: str
    keeps: Q


@dataclass(frozen=True, slots=True)
class Filter:
    """One question that a list answers. `anything` names the absence of a choice, `otherwise` is what it keeps then.

    `as_links` shows each choice as a link, where there are few; else they make a menu of the form. `several` lets
    readers choose more than one value: what answers to any of them is kept.
    """

    name: str
    label: str
    anything: str
    choices: tuple[Choice, ...]
    otherwise: Q = field(default_factory=Q)
    as_links: bool = False
    several: bool = False

    def choice(self, slug: str) -> Choice | None:
        """Give the choice of that name, None when there is none."""
        return next((choice for choice in self.choices if choice.slug == slug), None)

    def keeps(self, slug: str) -> Q:
        """Give what the list keeps when this is chosen ("" for nothing)."""
        choice = self.choice(slug)
        return choice.keeps if choice else self.otherwise


def by_housing() -> Filter:
    """Narrow to what concerns a house, or a co-ownership."""
    labels = {"maison": _("Maison individuelle"), "copropriete": _("Copropriété")}
    choices = tuple(Choice(slug, labels[slug], Q(**{field: True})) for slug, field in HOUSING.items())
    return Filter("logement", _("Votre logement"), _("Tous les logements"), choices, as_links=True)


def by_topic(topics: Iterable[Any], pages: type[Model]) -> Filter:
    """Narrow to one of these topics (`pages` is the model that bears them)."""
    topics_field: Any = pages._meta.get_field("topics")
    through = topics_field.remote_field.through
    bearer = f"{pages._meta.model_name}_id"
    choices = tuple(
        Choice(topic.slug, topic.label, Q(pk__in=through.objects.filter(topic=topic.pk).values(bearer)))
        for topic in topics
    )
    return Filter("theme", _("Thème"), _("Tous les thèmes"), choices)


def by_value(name: str, label: str, anything: str, column: str, values: Iterable[tuple[str, Any]]) -> Filter:
    """Narrow to one value of a column."""
    choices = tuple(Choice(value, capfirst(str(words)), Q(**{column: value})) for value, words in values)
    return Filter(name, label, anything, choices)
