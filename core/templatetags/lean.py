"""Parts of a page that cost little: those written in Jinja (see `core.jinja`), and those that never change."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def lean(path: str, **values: Any) -> SafeString:
    """Render a part with these values and nothing of the page's own."""
    return SafeString(get_template(path, using="jinja2").render(values))  # Jinja escaped the values


@register.simple_tag
def constant(path: str) -> SafeString:
    """Render a part that depends on the settings and the language alone, once in each process."""
    return _rendered(path, get_language())


@lru_cache(maxsize=64)
def _rendered(path: str, language: str | None) -> SafeString:
    return render_to_string(path)
