"""Where the same page is in the other languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import override
from wagtail.models import Page

from core.canonical import live_versions
from core.languages import codes, language_of, own_name, present_language

PAGES_ROUTE = "wagtail_serve"


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """A language in which the page can be read; `name` is written in that language."""

    code: str
    name: str
    url: str
    current: bool = False


def page_languages(page: Page, request: HttpRequest) -> list[PageLanguage]:
    """List where a page that editors write is published, in each language: translated, or saying that it is not.

    One query. A draft is left out, and so is a language that the site no longer speaks.
    """
    addresses = {language_of(other.locale_id): other.get_url(request) for other in live_versions(page)}
    return _in_order(addresses, language_of(page.locale_id), request)


def view_languages(request: HttpRequest) -> list[PageLanguage]:
    """List the addresses of a plain view in each language: none where its path has no language."""
    addresses = {code: _translated(request.path, code) for code in codes() if code != present_language()}
    return _in_order(
        {code: path for code, path in addresses.items() if path != request.path}, present_language(), request
    )


def front_doors(request: HttpRequest) -> list[PageLanguage]:
    """List the home pages: for a page that exists in no language."""
    return [PageLanguage(code, own_name(code), _home(code), current=code == present_language()) for code in codes()]


def localized(pages: Iterable[Page]) -> list[Page]:
    """Give these pages in the language of the moment, in their order: the others as they are, without drafts.

    One query, and one for each kind of page when they were read as what they are.
    """
    asked = list(pages)
    kinds: Any = {type(page) for page in asked}
    keys = [page.translation_key for page in asked]
    found = {
        page.translation_key: page
        for kind in kinds
        for page in kind.objects.filter(translation_key__in=keys, locale__language_code=present_language())
        .live()
        .select_related("locale")
    }
    chosen = (found.get(page.translation_key, page) for page in asked)
    return [page for page in chosen if page.live]


def _in_order(addresses: dict[str, str | None], present: str, request: HttpRequest) -> list[PageLanguage]:
    """Put the languages in the order of the setting, the present one among them, with the reader's query string."""
    query = request.META.get("QUERY_STRING", "")
    kept = f"?{query}" if query and not getattr(request, "is_preview", False) else ""
    found = {code: f"{url}{kept}" for code, url in addresses.items() if url}
    if not found:
        return []
    found[present] = request.get_full_path()
    return [
        PageLanguage(code, own_name(code), found[code], current=code == present) for code in codes() if code in found
    ]


def _home(code: str) -> str:
    with override(code):
        return reverse(PAGES_ROUTE, args=[""])


@lru_cache(maxsize=1024)
def _translated(path: str, code: str) -> str:
    return translate_url(path, code)
