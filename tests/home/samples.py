"""A small editorial site for the tests: a tree as editors build it."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.utils.timezone import get_current_timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from core.models import Picture
from experiences.models import ExperienceIndexPage, ExperiencePage
from home.models import (
    EventIndexPage,
    EventPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    ResourceIndexPage,
    ResourcePage,
    Topic,
)

NUMBERS = count(1)


def moment(*parts: int) -> datetime:
    """Give a moment of the clock on the wall."""
    return datetime(*parts, tzinfo=get_current_timezone())


def home_page() -> HomePage:
    """Put a home page at the root of the default site."""
    home = Page.objects.get(depth=1).add_child(
        instance=HomePage(
            title="Rénover chez soi", slug=f"porte-{next(NUMBERS)}", summary="Dites ce que vous cherchez."
        )
    )
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()  # and so forgets the addresses of the page before
    return home


def rubrique(kind: type[Any], title: str, slug: str, home: HomePage) -> Any:
    return home.add_child(instance=kind(title=title, slug=slug))


def news_index(home: HomePage) -> NewsIndexPage:
    return rubrique(NewsIndexPage, "Actualités", "actualites", home)


def event_index(home: HomePage) -> EventIndexPage:
    return rubrique(EventIndexPage, "Agenda", "agenda", home)


def resource_index(home: HomePage) -> ResourceIndexPage:
    return rubrique(ResourceIndexPage, "Ressources", "ressources", home)


def experience_index(home: HomePage) -> ExperienceIndexPage:
    return rubrique(ExperienceIndexPage, "Retours d’expérience", "experiences", home)


def news(index: NewsIndexPage, title: str = "Une aide de plus", *topics: Topic, **values: Any) -> NewsPage:
    page = index.add_child(instance=NewsPage(title=title, slug=f"actualite-{next(NUMBERS)}", **values))
    return _with_topics(page, topics)


def event(index: EventIndexPage, title: str = "Permanence", **values: Any) -> EventPage:
    values.setdefault("starts_at", moment(2027, 3, 3, 18, 0))
    values.setdefault("ends_at", values["starts_at"] + timedelta(hours=2))
    if not values.get("online_url"):
        values.setdefault("venue", "Maison de l’énergie")
    return index.add_child(instance=EventPage(title=title, slug=f"evenement-{next(NUMBERS)}", **values))


def resource(index: ResourceIndexPage, title: str = "Guide des aides", *topics: Topic, **values: Any) -> ResourcePage:
    values.setdefault("link", "https://exemple.fr/guide")
    page = index.add_child(instance=ResourcePage(title=title, slug=f"ressource-{next(NUMBERS)}", **values))
    return _with_topics(page, topics)


def experience(index: ExperienceIndexPage, title: str = "Les Tilleuls", **values: Any) -> ExperiencePage:
    return index.add_child(instance=ExperiencePage(title=title, slug=f"cas-{next(NUMBERS)}", **values))


def topic(slug: str = "aides", name: str = "Aides financières", **values: Any) -> Topic:
    return Topic.objects.create(slug=slug, name=name, **values)


def picture(title: str = "Façade", **values: Any) -> Picture:
    return Picture.objects.create(title=title, file=get_test_image_file(filename=f"{next(NUMBERS)}.png"), **values)


def read(client: Client, address: str) -> BeautifulSoup:
    """Open a page as a browser does; it answers 200."""
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup, selector: str) -> str:
    """Give the text of the one element that fits."""
    found = soup.select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text().split())


def titles(soup: BeautifulSoup) -> list[str]:
    """List the titles of the cards, without what tells them apart."""
    return [link.find(string=True).strip() for link in soup.select("main .page-card__title a")]


def _with_topics(page: Any, topics: tuple[Topic, ...]) -> Any:
    if topics:
        page.topics.set(topics)
        page.save()
    return page
