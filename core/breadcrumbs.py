"""The way from the home page to a page, as the breadcrumb shows it and as search engines are told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page, PageQuerySet

from core.languages import language_of, present_language


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page on the way. `lang` is the code of the label's language where it is not the reader's own, else empty."""

    label: str
    url: str
    lang: str = ""


def trail(page: Page, request: HttpRequest) -> tuple[Crumb, ...]:
    """Give the way to a page, the home page first and the page last: one query, none for a page that is served."""
    known: tuple[Crumb, ...] | None = page.__dict__.get("_trail")
    if known is None:
        known = page.__dict__["_trail"] = tuple(_crumbs(page, request))
    return known


def _crumbs(page: Page, request: HttpRequest) -> Iterator[Crumb]:
    above = [ancestor for ancestor in _above(page) if ancestor.get_url(request)]
    for ancestor in above:
        if ancestor is above[0]:
            yield Crumb(_("Accueil"), ancestor.get_url(request))
        elif ancestor.live:
            yield Crumb(ancestor.label, ancestor.get_url(request), _lang(language_of(ancestor.text_locale)))
    here: Any = page
    yield Crumb(here.menu_title, page.get_url(request) or request.path, _lang(here.content_language))


def _above(page: Page) -> Iterable[Any]:
    known: list[Page] | None = page.__dict__.get("_above")  # the routing found them (see `core.routing`)
    return with_labels(page.get_ancestors()) if known is None else known


def with_labels(pages: PageQuerySet) -> PageQuerySet:
    """Bring what the way to a page says of those above it, whatever their types: one query."""
    labels = [NullIf(F(f"{name}__short_title"), Value("")) for name in _parents()]
    return pages.annotate(label=Coalesce(*labels, F("title")), text_locale=Coalesce("alias_of__locale_id", "locale_id"))


@cache
def _parents() -> list[str]:
    """Name, as queries do, the types of pages that others may stand under."""
    pages: list[Any] = [
        model for model in apps.get_models() if issubclass(model, Page) and hasattr(model, "short_title")
    ]
    return [page._meta.get_field("page_ptr").related_query_name() for page in pages if page.allowed_subpage_models()]


def _lang(code: str) -> str:
    return "" if code == present_language() else code
