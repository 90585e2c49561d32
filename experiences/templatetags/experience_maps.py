"""What the page of the cases says of its map."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template

from directory.models import Trade
from experiences.listing import CaseListing
from experiences.models import ExperiencePage

register = template.Library()
MOST_WORKS = 4  # named in the list


@dataclass(frozen=True, slots=True)
class Pin:
    """The shape of a marker, in a square of 32: each letter has its own, colour is not all. "x" is no letter."""

    name: str
    line: str
    baseline: float = 21.5

    @property
    def letter(self) -> str:
        """Give the letter that is written in it."""
        return "" if self.name == "x" else self.name.upper()


PINS = (
    Pin("a", "M16 2a14 14 0 1 0 0 28a14 14 0 1 0 0-28z"),
    Pin("b", "M9 3h14a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6H9a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6z"),
    Pin("c", "M16 1.5 29 8.7v14.6L16 30.5 3 23.3V8.7z"),
    Pin("d", "M4 4h24v24H4z"),
    Pin("e", "M16 2 30.5 12.800 25 29.5H7L1.5 12.800z", 23),
    Pin("f", "M16 .5 31.5 16 16 31.5.5 16z"),
    Pin("g", "M1 3.5h30L16 30.5z", 17.5),
    Pin("x", "M16 7a9 9 0 1 0 0 18a9 9 0 1 0 0-18z"),
)  # fmt: skip


@register.simple_tag
def pins() -> tuple[Pin, ...]:
    """Give the shapes of the markers."""
    return PINS


@register.simple_tag
def show_query(listing: CaseListing, page: ExperiencePage) -> str:
    """Give the query that shows a case on the map, empty when it has no place there."""
    return "" if page.shown_latitude is None else listing.show_query(page.pk)


@register.filter
def works_in_words(trades: Iterable[Trade]) -> str:
    """Name the first works of a case."""
    labels = [trade.label for trade in trades]
    return " · ".join(labels[:MOST_WORKS]) + (" …" if len(labels) > MOST_WORKS else "")
