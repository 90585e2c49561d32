"""Parts of a page that cost little: those written in Jinja (see `core.jinja`), and those that seldom change."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from core.shops import Shop
from core.templatetags.shop import the_shop

register = template.Library()


@register.simple_tag
def lean(path: str, **values: Any) -> SafeString:
    """Render a part with these values and nothing of the page's own."""
    return SafeString(get_template(path, using="jinja2").render(values))  # Jinja escaped the values


@register.simple_tag(takes_context=True)
def constant(context: Any, path: str) -> SafeString:
    """Render a part that depends on the shop and the language alone, once for each in each process."""
    return drawn(path, get_language(), the_shop(context))


@lru_cache(maxsize=256)
def drawn(path: str, language: str | None, shop: Shop) -> SafeString:
    """Draw a part with nothing but the shop."""
    return render_to_string(path, {"shop": shop})
