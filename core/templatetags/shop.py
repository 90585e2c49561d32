"""What every template may say of the shop itself. No tag here reads the database, but on Wagtail's own pages."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

from core import advice

register = template.Library()


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same page in another language; `name` is written in that language."""

    code: str
    name: str
    url: str


@register.simple_tag
def site_name() -> str:
    """Give the site's name."""
    return settings.WAGTAIL_SITE_NAME


@register.simple_tag
def territory_name() -> str:
    """Give the name of the shop's own territory."""
    return settings.TERRITORY_NAME


@register.simple_tag
def site_operator() -> str:
    """Give the name of who runs the site, empty when the installation does not say."""
    return settings.SITE_OPERATOR


@register.simple_tag
def advice_service() -> advice.AdviceService:
    """Give the public advice service."""
    return advice.advice_service()


@register.filter
def phone_url(number: str) -> str:
    """Give the `tel:` address of a number."""
    return advice.phone_url(number)


@register.simple_tag(takes_context=True)
def canonical_address(context: template.Context, query: str = "") -> str:
    """Give this page's one address in full, with the given query string and no other."""
    return full_address(context["request"], query)


def full_address(request: HttpRequest, query: str) -> str:
    """Give the page's address, host included, with this query string and no other."""
    return request.build_absolute_uri(request.path) + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def canonical_link(context: template.Context, query: str = "") -> SafeString:
    """Give the `<link>` that tells crawlers this page's one address."""
    return format_html('<link rel="canonical" href="{}">', canonical_address(context, query))


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context) -> list[OtherLanguage]:
    """List the languages in which this very page exists, the present one left out."""
    request, page = context.get("request"), context.get("page")
    if not isinstance(request, HttpRequest):
        return []
    return _links(_translations(page, request)) if isinstance(page, Page) else plain_languages(request)


def plain_languages(request: HttpRequest) -> list[OtherLanguage]:
    """List the other languages of a page that is not Wagtail's."""
    return _links(_plain(request))


def _links(addresses: dict[str, str]) -> list[OtherLanguage]:
    return [
        OtherLanguage(code, get_language_info(code)["name_local"].capitalize(), url) for code, url in addresses.items()
    ]


def _translations(page: Page, request: HttpRequest) -> dict[str, str]:
    pages: Any = page.get_translations().live().select_related("locale")
    return {other.locale.language_code: other.get_url(request) for other in pages}


def _plain(request: HttpRequest) -> dict[str, str]:
    """Give the addresses of a plain view: none where its path has no language (legal pages)."""
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    codes = (code for code, _name in settings.LANGUAGES if code != get_language())
    return {code: path + query for code in codes if (path := _translated(request.path, code)) != request.path}


@lru_cache(maxsize=1024)
def _translated(path: str, code: str) -> str:
    return translate_url(path, code)
