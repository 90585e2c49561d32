"""What the head of a page says to search engines, and to the networks where it is shared."""

import logging
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from core.breadcrumbs import trail
from core.canonical import canonical_address, live_versions, page_address
from core.languages import codes, default_language, language_of, present_language, spoken
from core.models import Picture
from core.shops import shop_of
from core.structured_data import Node, all_of
from core.translations import links

logger = logging.getLogger(__name__)
SHARED = "fill-1200x630|format-jpeg|jpegquality-80"  # the size that every network takes
COUNTRIES = {"fr": "fr_FR", "en": "en_GB", "oc": "oc_FR", "ca": "ca_ES"}  # where a language is not its country's


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language (or "x-default"), with its full address."""

    code: str
    url: str


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """A picture for the networks, with its full address and its size in pixels."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """All that a page says of itself to machines. `kind` is Open Graph's, `locale` too ("fr_FR")."""

    title: str
    description: str
    url: str
    kind: str
    site_name: str
    locale: str
    other_locales: tuple[str, ...]
    alternates: tuple[Alternate, ...]
    picture: SharedPicture | None
    nodes: tuple[Node, ...]


def metadata_of(page: Any, request: HttpRequest, query: str = "") -> PageMetadata:
    """Describe a page; `query` is the part of its address that changes what it shows (a filtered list)."""
    others = () if query else alternates(page, request)
    return PageMetadata(
        title=page.seo_title or page.title,
        description=page.search_description or page.summary or page.title,
        url=canonical_address(page, request, query),
        kind="article" if len(trail(page, request)) > 1 else "website",
        site_name=shop_of(request).name,
        locale=_locale(page.content_language),
        other_locales=tuple(_locale(one.code) for one in others if one.code in _others(page)),
        alternates=others,
        picture=_shared(page.share_picture or page.picture, request),
        nodes=tuple(all_of(page, request)),
    )


def alternates(page: Any, request: HttpRequest) -> tuple[Alternate, ...]:
    """List the languages in which the page is really written, itself included; none when there is only one.

    Each version gives the same list. One that stands in for an untranslated page gives none, and is in none.
    """
    if page.alias_of_id:
        return ()
    written = [one for one in live_versions(page) if not one.alias_of_id]
    pages = {language_of(one.locale_id): one for one in [*written, page]}
    return _with_the_usual_one(
        [Alternate(code, page_address(pages[code], request)) for code in codes() if code in pages]
    )


def view_alternates(request: HttpRequest) -> tuple[Alternate, ...]:
    """List the languages of a plain view, itself included: those that its interface really speaks."""
    if present_language() not in spoken():
        return ()
    return _with_the_usual_one(
        [
            Alternate(one.code, request.build_absolute_uri(one.url.partition("?")[0]))
            for one in links.view_languages(request)
            if one.code in spoken()
        ]
    )


def _with_the_usual_one(found: list[Alternate]) -> tuple[Alternate, ...]:
    """Say which one suits whoever speaks none of them; none at all when there is only one language."""
    if len(found) < 2:
        return ()
    usual = [Alternate("x-default", one.url) for one in found if one.code == default_language()]
    return (*found, *usual)


def _others(page: Any) -> list[str]:
    return [code for code in codes() if code != page.content_language]


def _locale(code: str) -> str:
    return COUNTRIES.get(code, f"{code}_{code.upper()}")


def _shared(picture: Picture | None, request: HttpRequest) -> SharedPicture | None:
    if picture is None:
        return None
    try:
        made = picture.get_rendition(SHARED)
    except (OSError, SourceImageIOError, InvalidFilterSpecError):
        logger.warning("The file of picture %s cannot be read", picture.pk)
        return None
    return SharedPicture(request.build_absolute_uri(made.url), made.width, made.height, picture.description)
