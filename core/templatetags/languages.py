"""What templates may ask of languages."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from core.languages import default_language, present_language
from core.languages import interface_language as language_of_interface
from core.translations import links

register = template.Library()


@register.simple_tag
def interface_language() -> str:
    """Give the language that buttons and messages are really in, for `<html lang>`."""
    return language_of_interface(present_language())


@register.simple_tag
def data_lang() -> SafeString:
    """Give the attribute of words that nobody translates (trades, what firms say): none where it is the page's own."""
    data = default_language()
    return format_html(' lang="{}"', data) if interface_language() != data else SafeString("")


@register.simple_tag
def localized(page: Page | None) -> Page | None:
    """Give a page in the language of the moment, else as it is; None when nobody may read it."""
    return next(iter(links.localized([page])), None) if page else None


@register.simple_tag
def all_localized(pages: Iterable[Page]) -> list[Page]:
    """Give pages in the language of the moment, in their order, without those that nobody may read."""
    return links.localized(pages)
