"""A list of pages that readers narrow and leaf through: the same for every kind of page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import Any

from django.db.models import Count, OrderBy, Q
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.pagination import Pager, query_string, read_page
from home.filters import Filter
from home.querysets import CardQuerySet

PAGE_SIZE = 12
Order = tuple[str | OrderBy, ...]
Counts = dict[tuple[str, str], int]  # how many pages each (filter, value) would keep; "" is no value


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks: known values only, in the order of the filters."""

    values: tuple[tuple[str, str], ...] = ()
    page: int = 1

    def value(self, name: str) -> str:
        """Give the value asked of a filter, empty when there is none."""
        return dict(self.values).get(name, "")

    def chosen(self, name: str) -> tuple[str, ...]:
        """Give every value asked of a filter that takes several."""
        return tuple(slug for each, slug in self.values if each == name)

    def toggled(self, name: str, slug: str) -> tuple[str, ...]:
        """Give what would be asked of such a filter with one value more, or without it if it is chosen."""
        chosen = self.chosen(name)
        return tuple(each for each in chosen if each != slug) if slug in chosen else (*chosen, slug)

    def query(self, **changes: Any) -> str:
        """Give the canonical query string, with some parameters changed ("" or None takes one away)."""
        return query_string({name: self.chosen(name) for name, _ in self.values} | {"page": self.page} | changes)


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a reader may choose, how many pages it keeps, and the query that asks for it."""

    slug: str
    label: str
    count: int
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter and its options, the absence of a choice first."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Listing:
    """What was asked and what is found: `cards` are the pages of this page of the list."""

    filters: tuple[Filter, ...]
    asked: Asked
    counts: Counts
    cards: tuple[Page, ...]

    @property
    def total(self) -> int:
        """Count the pages that answer."""
        return self.counts["", ""]

    @property
    def last(self) -> int:
        """Give the number of the last page."""
        return _last(self.total)

    def counted(self, words: str, nothing: str) -> str:
        """Write how many pages answer, in words that hold `%(n)s` for the number; `nothing` when there are none."""
        return words % {"n": number_format(self.total, force_grouping=True)} if self.total else nothing

    @property
    def query(self) -> str:
        """Give the one query string of this list."""
        return self.asked.query()

    @property
    def title_parts(self) -> list[str]:
        """Name the filters in force, and the page after the first."""
        parts = [option.label for option in self.active]
        if self.asked.page > 1:
            parts.append(_("page %(page)d sur %(pages)d") % {"page": self.asked.page, "pages": self.last})
        return parts

    @property
    def indexable(self) -> bool:
        """Tell whether crawlers may keep this page: whole lists and single filters, not every mix."""
        return bool(self.total) and len(self.asked.values) < 2

    @cached_property
    def active(self) -> list[Option]:
        """List what is chosen, each with the query that lets it go."""
        chosen = [(name, slug, each.choice(slug)) for each in self.filters for name, slug in self._asked_of(each)]
        return [
            Option(slug, choice.label, self.total, self._query_of(name, self.asked.toggled(name, slug)), True)
            for name, slug, choice in chosen
            if choice
        ]

    @cached_property
    def links(self) -> list[Facet]:
        """List the filters shown as links."""
        return self._facets(as_links=True)

    @cached_property
    def menus(self) -> list[Facet]:
        """List the filters shown as menus of a form."""
        return self._facets(as_links=False)

    @property
    def kept_by_the_form(self) -> list[tuple[str, str]]:
        """List what the form keeps: the values that its menus do not hold."""
        shown = {facet.name for facet in self.menus}
        return [(name, value) for name, value in self.asked.values if name not in shown]

    @property
    def pager(self) -> Pager:
        """Give the ways to the other pages of the list."""
        return Pager(self.asked.page, self.last, lambda page: self.asked.query(page=page))

    def _facets(self, *, as_links: bool) -> list[Facet]:
        facets = [self._facet(each) for each in self.filters if each.as_links == as_links]
        return [facet for facet in facets if len(facet.options) > 1]

    def _facet(self, each: Filter) -> Facet:
        """Build a filter's options, without those that would keep nothing."""
        asked = self.asked.chosen(each.name) or ("",)
        named = [("", each.anything), *((choice.slug, choice.label) for choice in each.choices)]
        options = (
            Option(slug, label, count, self._query_of(each.name, self._wanted(each, slug)), slug in asked)
            for slug, label in named
            if (count := self.counts[each.name, slug]) or slug in ("", *asked)
        )
        return Facet(each.name, each.label, tuple(options))

    def _wanted(self, each: Filter, slug: str) -> str | tuple[str, ...]:
        """Give what is asked of a filter by whoever follows one of its options."""
        return self.asked.toggled(each.name, slug) if each.several and slug else slug

    def _asked_of(self, each: Filter) -> list[tuple[str, str]]:
        return [(name, slug) for name, slug in self.asked.values if name == each.name]

    def _query_of(self, name: str, value: str | tuple[str, ...]) -> str:
        return self.asked.query(page=None, **{name: value})


def answer(
    pages: CardQuerySet, filters: tuple[Filter, ...], data: QueryDict, order: Callable[[Asked], Order]
) -> Listing:
    """Find what an address asks of a list (two queries); whoever asks beyond the last page is shown that one."""
    asked = read(data, filters)
    counts = _count(pages, filters, asked)
    asked = replace(asked, page=min(asked.page, _last(counts["", ""])))
    start = (asked.page - 1) * PAGE_SIZE
    cards = pages.filter(_kept(filters, asked)).order_by(*order(asked))[start : start + PAGE_SIZE]
    return Listing(filters, asked, counts, tuple(cards))


def read(data: QueryDict, filters: tuple[Filter, ...]) -> Asked:
    """Read an address: the last value of each name, unknown names and values left out. Never fails."""
    return Asked(read_values(data, filters), read_page(data.get("page", "")))


def read_values(data: QueryDict, filters: tuple[Filter, ...]) -> tuple[tuple[str, str], ...]:
    """Read what is asked of each filter: known values, each once, the last one alone where one is taken."""
    return tuple((each.name, slug) for each in filters for slug in _known(data, each))


def _known(data: QueryDict, each: Filter) -> list[str]:
    given = set(data.getlist(each.name)) if each.several else {data.get(each.name, "")}
    return [choice.slug for choice in each.choices if choice.slug in given]


def _last(total: int) -> int:
    return max(1, ceil(total / PAGE_SIZE))


def _kept(filters: tuple[Filter, ...], asked: Asked, leaving_out: str = "") -> Q:
    """Give the condition that the filters in force make together."""
    kept = Q()
    for each in filters:
        if each.name != leaving_out:
            kept &= each.keeps(asked.value(each.name))
    return kept


def _count(pages: CardQuerySet, filters: tuple[Filter, ...], asked: Asked) -> Counts:
    """Count what is kept, and what each value of each filter would keep with the others in force (one query)."""
    conditions = {("", ""): _kept(filters, asked)}
    for each in filters:
        others = _kept(filters, asked, leaving_out=each.name)
        for slug in ("", *(choice.slug for choice in each.choices)):
            conditions[each.name, slug] = others & each.keeps(slug)
    counts = {f"count_{n}": Count("pk", filter=condition) for n, condition in enumerate(conditions.values())}
    found = pages.order_by().aggregate(**counts)
    return dict(zip(conditions, found.values(), strict=True))
