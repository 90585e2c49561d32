"""A search from the words typed to the results, with wider searches where there is little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.search import Criteria, Widening, search
from search.understanding import forget_vocabulary
from territories import places
from territories.place import Place
from tests.search.firms import firm, practise, serve

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh() -> None:
    forget_vocabulary()


def where(code: str) -> tuple[Place, ...]:
    place = places.commune(code) if len(code) == 5 else places.department(code)
    assert place
    return (place,)


def architect(name: str = "Atelier Fictif", code: str = "31555", **fields: object) -> int:
    made = firm(name, commune=code, **fields)
    practise(made, "architecte")
    serve(made, "commune", code)
    return made.pk


def ids(criteria: Criteria) -> list[int]:
    return [hit.id for hit in search(criteria).hits]


@pytest.mark.parametrize("words", ["architecte", "Architectes", "architcte", "cabinet d’architecture"])
def test_finds_who_practises_the_trade_at_the_place(words: str) -> None:
    here, _elsewhere = architect(), architect(code="81004")

    assert ids(Criteria(words=words, places=where("31555"))) == [here]


def test_puts_a_firm_named_so_before_those_of_the_trade() -> None:
    far = firm("Charpentier Architecte", commune="31044")
    practise(far, "chauffage")
    serve(far, "departement", "31")
    near = architect()

    results = search(Criteria(words="architecte", places=where("31555")))

    assert [(hit.id, hit.tier) for hit in results.hits] == [(far.pk, 0), (near, 1)]


def test_says_what_was_corrected() -> None:
    architect()

    results = search(Criteria(words="architcte"))

    assert [(each.typed, each.read) for each in results.understood.corrections] == [("architcte", "architecte")]


def test_finds_nobody_rather_than_everybody_when_nothing_was_understood() -> None:
    architect()

    results = search(Criteria(words="xyzzyx plugh", places=where("31555")))

    assert results.total == 0
    assert results.widened[0] == Widening("names", 1)


def test_offers_the_trade_without_the_name() -> None:
    architect("Martin")
    elsewhere = firm("Lacroix", commune="81004")
    serve(elsewhere, "commune", "81004")

    results = search(Criteria(words="architecte lacroix", places=where("31555")))

    assert results.total == 0
    assert results.widened == (Widening("names", 1),)


def test_offers_the_department_and_everywhere() -> None:
    architect(code="31044")
    architect(code="81004")

    results = search(Criteria(words="architecte", places=where("31555")))

    assert results.widened == (Widening("department", 1), Widening("place", 2))


def test_offers_to_let_the_filters_go() -> None:
    architect()

    results = search(Criteria(words="architecte", places=where("31555"), labels=("charte",)))

    assert results.widened == (Widening("filters", 1),)


def test_offers_nothing_wider_when_there_is_enough() -> None:
    for _number in range(5):
        architect()
    architect(code="81004")

    assert search(Criteria(words="architecte", places=where("31555"))).widened == ()


def test_looks_for_a_firm_found_by_its_name_elsewhere_only() -> None:
    architect("Castelnau Architecte")
    architect("Castelnau Architecte", code="81004")
    architect("Autre")

    results = search(Criteria(words="architecte castelnau", places=where("31555")))

    assert results.total == 1
    assert results.widened == (Widening("place", 2),)


@pytest.mark.parametrize("words", ["", "architecte", "castelnua", "architecte castelnau"])
def test_costs_few_queries(words: str) -> None:
    for _number in range(6):
        architect("Castelnau Architecte")
    search(Criteria(words=words, places=where("31555")))

    with CaptureQueriesContext(connection) as queries:
        search(Criteria(words=words, places=where("31555")))

    inside_a_transaction = 3  # trades and vocabulary are read each time there, and not outside
    assert len(queries) <= 4 + inside_a_transaction


def test_counts_pages_from_one() -> None:
    for _number in range(7):
        architect()

    pages = [ids(Criteria(words="architecte", page=page, page_size=3)) for page in (1, 2, 3, 4)]

    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert len({pk for page in pages for pk in page}) == 7
