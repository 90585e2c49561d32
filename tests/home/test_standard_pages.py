"""Pages of advice, questions and glossaries, as readers get them."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from tests.core import sample_blocks as samples
from tests.home.advice_samples import advice, faq, glossary
from tests.home.samples import read, titles

pytestmark = pytest.mark.django_db


def asked(client: Client, page: Any) -> int:
    """Count the queries of a page, once its pictures are made and the shop is known."""
    for _ in range(2):
        assert client.get(page.get_url()).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(page.get_url())
    return len(queries)


# -- pages of advice --------------------------------------------------------------------------------


def test_opens_with_its_title_and_its_summary(client: Client, home: Any) -> None:
    page = read(client, advice(home, "Isoler", summary="Moins de froid, moins cher.").get_url())

    assert [heading.get_text() for heading in page.select("h1")] == ["Isoler"]
    assert page.select_one(".lead").get_text() == "Moins de froid, moins cher."
    assert page.select_one(".page")["lang"] == "fr"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"for_coownerships": False}, "Pour une maison"),
        ({"for_houses": False}, "Pour une copropriété"),
        ({}, None),
    ],
)
def test_says_which_housing_it_concerns_when_it_is_one(client: Client, home: Any, values: Any, words: Any) -> None:
    tag = read(client, advice(home, **values).get_url()).select_one(".page .tag")

    assert (tag.get_text() if tag else None) == words


def test_shows_its_picture_with_the_credit(client: Client, home: Any) -> None:
    figure = read(client, advice(home, picture=samples.a_picture()).get_url()).select_one(".page__picture figure")

    assert figure.img["alt"] == "Une façade de briques"
    assert figure.figcaption.get_text(strip=True) == "Crédit : Ville"
    assert figure.img.get("loading") != "lazy"


def test_says_when_it_was_read_again(client: Client, home: Any) -> None:
    page = read(client, advice(home, reviewed_on=date(2026, 11, 1)).get_url())

    assert "Page relue le 1er novembre 2026" in " ".join(page.main.get_text(" ").split())


def test_opens_on_the_pages_under_it_in_their_order(client: Client, home: Any) -> None:
    page = advice(home)
    advice(page, "Les combles"), faq(page), glossary(page), advice(page, "Les murs")

    shown = read(client, page.get_url())

    assert titles(shown) == ["Les combles", "Questions", "Glossaire", "Les murs"]
    assert shown.select_one("#suite").get_text() == "Dans cette rubrique"


def test_opens_on_no_page_that_readers_may_not_open(client: Client, home: Any) -> None:
    page = advice(home)
    advice(page, "Brouillon", live=False)
    closed = advice(page, "Réservée")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")

    assert read(client, page.get_url()).select(".opened") == []


@pytest.mark.parametrize("count", [10, 100])
def test_reads_the_database_little_however_many_pages_are_under_it(client: Client, home: Any, count: int) -> None:
    page, shown = advice(home, picture=samples.a_picture()), samples.a_picture()
    for number in range(count):
        advice(page, f"Conseil {number}", picture=shown)

    assert asked(client, page) <= 13


def test_reads_the_database_little_in_another_language_too(client: Client, home: Any) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    page = advice(home, picture=samples.a_picture())
    for number in range(10):
        advice(page, f"Conseil {number}")
    home.refresh_from_db()
    translated = home.get_translation_or_none(english) or home.copy_for_translation(english)
    translated.alias_of = None
    translated.save_revision().publish()
    alias = page.get_translation_or_none(english) or page.copy_for_translation(english, alias=True)
    for child in page.get_children().specific():
        if not child.get_translation_or_none(english):
            child.copy_for_translation(english, alias=True)

    shown = read(client, alias.get_url())

    assert len(titles(shown)) == 10
    assert asked(client, type(page).objects.get(pk=alias.pk)) <= 15


def test_speaks_french_around_a_text_that_nobody_translated(client: Client, home: Any) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    page = advice(home, "Isoler", for_coownerships=False)
    translated = home.get_translation_or_none(english) or home.copy_for_translation(english)
    translated.alias_of = None
    translated.save_revision().publish()
    alias = page.get_translation_or_none(english) or page.copy_for_translation(english, alias=True)

    shown = read(client, alias.get_url())

    assert shown.html["lang"] == "en"
    text = shown.select_one(".page[lang=fr]").get_text()
    assert "Pour une maison" in text
    assert "Page relue le" in text
    assert shown.select_one("nav.breadcrumb")["aria-label"] == "Breadcrumb"


# -- questions --------------------------------------------------------------------------------------


def test_folds_each_answer_under_its_question(client: Client, home: Any) -> None:
    folds = read(client, faq(home).get_url()).select("details.fold")

    assert [fold.summary.h2.get_text() for fold in folds] == ["Qui paie les travaux ?", "Faut-il voter ?"]
    assert [item.get_text() for item in folds[0].select("li")] == ["l’État", "la ville"]


def test_names_each_answer_so_that_one_can_link_to_it(client: Client, home: Any) -> None:
    twice = {"Qui paie ?": "<p>a</p>", "Qui paie": "<p>b</p>", "???": "<p>c</p>", "L’œuvre d’été": "<p>d</p>"}

    answers = read(client, faq(home, twice).get_url()).select(".fold__text")

    assert [answer["id"] for answer in answers] == [
        "reponse-qui-paie", "reponse-qui-paie-2", "reponse", "reponse-l-oeuvre-d-ete",
    ]  # fmt: skip


def test_shows_the_text_after_the_questions(client: Client, home: Any) -> None:
    page = read(client, faq(home, body=samples.body(samples.text("<h2>Et après ?</h2><p>Appelez.</p>"))).get_url())

    assert [heading.get_text() for heading in page.main.select("h2")][-1] == "Et après ?"


def test_shows_a_page_of_questions_without_any(client: Client, home: Any) -> None:
    assert read(client, faq(home, {}).get_url()).select(".folds") == []


# -- glossary ---------------------------------------------------------------------------------------


def test_sorts_words_as_a_dictionary_does(client: Client, home: Any) -> None:
    terms = read(client, glossary(home).get_url()).select("dt")

    assert [term.get_text() for term in terms] == [
        "3CL",
        "audit",
        "DTG",
        "Écrêtement",
        "effacement",
        "Étiquette énergie",
    ]


def test_leads_to_each_letter_that_has_words(client: Client, home: Any) -> None:
    page = read(client, glossary(home).get_url())

    links = page.select("nav.letters a")

    assert [link.get_text() for link in links] == ["0–9", "A", "D", "E"]
    assert [page.find(id=link["href"][1:]).get_text() for link in links] == ["0–9", "A", "D", "E"]


def test_shows_a_glossary_without_words(client: Client, home: Any) -> None:
    assert read(client, glossary(home, {}).get_url()).select(".letters") == []


@pytest.mark.parametrize("make", [faq, glossary])
def test_reads_the_database_little_whatever_the_number_of_entries(client: Client, home: Any, make: Any) -> None:
    few, many = make(home), make(home, {f"Mot {number}": "<p>Sens.</p>" for number in range(100)})

    assert asked(client, many) == asked(client, few) <= 15
