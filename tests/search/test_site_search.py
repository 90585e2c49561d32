"""The site-wide search: what it finds of the pages and of the directory, and how it says so."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils.timezone import now
from django.utils.translation import override
from wagtail.models import Locale

from home.models import HomePage
from search.understanding import forget_vocabulary
from tests.home import samples
from tests.home.pages import standard, text
from tests.search import firms

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh() -> None:
    forget_vocabulary()


def tradesman(name: str, slug: str) -> None:
    made = firms.firm(name)
    firms.practise(made, slug)
    firms.serve(made)


def ask(words: str, prefix: str = "", **others: Any) -> Tag:
    response = Client().get(f"{prefix}/recherche/", {"q": words} | others)
    assert response.status_code == 200
    main = BeautifulSoup(response.content, "html.parser").main
    assert main is not None
    return main


def heading(main: Tag) -> str:
    return main.h1.get_text() if main.h1 else ""


def titles(main: Tag) -> list[str]:
    return [link.get_text() for link in main.select(".site-search__line h3 a")]


def groups(main: Tag) -> list[str]:
    return [" ".join(heading.get_text().split()) for heading in main.select(".site-search__group h2")]


def remarks(main: Tag) -> list[str]:
    return [each.get_text() for each in main.select(".site-search__head > p")]


def test_finds_a_page_by_its_title_its_summary_and_its_text(home: HomePage) -> None:
    standard(home, "Isoler sa toiture", summary="Deux mots sur la charpente.", body=[text("<p>La ouate de bois.</p>")])

    assert titles(ask("toitures")) == titles(ask("CHARPENTE")) == titles(ask("ouate")) == ["Isoler sa toiture"]


def test_puts_first_the_page_whose_title_says_it(home: HomePage) -> None:
    standard(home, "Le mot du maire", body=[text("<p>Les aides, les aides, les aides et encore les aides.</p>")])
    standard(home, "Les aides financières", body=[text("<p>Rien de plus.</p>")])

    assert titles(ask("aides")) == ["Les aides financières", "Le mot du maire"]


def test_sorts_the_answer_by_kind_with_counts(home: HomePage) -> None:
    standard(home, "Ventiler son logement")
    samples.news(samples.news_index(home), "La ventilation en débat")
    samples.resource(samples.resource_index(home), "Guide de la ventilation")
    samples.event(samples.event_index(home), "Café ventilation", starts_at=now() + timedelta(days=3))
    samples.experience(samples.experience_index(home), "Ventiler aux Tilleuls")

    main = ask("ventilation")

    assert groups(main)[:5] == [
        "Conseils et pages du site (1)",
        "Ressources (1)",
        "Retours d’expérience (1)",
        "Actualités (1)",
        "Agenda (1)",
    ]
    assert heading(main) == "5 résultats pour « ventilation »"


def test_asks_for_every_word_and_says_when_no_page_holds_them_all(home: HomePage) -> None:
    standard(home, "Le calendrier du syndic")
    standard(home, "Le rôle du syndic", body=[text("<p>Il tient le calendrier des assemblées.</p>")])
    standard(home, "La piscine")

    assert titles(ask("calendrier assemblées")) == ["Le rôle du syndic"]
    partly = ask("calendrier piscine tambourin")
    assert set(titles(partly)) == {"Le calendrier du syndic", "Le rôle du syndic", "La piscine"}
    assert any("Aucune page ne parle de tout cela" in remark for remark in remarks(partly))


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("pac", "La pompe à chaleur sans bruit"),
        ("pompes a chaleurs", "La pompe à chaleur sans bruit"),
        ("cabinet d’architecture", "Choisir un architecte"),
        ("architcte", "Choisir un architecte"),
        ("bricolage du dimanhce", "Le bricolage du dimanche"),
        ("BRICOLAGES", "Le bricolage du dimanche"),
    ],
)
def test_understands_french_as_the_directory_does(home: HomePage, typed: str, title: str) -> None:
    for each in ("La pompe à chaleur sans bruit", "Choisir un architecte", "Le bricolage du dimanche"):
        standard(home, each)

    assert titles(ask(typed)) == [title]


def test_says_what_it_corrected(home: HomePage) -> None:
    standard(home, "Le bricolage du dimanche")

    assert remarks(ask("bricolgae")) == ["Nous avons lu « bricolage » au lieu de « bricolgae »."]
    assert remarks(ask("architcte")) == ["Nous avons lu « architecte » au lieu de « architcte »."]


def test_keeps_a_word_of_the_pages_that_looks_like_a_slip(home: HomePage) -> None:
    standard(home, "Monsieur Poile raconte")

    main = ask("poile")

    assert titles(main) == ["Monsieur Poile raconte"]
    assert not remarks(main)


def test_shows_the_first_firms_and_leads_to_the_directory(home: HomePage) -> None:
    for n in range(5):
        tradesman(f"Cabinet {n}", "architecte")

    main = ask("architecte 31000")

    assert groups(main) == ["Professionnels (5)"]
    assert len(titles(main)) == 3
    (way,) = main.select(".site-search__group > p a")
    assert way["href"] == "/annuaire/?q=architecte&commune=31555"
    assert "5 professionnels" in way.get_text()


def test_shows_no_firm_for_words_that_name_no_trade(home: HomePage) -> None:
    tradesman("Atelier Fictif", "architecte")
    standard(home, "Le prix de l’eau")

    assert groups(ask("prix")) == ["Conseils et pages du site (1)"]


def test_puts_what_is_over_after_what_is_to_come(home: HomePage) -> None:
    agenda = samples.event_index(home)
    past = now() - timedelta(days=30)
    samples.event(agenda, "Balade thermique", summary="Une balade thermique.", starts_at=past)
    samples.event(agenda, "Autre sortie", summary="Une balade.", starts_at=now() + timedelta(days=3))

    main = ask("balade")

    assert titles(main) == ["Autre sortie", "Balade thermique"]
    assert [mark.get_text() for mark in main.select(".mark")] == ["Terminé"]


def test_shows_a_few_of_each_kind_then_all_of_one(home: HomePage) -> None:
    for n in range(23):
        standard(home, f"Conseil de jardin {n:02}")
    samples.news(samples.news_index(home), "Le jardin partagé")

    every, first = ask("jardin"), ask("jardin", rubrique="conseils")
    second = ask("jardin", rubrique="conseils", page="2")

    assert len(titles(every)) == 5
    assert [way["href"] for way in every.select(".site-search__group > p a")] == [
        "/recherche/?q=jardin&rubrique=conseils"
    ]
    assert len(titles(first)) == 20
    assert len(titles(second)) == 3
    assert set(titles(first)).isdisjoint(titles(second))
    assert titles(ask("jardin", rubrique="conseils", page="9999")) == titles(second)


def test_counts_what_it_shows_and_leads_out_of_an_empty_kind(home: HomePage) -> None:
    standard(home, "Le jardin")
    samples.news(samples.news_index(home), "Le jardin partagé")

    assert heading(ask("jardin", rubrique="actualites")) == "1 résultat pour « jardin »"
    empty = ask("jardin", rubrique="agenda")
    assert heading(empty) == "Aucun résultat pour « jardin »"
    assert any(link["href"] == "/recherche/?q=jardin" for link in empty.select(".notice a"))


def test_says_what_the_directory_corrected(home: HomePage) -> None:
    tradesman("Cabinet Fictif", "architecte")

    assert remarks(ask("architcte", "/en")) == ["We read “architecte” instead of “architcte”."]


def test_says_whom_a_page_concerns(home: HomePage) -> None:
    standard(home, "Le jardin", for_houses=False)

    assert "Copropriété" in ask("jardin").select_one(".site-search__line").get_text()  # type: ignore[union-attr]


def test_searches_the_language_of_the_moment(home: HomePage) -> None:
    french = standard(home, "Les aides de la ville", body=[text("<p>Le chauffage.</p>")])
    english = Locale.objects.get_or_create(language_code="en")[0]
    home.copy_for_translation(english).save_revision().publish()
    translated = french.copy_for_translation(english)
    translated.title, translated.slug = "Grants of the city", "grants"
    translated.body = [text("<p>Heating systems.</p>")]
    translated.save_revision().publish()

    assert titles(ask("system of heating", "/en")) == ["Grants of the city"]
    assert titles(ask("granting", "/en")) == ["Grants of the city"]
    assert titles(ask("grants")) == []
    nothing = ask("chauffage", "/en")
    assert titles(nothing) == []
    assert nothing.select_one("a[hreflang=fr]")["href"] == "/recherche/?q=chauffage"  # type: ignore[index]


def test_offers_a_way_on_when_nothing_is_found(home: HomePage) -> None:
    main = ask("xyzzy")

    assert heading(main) == "Aucun résultat pour « xyzzy »"
    assert main.select("a.phone")
    assert any(link["href"] == "/annuaire/" for link in main.select("a"))


def test_asks_few_questions_of_the_database(home: HomePage, django_assert_max_num_queries: Any) -> None:
    news = samples.news_index(home)
    Client().get("/recherche/?q=chauffage")
    counts = []
    for size in (10, 100):
        for n in range(size):
            samples.news(news, f"Le chauffage {size} {n}")
            tradesman(f"Cabinet {size} {n}", "chauffage")
        ask("chauffage")  # the shop is read again once for all after a change
        with django_assert_max_num_queries(15) as asked:
            assert titles(ask("chauffage"))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_is_not_offered_to_crawlers(home: HomePage) -> None:
    response = Client().get("/recherche/?q=aides&page=3&inconnu=1")

    page = BeautifulSoup(response.content, "html.parser")
    assert "noindex" in page.select_one("meta[name=robots]")["content"]  # type: ignore[index]
    assert page.select_one("link[rel=canonical]")["href"].endswith("/recherche/?q=aides")  # type: ignore[index, union-attr]


def test_speaks_english_in_english(home: HomePage) -> None:
    with override("en"):
        main = ask("xyzzy", "/en")

    assert heading(main) == "No result for “xyzzy”"
