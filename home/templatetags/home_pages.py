"""What any page may show of the news, the agenda and the resources."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from wagtail.models import Page

from home import cards
from home.latest import Latest, latest
from home.models import EventPage, NewsPage

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_news(context: Context, count: Any = 3, housing: str | None = None) -> Latest:
    """Give the latest news of the present page's site and language, about one kind of housing if asked."""
    return latest(NewsPage.objects.latest_first(), context, count, housing)


@register.simple_tag(takes_context=True)
def next_events(context: Context, count: Any = 3, housing: str | None = None) -> Latest:
    """Give the next events of the present page's site and language."""
    return latest(EventPage.objects.upcoming(), context, count, housing)


@register.simple_tag(takes_context=True)
def card_of(context: Context, page: Page) -> cards.Card:
    """Give what the card of a page shows (see `components/page_card.html`)."""
    request = getattr(context, "request", None) or context.get("request")
    return cards.card_of(page, request if isinstance(request, HttpRequest) else None)


@register.simple_tag
def fetch_pictures(*lists: Any) -> str:
    """Fetch at once the pictures of several lists of cards; `components/page_cards.html` does it for one."""
    cards.fetch_pictures(*lists)
    return ""


@register.filter
def housing_in_words(page: Any) -> str:
    """Name the one kind of housing that a page concerns, empty when it concerns both."""
    return cards.housing_in_words(page.housing)


@register.filter
def file_type(name: str) -> str:
    """Give the type of a file as one says it ("plaquette.pdf" → "PDF"), empty when its name has none."""
    return name.rsplit(".", 1)[-1].upper() if "." in name else ""
