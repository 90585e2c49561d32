"""Lists that readers narrow and leaf through, asked over HTTP as a browser asks."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage, NewsIndexPage, TopicName
from tests.home.samples import event, event_index, moment, news, news_index, read, titles, topic, words

pytestmark = pytest.mark.django_db
HOUSES = {"for_coownerships": False}
COOWNERSHIPS = {"for_houses": False}


@pytest.fixture
def index(home: HomePage) -> NewsIndexPage:
    return news_index(home)


def options(page: BeautifulSoup, name: str) -> list[str]:
    return [" ".join(option.get_text().split()) for option in page.select(f"select[name={name}] option")]


def links(page: BeautifulSoup) -> dict[str, str]:
    return {" ".join(link.get_text().split()): link["href"] for link in page.select(".listing-links a")}


def test_says_how_many_pages_are_found(client: Client, index: NewsIndexPage) -> None:
    news(index)
    news(index)

    page = read(client, "/actualites/")

    assert words(page, "h1") == "Actualités"
    assert words(page, ".listing__count") == "2 actualités"


def test_keeps_what_concerns_one_housing_and_what_concerns_both(client: Client, index: NewsIndexPage) -> None:
    news(index, "Pour une maison", **HOUSES)
    news(index, "Pour un immeuble", **COOWNERSHIPS)
    news(index, "Pour tous")

    page = read(client, "/actualites/?logement=copropriete")

    assert titles(page) == ["Pour tous", "Pour un immeuble"]


def test_counts_what_each_value_would_keep(client: Client, index: NewsIndexPage) -> None:
    news(index, **HOUSES)
    news(index, **COOWNERSHIPS)
    news(index)

    page = read(client, "/actualites/")

    assert links(page) == {
        "Tous les logements (3)": "/actualites/",
        "Maison individuelle (2)": "/actualites/?logement=maison",
        "Copropriété (2)": "/actualites/?logement=copropriete",
    }


def test_counts_each_value_with_the_other_filters_in_force(client: Client, index: NewsIndexPage) -> None:
    aids, roofs = topic(), topic("toits", "Toitures")
    news(index, "A", aids, **HOUSES)
    news(index, "B", aids, **COOWNERSHIPS)
    news(index, "C", roofs, **COOWNERSHIPS)

    page = read(client, "/actualites/?logement=copropriete")

    assert options(page, "theme") == ["Tous les thèmes (2)", "Aides financières (1)", "Toitures (1)"]
    assert "Maison individuelle (1)" in links(page)


def test_counts_a_page_of_two_topics_once(client: Client, index: NewsIndexPage) -> None:
    news(index, "A", topic(), topic("toits", "Toitures"))

    page = read(client, "/actualites/")

    assert words(page, ".listing__count") == "1 actualité"
    assert titles(page) == ["A"]


def test_leaves_out_values_that_would_keep_nothing(client: Client, index: NewsIndexPage) -> None:
    news(index, "A", topic())
    topic("toits", "Toitures")

    assert options(read(client, "/actualites/"), "theme") == ["Tous les thèmes (1)", "Aides financières (1)"]


def test_lets_each_filter_go(client: Client, index: NewsIndexPage) -> None:
    news(index, "A", topic(), **HOUSES)

    page = read(client, "/actualites/?theme=aides&logement=maison&page=1")

    active = {words(item, "a"): item.a["href"] for item in page.select(".active-filters li")}
    assert active == {
        "Retirer le filtre Maison individuelle ✕": "/actualites/?theme=aides",
        "Retirer le filtre Aides financières ✕": "/actualites/?logement=maison",
        "Effacer les filtres": "/actualites/",
    }


def test_keeps_the_housing_when_the_form_is_sent(client: Client, index: NewsIndexPage) -> None:
    news(index, "A", topic(), **HOUSES)

    form = read(client, "/actualites/?logement=maison").select_one("form.listing-form")

    assert {field["name"]: field["value"] for field in form.select("input")} == {"logement": "maison"}


def test_marks_what_is_chosen(client: Client, index: NewsIndexPage) -> None:
    news(index, "A", topic(), **HOUSES)

    page = read(client, "/actualites/?logement=maison&theme=aides")

    assert words(page, ".listing-links [aria-current=true]") == "Maison individuelle (1)"
    assert page.select_one("option[selected]")["value"] == "aides"


def test_shows_each_page_once_over_all_the_pages_of_the_list(client: Client, index: NewsIndexPage) -> None:
    made = [news(index, f"Nouvelle {n}", published_on=date(2026, 3, 1)).title for n in range(30)]

    seen = [title for number in (1, 2, 3) for title in titles(read(client, f"/actualites/?page={number}"))]

    assert sorted(seen) == sorted(made)
    assert len(titles(read(client, "/actualites/"))) == 12


def test_names_the_filter_and_the_page_in_the_title(client: Client, index: NewsIndexPage) -> None:
    for n in range(13):
        news(index, f"N {n}", **HOUSES)

    page = read(client, "/actualites/?logement=maison&page=2")

    assert words(page, "title").startswith("Actualités — Maison individuelle — page 2 sur 2 — ")
    assert words(page, ".listing__count") == "13 actualités, page 2 sur 2"


def test_gives_one_address_and_those_of_the_pages_around(client: Client, index: NewsIndexPage) -> None:
    for n in range(25):
        news(index, f"N {n}")

    page = read(client, "/actualites/?inconnu=1&page=2&theme=nulle-part")

    rels = {link["rel"][0]: link["href"] for link in page.select("link[rel=canonical], link[rel=prev], link[rel=next]")}
    assert rels == {
        "canonical": "http://testserver/actualites/?page=2",
        "prev": "http://testserver/actualites/",
        "next": "http://testserver/actualites/?page=3",
    }


def test_leads_from_page_to_page_with_the_filters(client: Client, index: NewsIndexPage) -> None:
    for n in range(25):
        news(index, f"N {n}", **HOUSES)

    page = read(client, "/actualites/?logement=maison&page=2")

    steps = {words(item, "a, span"): item.a and item.a["href"] for item in page.select(".pagination li")}
    assert steps == {
        "Page précédente": "/actualites/?logement=maison",
        "Page 1": "/actualites/?logement=maison",
        "Page 2": None,
        "Page 3": "/actualites/?logement=maison&page=3",
        "Page suivante": "/actualites/?logement=maison&page=3",
    }


def test_keeps_mixes_of_filters_and_empty_lists_out_of_search_engines(client: Client, index: NewsIndexPage) -> None:
    news(index, "A", topic(), **HOUSES)

    def indexed(query: str) -> bool:
        return not read(client, f"/actualites/?{query}").select("meta[name=robots]")

    assert indexed("logement=maison")
    assert not indexed("logement=maison&theme=aides")
    assert not indexed("logement=copropriete")


def test_shows_published_pages_only(client: Client, index: NewsIndexPage) -> None:
    news(index, "Publiée")
    news(index, "Brouillon", live=False)
    private = news(index, "Réservée")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    assert titles(read(client, "/actualites/")) == ["Publiée"]


def test_shows_the_pages_of_its_own_language(client: Client, home: HomePage, index: NewsIndexPage) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    french = news(index, "En français")
    for page in (home, index):
        page.copy_for_translation(english).save_revision().publish()
    translated = french.copy_for_translation(english)
    translated.title = "In English"
    translated.save_revision().publish()

    assert titles(read(client, "/actualites/")) == ["En français"]
    assert titles(read(client, "/en/actualites/")) == ["In English"]


def test_names_topics_in_the_reader_s_language(client: Client, home: HomePage, index: NewsIndexPage) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    aids = topic()
    TopicName.objects.create(topic=aids, language="en", name="Grants")
    article = news(index, "A", aids)
    for page in (home, index, article):
        page.copy_for_translation(english).save_revision().publish()

    page = read(client, "/en/actualites/")

    assert options(page, "theme") == ["All topics (1)", "Grants (1)"]
    assert words(page, ".page-card .tag") == "Grants"


def test_offers_a_way_on_when_filters_keep_nothing(client: Client, index: NewsIndexPage) -> None:
    news(index, **HOUSES)

    page = read(client, "/actualites/?logement=copropriete")

    assert words(page, ".listing__count") == "Aucune actualité"
    assert {"/actualites/", "/annuaire/"} <= {link["href"] for link in page.select("main .notice a")}
    assert page.select_one("main .notice .phone")["href"].startswith("tel:")


def test_offers_the_other_lists_when_there_is_nothing_at_all(
    client: Client, home: HomePage, index: NewsIndexPage
) -> None:
    event_index(home)

    page = read(client, "/actualites/")

    assert "/agenda/" in {link["href"] for link in page.select("main .notice a")}
    assert "Effacer" not in words(page, "main .notice")


def test_gives_each_card_a_name_of_its_own(client: Client, home: HomePage) -> None:
    index = event_index(home)
    for day in (3, 4):
        event(index, "Permanence", starts_at=moment(2027, 3, day, 18, 0))

    names = [" ".join(link.get_text().split()) for link in read(client, "/agenda/").select(".page-card__title a")]

    assert len(names) == len(set(names)) == 2


def test_keeps_the_order_of_headings(client: Client, index: NewsIndexPage) -> None:
    news(index)

    levels = [heading.name for heading in read(client, "/actualites/").select("main h1, main h2, main h3")]

    assert levels == ["h1", "h2", "h3"]


def test_asks_again_by_the_links_it_shows(client: Client, index: NewsIndexPage) -> None:
    news(index, "A", topic(), **HOUSES)

    page = read(client, "/actualites/?logement=maison&theme=aides")

    for address in links(page).values():
        assert set(parse_qs(urlsplit(address).query)) <= {"logement", "theme"}
        assert client.get(address).status_code == 200
