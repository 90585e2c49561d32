"""What the site-wide search proposes while people type."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from home.models import HomePage
from tests.home.pages import standard

pytestmark = pytest.mark.django_db


def suggested(text: str, **others: Any) -> list[tuple[str, str]]:
    results = Client().get("/api/v1/suggestions/", {"q": text} | others).json()["results"]
    return [(each["kind"], each["label"]) for each in results]


def test_proposes_trades_then_pages(home: HomePage) -> None:
    standard(home, "Choisir un architecte")
    standard(home, "Isoler sa maison")

    assert suggested("archi") == [("trade", "Architecte"), ("page", "Choisir un architecte")]


def test_every_word_typed_begins_a_word_of_the_title(home: HomePage) -> None:
    standard(home, "L’énergie d’une maison")
    standard(home, "L’énergie d’un immeuble")

    assert suggested("ÉNERG imm") == [("page", "L’énergie d’un immeuble")]


@pytest.mark.parametrize("text", ["", "a", "  ", "?!", "xyzzy"])
def test_proposes_nothing_for_less_than_two_letters_or_unknown_words(home: HomePage, text: str) -> None:
    standard(home, "Les aides")

    assert suggested(text) == []


def test_proposes_titles_of_the_language_asked_alone(home: HomePage) -> None:
    standard(home, "Les tambourins")

    assert suggested("tambour") == [("page", "Les tambourins")]
    assert suggested("tambour", langue="en") == []
    assert suggested("tambour", langue="xx") == [("page", "Les tambourins")]


def test_asks_few_questions_of_the_database(
    home: HomePage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(20):
        standard(home, f"Tambourin {n}")
    suggested("tambour")

    with django_assert_max_num_queries(6):
        assert len(suggested("tambour")) == 5
