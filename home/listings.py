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

    def query(self, **changes: Any) -> str:
        """Give the canonical query string, with some parameters changed ("" or None takes one away)."""
        return query_string(dict(self.values) | {"page": self.page} | changes)


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
        chosen = [(each, each.choice(self.asked.value(each.name))) for each in self.filters]
        return [
            Option(choice.slug, choice.label, self.total, self.asked.query(page=None, **{each.name: None}), True)
            for each, choice in chosen
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
        asked = self.asked.value(each.name)
        named = [("", each.anything), *((choice.slug, choice.label) for choice in each.choices)]
        options = (
            Option(slug, label, count, self.asked.query(page=None, **{each.name: slug}), slug == asked)
            for slug, label in named
            if (count := self.counts[each.name, slug]) or slug in ("", asked)
        )
        return Facet(each.name, each.label, tuple(options))


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
    values = ((each.name, each.choice(data.get(each.name, ""))) for each in filters)
    known = tuple((name, choice.slug) for name, choice in values if choice)
    return Asked(known, read_page(data.get("page", "")))


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
