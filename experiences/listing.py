"""What is asked of the cases and what is found: the same for the list, the map and the GeoJSON."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import Any

from django.http import QueryDict

from core.pagination import query_string, read_page
from experiences.cases import Case, read_cases
from experiences.filters import filters_for, narrowed
from home.filters import Filter
from home.listings import PAGE_SIZE, Asked, Facet, Listing, read_values

VIEWS = ("liste", "carte")  # what a narrow screen shows of the two; wide ones show both


@dataclass(frozen=True, slots=True)
class CasesAsked(Asked):
    """What an address asks: besides filters and page, the view of a narrow screen ("" is the list) and one case."""

    view: str = ""
    selected: int | None = None

    def query(self, **changes: Any) -> str:
        """Give the query string with some parameters changed; the selected case is let go, the view is kept."""
        kept = {name: self.chosen(name) for name, _ in self.values}
        return query_string(kept | {"page": self.page, "vue": self.view} | changes)


@dataclass(frozen=True, slots=True)
class Widening:
    """A filter let go: its label, how many cases are then found, the query that asks for them."""

    label: str
    count: int
    query: str


@dataclass(frozen=True)
class CaseListing(Listing):
    """What is found: `found` is the whole set, that the map shows; `cards` are the pages of this page of the list."""

    asked: CasesAsked
    found: tuple[Case, ...] = ()
    whole: int = 0  # cases in all, whatever is asked

    @property
    def query(self) -> str:
        """Give the one query string of this list, whatever is selected in it."""
        return self.asked.query(vue=None)

    @property
    def map_query(self) -> str:
        """Give the query string of the same set in GeoJSON."""
        return self.asked.query(vue=None, page=None)

    @property
    def view(self) -> str:
        """Give the view of a narrow screen."""
        return self.asked.view or VIEWS[0]

    @property
    def views(self) -> dict[str, str]:
        """Give the query that leads to each view."""
        return {VIEWS[0]: self.asked.query(vue=None), VIEWS[1]: self.asked.query(vue=VIEWS[1])}

    @cached_property
    def choices(self) -> list[Facet]:
        """List the filters of the form, each with the values that would keep something."""
        facets = ((each, self._facet(each)) for each in self.filters if each.several)
        return [
            replace(facet, options=tuple(option for option in facet.options if option.slug))
            for _each, facet in facets
            if len(facet.options) > 1
        ]

    @property
    def kept_by_the_choices(self) -> list[tuple[str, str]]:
        """List what the form keeps: the values of the filters that it does not hold."""
        shown = {facet.name for facet in self.choices}
        return [(name, value) for name, value in self.asked.values if name not in shown]

    @property
    def widened(self) -> list[Widening]:
        """List the filters in force whose absence would let something be found, the most generous first."""
        ways = [
            Widening(each.label, self.counts[each.name, ""], self.asked.query(page=None, **{each.name: None}))
            for each in self.filters
            if self.asked.chosen(each.name) and self.counts[each.name, ""]
        ]
        return sorted(ways, key=lambda way: -way.count)

    def show_query(self, pk: int) -> str:
        """Give the query that selects a case of this page of the list."""
        return self.asked.query(fiche=pk, vue=VIEWS[1])


def answer(pages: Any, data: QueryDict, territory: str, cards: Callable[[list[int]], Any]) -> CaseListing:
    """Find what an address asks of the cases `pages`; `cards` reads the pages of these keys.

    Three queries and those of `cards`. A page beyond the last one is the last; an address that selects a case and
    names no page is shown the page where that case stands.
    """
    cases = read_cases(pages)
    filters = filters_for(cases, territory)
    asked = read(data, filters)
    found, counts = narrowed(cases, filters, asked)
    asked = placed(asked, [case.pk for case in found], "page" in data)
    start = (asked.page - 1) * PAGE_SIZE
    keys = [case.pk for case in found[start : start + PAGE_SIZE]]
    read_pages = {page.pk: page for page in cards(keys)}
    return CaseListing(
        filters=filters,
        asked=asked,
        counts=counts,
        found=found,
        whole=len(cases),
        cards=tuple(read_pages[key] for key in keys),
    )


def find(pages: Any, data: QueryDict, territory: str) -> tuple[Case, ...]:
    """Find the set that an address asks for, and nothing of what a page says around it."""
    cases = read_cases(pages)
    filters = filters_for(cases, territory)
    return narrowed(cases, filters, read(data, filters))[0]


def read(data: QueryDict, filters: tuple[Filter, ...]) -> CasesAsked:
    """Read an address: unknown names and values are left out. Never fails."""
    view = data.get("vue", "")
    return CasesAsked(
        read_values(data, filters),
        read_page(data.get("page", "")),
        view if view in VIEWS[1:] else "",
        _key(data.get("fiche", "")),
    )


def placed(asked: CasesAsked, found: list[int], page_is_named: bool) -> CasesAsked:
    """Bring the page within the list, and forget a selected case that is not in it."""
    if asked.selected not in found:
        return replace(asked, selected=None, page=min(asked.page, _last(len(found))))
    there = found.index(asked.selected) // PAGE_SIZE + 1
    return replace(asked, page=min(asked.page, _last(len(found))) if page_is_named else there)


def _last(total: int) -> int:
    return max(1, ceil(total / PAGE_SIZE))


def _key(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None
