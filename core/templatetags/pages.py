"""What the pages that editors write ask for: the way to them, their metadata, what their blocks need."""

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar

from core import breadcrumbs, structured_data, videos
from core.dates import day_in_words
from core.models import BasePage, BodyPage
from core.page_metadata import metadata_of
from core.templatetags.lean import lean
from core.templatetags.shop import canonical_address

register = template.Library()
KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE


@dataclass(frozen=True, slots=True)
class Needs:
    """The scripts that the blocks of a page need."""

    search: bool
    video: bool


@dataclass(frozen=True, slots=True)
class SearchBox:
    """One search box among others on a page: what ends its ids, and its name."""

    suffix: str
    label: str


@register.inclusion_tag("components/breadcrumb.html", takes_context=True)
def breadcrumb(context: template.Context) -> dict[str, Any]:
    """Show the way to the page; nothing on the home page."""
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, BasePage) or not isinstance(request, HttpRequest):
        return {"crumbs": ()}
    return {"crumbs": breadcrumbs.trail(page, request)}


@register.inclusion_tag("components/head_metadata.html", takes_context=True)
def head_metadata(context: template.Context) -> dict[str, Any]:
    """Say what the page is: its translations, how networks show it, what search engines are told."""
    query = context.get("canonical_query") or ""
    return {"metadata": metadata_of(context["page"], context["request"], query)}


@register.filter
def linked_data(node: structured_data.Node) -> SafeString:
    """Write one description of a page as a script that no browser runs."""
    return structured_data.script(node)


@register.simple_tag
def needs_of(page: Any) -> Needs:
    """Tell what the blocks of a page need."""
    kinds = {block.block_type for block in page.body} if isinstance(page, BodyPage) else set()
    return Needs("directory" in kinds, "video" in kinds)


@register.simple_tag(takes_context=True)
def unique_id(context: template.Context, prefix: str) -> str:
    """Give an id that nothing else on the page bears ("tableau-1")."""
    return f"{prefix}-{_next(context, prefix)}"


@register.simple_tag(takes_context=True)
def another_search(context: template.Context, label: str) -> SearchBox:
    """Give what tells a search box from the others of the page: the first one, above the blocks, has no suffix."""
    number = _next(context, "recherche")
    return SearchBox(f"-{number + 1}", label if number == 1 else f"{label} ({number})")


@register.filter
def film(url: str) -> videos.Film:
    """Read the address of a film."""
    return videos.film(url)


@register.filter
def grouped(number: int) -> str:
    """Write a number by groups of three digits ("1 204")."""
    return number_format(number, force_grouping=True)


@register.filter
def day(value: date) -> str:
    """Give "3 mars 2027"; the first of a month is "1er" in French."""
    return day_in_words(value)


@register.filter
def weight(document: Any) -> str:
    """Give the weight of a document in words ("310 Ko", "1,2 Mo"), empty when its file is lost."""
    size = document.get_file_size()
    if not size:
        return ""
    if size < MEGABYTE:
        return _("%(number)s Ko") % {"number": max(1, round(size / KILOBYTE))}
    return _("%(number)s Mo") % {"number": number_format(size / MEGABYTE, 1)}


@register.simple_tag(takes_context=True)
def page_actions(context: template.Context, title: str) -> SafeString:
    """Offer to print the page, to send it, to copy its address."""
    address, today = canonical_address(context), day_in_words(localdate())
    return lean("components/page_actions.jinja", title=title, address=address, day=today)


@register.simple_tag(takes_context=True)
def editor_bar(context: template.Context) -> str:
    """Show Wagtail's own bar, with its accessibility checker, to who is signed in and in previews.

    An anonymous reader's session is not even looked at: the page would vary with the cookie.
    """
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return ""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES or getattr(request, "is_preview", False)
    return wagtailuserbar(context) if known else ""


def _next(context: template.Context, name: str) -> int:
    """Count on the request: each block is drawn with a context of its own."""
    counters = context["request"].__dict__.setdefault("_page_counters", {})
    return next(counters.setdefault(name, count(1)))
