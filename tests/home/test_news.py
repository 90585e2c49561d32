"""A piece of news, and the few that other pages show."""

import json
from datetime import date
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from wagtail.models import Locale

from core.models import Generation
from home.models import HomePage, NewsIndexPage, NewsPage, TopicName
from tests.home.samples import home_page, news, news_index, picture, read, topic, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home: HomePage) -> NewsIndexPage:
    return news_index(home)


def latest(page: Any, tag: str = "latest_news 3") -> list[str]:
    request = RequestFactory().get("/")
    template = Template(
        "{% load home_pages %}{% " + tag + " as news %}{% for one in news %}{{ one.title }}|{% endfor %}"
    )
    return template.render(Context({"page": page, "request": request})).split("|")[:-1]


def test_shows_its_date_in_words(client: Client, index: NewsIndexPage) -> None:
    page = news(index, published_on=date(2026, 3, 1))

    shown = read(client, page.get_url()).select_one("main time")

    assert shown.get_text() == "1er mars 2026"
    assert shown["datetime"] == "2026-03-01"


def test_leads_from_each_topic_to_the_news_about_it(client: Client, index: NewsIndexPage) -> None:
    page = news(index, "A", topic())

    link = read(client, page.get_url()).select_one("a.tag")

    assert (link.get_text(), link["href"]) == ("Aides financières", "/actualites/?theme=aides")


def test_shows_its_picture_with_its_credit(client: Client, index: NewsIndexPage) -> None:
    page = news(index, "A", picture=picture(description="Une façade isolée", credit="Ville"))

    figure = read(client, page.get_url()).select_one("figure")

    assert figure.img["alt"] == "Une façade isolée"
    assert words(figure, "figcaption") == "Image : Ville"


def test_says_which_housing_it_concerns_when_it_is_one(client: Client, index: NewsIndexPage) -> None:
    page = news(index, "A", for_houses=False)

    assert "Copropriété" in read(client, page.get_url()).main.get_text()


def test_tells_search_engines_what_readers_see(client: Client, index: NewsIndexPage) -> None:
    page = news(index, "Une aide", topic(), summary="Pour les toits.", published_on=date(2026, 3, 2))
    address = page.get_url()

    (data,) = NewsPage.objects.get(pk=page.pk).structured_data(RequestFactory().get(address))

    main = read(client, address).main
    assert data["@type"] == "NewsArticle"
    assert data["url"] == f"http://testserver{address}"
    assert data["headline"] == words(main, "h1")
    assert data["description"] in main.get_text()
    assert data["datePublished"] == main.time["datetime"]
    assert data["keywords"] == [tag.get_text() for tag in main.select("a.tag")]
    assert json.loads(json.dumps(data)) == data


def test_the_tag_gives_the_latest_first(index: NewsIndexPage) -> None:
    news(index, "Ancienne", published_on=date(2025, 1, 1))
    news(index, "Nouvelle", published_on=date(2026, 1, 1))
    news(index, "Brouillon", published_on=date(2026, 2, 1), live=False)

    assert latest(index) == ["Nouvelle", "Ancienne"]
    assert latest(index, "latest_news 1") == ["Nouvelle"]


def test_the_tag_keeps_what_concerns_one_housing(index: NewsIndexPage) -> None:
    news(index, "Maison", for_coownerships=False)
    news(index, "Immeuble", for_houses=False)

    assert latest(index, "latest_news 3 'maison'") == ["Maison"]
    assert latest(index, "latest_news 3 None") == ["Immeuble", "Maison"]


def test_the_tag_keeps_to_its_site_and_language(home: HomePage, index: NewsIndexPage) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    news(index, "Ici")
    elsewhere = home_page()
    news(news_index(elsewhere), "Ailleurs")
    translated = home.copy_for_translation(english)

    assert latest(index) == ["Ici"]
    assert latest(elsewhere) == ["Ailleurs"]
    assert latest(translated) == []


def test_a_topic_that_changes_ends_the_pages_kept_in_memory(home: HomePage) -> None:
    aids = topic()
    before = Generation.current()

    TopicName.objects.create(topic=aids, language="en", name="Grants")
    between = Generation.current()
    aids.delete()

    assert before < between < Generation.current()
