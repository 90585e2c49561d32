"""The directory in several languages: where it is in each, and the words that stay in French."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.core.heads import HOST, hreflang
from tests.directory.page_samples import firm, proof, trade

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uncached(settings) -> None:
    settings.PAGE_CACHE_SECONDS = 0


def read(client: Client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("kind", ["list", "sheet"])
def test_names_itself_in_each_language_to_search_engines(client: Client, kind: str) -> None:
    path = "/annuaire/" if kind == "list" else firm().get_absolute_url()

    french, english = read(client, path), read(client, f"/en{path}")

    expected = {"fr": HOST + path, "en": f"{HOST}/en{path}", "x-default": HOST + path}
    assert hreflang(french) == hreflang(english) == expected


def test_a_search_names_no_other_language(client: Client) -> None:
    firm("Atelier", trade())

    assert hreflang(read(client, "/annuaire/?metier=architecte")) == {}


def test_a_language_that_the_buttons_do_not_speak_is_not_named(client: Client, settings) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("es", "Espagnol")]

    assert set(hreflang(read(client, "/annuaire/"))) == {"fr", "en", "x-default"}


def test_names_a_filter_in_the_title(client: Client) -> None:
    firm("Atelier", trade())

    title = read(client, "/annuaire/?metier=architecte&logement=maison").title

    assert title.get_text().startswith("Architecte — Maison individuelle — Annuaire des professionnels")


def test_says_in_english_which_words_are_in_french(client: Client) -> None:
    one = firm("Atelier", trade(), description="Nous dessinons.")
    proof(one, "Isolation")
    address = f"/en{one.get_absolute_url()}"

    cards, sheet = read(client, "/en/annuaire/"), read(client, address)

    assert cards.select_one(".card .tag")["lang"] == "fr"
    assert cards.select_one(".filters label [lang=fr]").get_text().startswith("Architecte")
    assert {tag.get("lang") for tag in sheet.select(".trade-list, .prose, .proofs strong")} == {"fr"}


def test_says_it_of_no_word_of_a_french_page(client: Client) -> None:
    one = firm("Atelier", trade(), description="Nous dessinons.")

    for path in ("/annuaire/", one.get_absolute_url()):
        assert read(client, path).select("main [lang]") == []
