"""The few pages that other pages show of a list: its latest news, its next events."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.template import Context
from django.utils.translation import get_language
from wagtail.models import Page

from home.querysets import CardQuerySet

MOST = 12


@dataclass(frozen=True, slots=True)
class Latest:
    """Some pages of a list, and the address of the whole list (empty when it shows nothing)."""

    pages: tuple[Page, ...]
    url: str = ""

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)


def latest(pages: CardQuerySet, context: Context, count: Any, housing: str | None) -> Latest:
    """Give the first of these pages, among those of the present page's site and language."""
    here = context.get("page")
    path = getattr(here, "path", "")
    near = pages.beside(path) if path else pages.filter(locale__language_code=get_language())
    found = tuple(near.readable().concerning(housing or "").for_cards()[: min(max(int(count), 1), MOST)])
    return Latest(found, _parent_url(found[0], context) if found else "")


def _parent_url(page: Page, context: Context) -> str:
    """Give the address of the list that holds a page: the page's own without its last part (no query)."""
    url = page.get_url(context.get("request")) or ""
    return url.rstrip("/").rsplit("/", 1)[0] + "/" if url else ""
