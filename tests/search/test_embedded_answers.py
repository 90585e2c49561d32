"""The embedded engine answers as the definition of a search says it, checked firm by firm by `oracle`."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from pytest_django import DjangoDbBlocker

from search.engines.base import EngineQuery
from search.engines.embedded import EmbeddedEngine
from territories import places
from tests.search import oracle
from tests.search.firms import draw_firms

pytestmark = pytest.mark.django_db
MANY = 10_000

WORDS = {
    "everyone": {},
    "one trade": {"trades": ("architecte",), "stems": ("architect",)},
    "several trades": {"trades": ("isolation-combles", "ite"), "stems": ("isol",)},
    "a trade and a name": {"trades": ("chauffage",), "stems": ("chauffag", "martin"), "names": ("martin",)},
    "a name": {"stems": ("fabr",), "names": ("fabr",)},
    "two names": {"stems": ("fabr", "martin"), "names": ("fabr", "martin")},
    "a name and a weak word": {"stems": ("maison", "roux"), "names": ("roux",)},
    "a name that nobody has": {"stems": ("xyzzy",), "names": ("xyzzy",)},
}
FILTERS = {
    "no filter": {},
    "one ticked": {"ticked": ("chauffage",)},
    "two ticked": {"ticked": ("ite", "couverture"), "labels": ("rge",)},
    "houses": {"housing": "maison"},
    "rge": {"labels": ("rge",)},
    "all": {"ticked": ("ite", "isolation-combles"), "housing": "copropriete", "labels": ("rge", "charte")},
}


def where(*codes: str) -> tuple:
    return tuple(places.commune(code) if len(code) == 5 else places.department(code) for code in codes)


PLACES = {
    "everywhere": (),
    "Toulouse": ("31555",),
    "Albi": ("81004",),
    "an arrondissement": ("75101",),
    "a commune without centre": ("15031",),
    "two communes": ("31555", "31044"),
    "a department": ("31",),
    "two departments": ("31", "81"),
    "a department and a commune": ("81", "31555"),
}


def compare(query: EngineQuery) -> None:
    expected = oracle.answer(query)

    found = EmbeddedEngine().search(query)

    assert [(hit.id, hit.tier) for hit in found.hits] == [(firm, tier) for firm, tier, _km in expected.hits]
    assert [hit.distance_km for hit in found.hits] == pytest.approx([km for *_firm, km in expected.hits], abs=1e-6)
    assert found.total == len(expected.hits)
    assert [point.id for point in found.points] == expected.points
    for kind in ("trades", "labels", "housing"):
        counted = {facet.slug: facet.kept for facet in getattr(found.facets, kind)}
        assert counted == getattr(expected, kind), kind


@pytest.fixture(scope="module")
def firms(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> object:
    """Some hundreds of firms for all the comparisons, gone at their end."""
    with django_db_blocker.unblock(), transaction.atomic():
        draw_firms(180, seed=31)
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.usefixtures("firms")
def test_answers_as_defined(place: str, filters: str) -> None:
    for words in WORDS.values():
        query = EngineQuery(today=localdate(), places=where(*PLACES[place]), limit=MANY, **words, **FILTERS[filters])

        compare(query)


@pytest.mark.usefixtures("firms")
@pytest.mark.parametrize("days", [-401, -30, 1, 31, 60, 500])
def test_answers_for_another_day_without_any_reindexing(days: int) -> None:
    today = localdate() + timedelta(days)
    for words, label in product(("everyone", "several trades", "a name"), ((), ("rge",))):
        compare(EngineQuery(today=today, places=where("31555"), limit=MANY, labels=label, **WORDS[words]))


@pytest.mark.usefixtures("firms")
@pytest.mark.parametrize("place", PLACES)
def test_orders_by_distance(place: str) -> None:
    compare(EngineQuery(today=localdate(), places=where(*PLACES[place]), limit=MANY, order="distance"))


@pytest.mark.usefixtures("firms")
def test_pages_are_slices_of_one_order() -> None:
    query = EngineQuery(today=localdate(), places=where("31555"), limit=MANY)
    whole = EmbeddedEngine().search(query)

    pages = [EmbeddedEngine().search(replace(query, offset=start, limit=7)) for start in range(0, whole.total + 7, 7)]

    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert all((page.total, page.facets, page.points) == (whole.total, whole.facets, whole.points) for page in pages)


@pytest.mark.usefixtures("firms")
def test_counts_several_queries_from_one_reading() -> None:
    here = EngineQuery(today=localdate(), places=where("31555"), **WORDS["a trade and a name"])
    queries = [here, replace(here, names=(), stems=()), replace(here, places=()), replace(here, labels=("rge",))]

    with CaptureQueriesContext(connection) as made:
        counts = EmbeddedEngine().counts(queries)

    assert counts == [EmbeddedEngine().search(query).total for query in queries]
    assert len([query for query in made if "search_posting" in query["sql"]]) == 1


@pytest.mark.usefixtures("firms")
@pytest.mark.parametrize("words", WORDS)
def test_costs_at_most_three_queries(words: str) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        EmbeddedEngine().search(EngineQuery(today=localdate(), places=where("31555"), **WORDS[words]))

    assert len(queries) <= 3
