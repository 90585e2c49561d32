"""What every template may say of the shop itself."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page

from core import advice
from core.canonical import canonical_address as of_page
from core.page_metadata import view_alternates
from core.shops import MenuItem, Shop, settled_shop, shop_of
from core.shops.links import view_url
from core.translations import links

register = template.Library()


@register.simple_tag(takes_context=True)
def the_shop(context: Any) -> Shop:
    """Give the shop that the page belongs to. A part drawn for a shop, without a request, has it in its context."""
    given = context.get("shop")
    if isinstance(given, Shop):
        return given
    request = context.get("request")
    return shop_of(request) if isinstance(request, HttpRequest) else settled_shop()


@register.simple_tag(takes_context=True)
def settled(context: Any) -> Shop:
    """Give the shop without asking the database: for the pages that come out when it does not answer."""
    given = context.get("shop")
    return given if isinstance(given, Shop) else settled_shop(context.get("request"))


@register.simple_tag
def national_advice() -> advice.AdviceService:
    """Give the public advice service of the whole country."""
    return advice.advice_service()


@register.simple_tag(takes_context=True)
def appointment_url(context: Any) -> str:
    """Give where one asks an adviser: the form of appointments, else the contact page, else the foot of the page."""
    return view_url("appointments:form") or the_shop(context).contact_url or "#guichet"


@register.simple_tag(takes_context=True)
def current(context: Any, item: MenuItem) -> SafeString:
    """Give the attribute that says that a link leads to the page being read, or to its section."""
    request = context.get("request")
    path = context.get("here") or (request.path if isinstance(request, HttpRequest) else "")
    value = item.leads_to(path) if item.url != the_shop(context).home_url or item.url == path else ""
    return format_html(' aria-current="{}"', value) if value else SafeString("")


@register.filter
def phone_url(number: str) -> str:
    """Give the `tel:` address of a number."""
    return advice.phone_url(number)


@register.simple_tag(takes_context=True)
def canonical_address(context: template.Context, query: str = "") -> str:
    """Give this page's one address in full, with the given query string and no other."""
    page, request = context.get("page"), context["request"]
    return of_page(page, request, query) if isinstance(page, Page) else full_address(request, query)


def full_address(request: HttpRequest, query: str) -> str:
    """Give the page's address, host included, with this query string and no other."""
    return request.build_absolute_uri(request.path) + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def canonical_link(context: template.Context, query: str = "") -> SafeString:
    """Give the `<link>` that tells crawlers this page's one address."""
    return format_html('<link rel="canonical" href="{}">', canonical_address(context, query))


@register.simple_tag(takes_context=True)
def alternate_links(context: template.Context) -> SafeString:
    """Give the `<link>`s that tell crawlers where this plain view is in each language."""
    return plain_alternates(context["request"])


def plain_alternates(request: HttpRequest) -> SafeString:
    """Give the links of a page that is not Wagtail's to itself in each language."""
    found = [(one.code, one.url) for one in view_alternates(request)]
    return format_html_join("\n", '<link rel="alternate" hreflang="{}" href="{}">', found)


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context) -> list[links.PageLanguage]:
    """List the languages in which this very page can be read, the present one left out."""
    return [language for language in all_languages(context) if not language.current]


@register.simple_tag(takes_context=True)
def all_languages(context: template.Context) -> list[links.PageLanguage]:
    """List the languages in which this very page can be read, the present one marked; empty when there is no other."""
    request, page = context.get("request"), context.get("page")
    if not isinstance(request, HttpRequest):
        return []
    if isinstance(page, Page):
        return links.page_languages(page, request)
    return links.front_doors(request) if "exception" in context else links.view_languages(request)


def plain_languages(request: HttpRequest) -> list[links.PageLanguage]:
    """List the other languages of a page that is not Wagtail's."""
    return [language for language in links.view_languages(request) if not language.current]
