"""A small site for the tests: a home page and its rubrics."""

from datetime import date, timedelta
from typing import Any

from django.utils.timezone import now
from wagtail.models import Page, Site

from home.models import EventIndexPage, EventPage, HomePage, NewsIndexPage, NewsPage, StandardPage


def home(**fields: Any) -> HomePage:
    """Put a home page at the root of the default site."""
    made = HomePage(**{"title": "Rénover chez soi", "slug": "porte"} | fields)
    Page.objects.get(depth=1).add_child(instance=made)
    site = Site.objects.get(is_default_site=True)
    site.root_page = made
    site.save()  # which forgets, too, the addresses that another test left in memory
    return made


def text(html: str) -> dict[str, str]:
    """Give a block of text for a body."""
    return {"type": "text", "value": html}


def standard(parent: Page, title: str = "Isoler sa maison", **fields: Any) -> StandardPage:
    return parent.add_child(instance=StandardPage(**{"title": title, "body": [text("<p>Un conseil.</p>")]} | fields))


def news_index(parent: Page) -> NewsIndexPage:
    return parent.add_child(instance=NewsIndexPage(title="Actualités", slug="actualites"))


def news(parent: Page, title: str = "Une aide de plus", **fields: Any) -> NewsPage:
    return parent.add_child(
        instance=NewsPage(**{"title": title, "summary": "Dès lundi.", "published_on": date(2026, 11, 2)} | fields)
    )


def event_index(parent: Page) -> EventIndexPage:
    return parent.add_child(instance=EventIndexPage(title="Agenda", slug="agenda"))


def event(parent: Page, title: str = "Réunion publique", **fields: Any) -> EventPage:
    start = now() + timedelta(days=7)
    times = {"starts_at": start, "ends_at": start + timedelta(hours=2), "venue": "Salle des fêtes"}
    return parent.add_child(instance=EventPage(**{"title": title} | times | fields))
