"""The words of firms' names, as the index keeps them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import Professional
from search.lexicon import DatabaseLexicon
from search.text import stems
from search.understanding import SetLexicon
from tests.search.firms import draw_firms, firm

pytestmark = pytest.mark.django_db


def test_knows_the_stems_of_published_names() -> None:
    firm("Menuiserie Castelnau")
    firm("Cachée", status=Professional.Status.HIDDEN)

    known = DatabaseLexicon().known({*stems("Castelnau"), *stems("Cachée"), "inconnu"})

    assert known == set(stems("Castelnau"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("castelnua", "castelnau"),
        ("castelau", "castelnau"),
        ("castellnaux", "castelnau"),
        ("dupnt", "dupont"),
        ("dunpt", None),
        ("xastelnau", None),
        ("oc", None),
    ],
)
def test_finds_the_nearest_whole_word(typed: str, read: str | None) -> None:
    firm("SARL Castelnau-Dupont d’Oc")

    assert DatabaseLexicon().nearest(typed) == read


def test_forgets_the_words_that_no_name_holds_any_more() -> None:
    made, other = firm("Castelnau Lopez"), firm("Lopez")

    made.delete()

    assert DatabaseLexicon().nearest("castelnay") is None
    assert DatabaseLexicon().nearest("lopes") == "lopez"
    other.delete()
    assert DatabaseLexicon().nearest("lopes") is None


def test_agrees_with_the_lexicon_in_memory() -> None:
    draw_firms(40, seed=3)
    reference = SetLexicon(Professional.objects.published().values_list("name", flat=True))

    for word in ("martim", "charpentie", "isolatoin", "lacroi", "toitrue", "maisom", "habitta", "zzzzz"):
        assert DatabaseLexicon().nearest(word) == reference.nearest(word), word


def test_costs_one_query_a_word() -> None:
    firm("Castelnau")

    with CaptureQueriesContext(connection) as queries:
        DatabaseLexicon().nearest("castelnay")
        DatabaseLexicon().known({"castelnau", "lopez"})

    assert len(queries) == 2
