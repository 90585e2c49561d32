"""The embedded engine answers as the definition of a search says it, checked firm by firm by `oracle`."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from pytest_django import DjangoDbBlocker

from directory.models import Professional
from search.engines.base import EngineQuery
from search.engines.embedded import EmbeddedEngine
from search.engines.lots import lots
from territories import places
from tests.search import oracle
from tests.search.firms import draw_firms, firm, practise, prove, serve

pytestmark = pytest.mark.django_db
EVERYWHERE, MANY = (), 10_000

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
        counted = {facet.slug: facet.count for facet in getattr(found.facets, kind)}
        assert counted == getattr(expected, kind), kind


@pytest.fixture(scope="module")
def firms(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> object:
    """Some hundreds of firms for all the comparisons, gone at their end."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        draw_firms(260, seed=31)
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
def test_counts_alone_when_no_hit_is_wanted() -> None:
    query = EngineQuery(today=localdate(), places=where("31555"), limit=0)

    answer = EmbeddedEngine().search(query)

    assert answer.total == EmbeddedEngine().search(replace(query, limit=20)).total > 0
    assert not answer.hits


@pytest.mark.usefixtures("firms")
@pytest.mark.parametrize("words", WORDS)
def test_costs_at_most_three_queries(words: str) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        EmbeddedEngine().search(EngineQuery(today=localdate(), places=where("31555"), **WORDS[words]))

    assert len(queries) <= 3


def test_reads_many_chunks_in_one_more_query(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.engines.embedded.records.CHUNK", 8)
    draw_firms(80, seed=5)

    compare(EngineQuery(today=localdate(), places=where("31555"), limit=MANY, **WORDS["several trades"]))


def test_lists_a_firm_once_when_two_areas_match() -> None:
    made = firm()
    practise(made, "ite")
    serve(made, "rayon", 30)
    serve(made, "commune", "31555")

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), places=where("31555"), trades=("ite",)))

    assert [hit.id for hit in answer.hits] == [made.pk]
    assert answer.total == 1


def test_adds_up_the_trades_of_two_areas() -> None:
    made = firm()
    practise(made, "ite", "chauffage")
    serve(made, "rayon", 30, trade="ite")
    serve(made, "commune", "31555", trade="chauffage")

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), places=where("31555"), trades=("ite",)))

    assert {facet.slug for facet in answer.facets.trades} == {"ite", "chauffage"}


def test_does_not_serve_a_place_for_a_trade_practised_elsewhere_only() -> None:
    made = firm()
    practise(made, "ite", "chauffage")
    serve(made, "departement", "31", trade="ite")
    serve(made, "departement", "81", trade="chauffage")

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), places=where("31555"), trades=("chauffage",)))

    assert answer.total == 0


def test_a_radius_reaches_just_so_far() -> None:
    near = firm("Près", at=(43.6, 1.0))
    far = firm("Loin", at=(43.6, 1.0))
    for made in (near, far):
        practise(made, "ite")
    place = replace(places.commune("31555"), latitude=43.6, longitude=1.49)  # 39.5 km to the east
    serve(near, "rayon", 40)
    serve(far, "rayon", 30)

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), places=(place,), trades=("ite",)))

    assert [hit.id for hit in answer.hits] == [near.pk]


def test_never_indexes_a_hidden_firm() -> None:
    made = firm("Cachée", status=Professional.Status.HIDDEN)
    practise(made, "ite")
    serve(made, "france")

    assert EmbeddedEngine().search(EngineQuery(today=localdate())).total == 0
    assert EmbeddedEngine().search(EngineQuery(today=localdate(), stems=("cach",), names=("cach",))).total == 0


def test_a_qualification_leaves_its_filter_the_day_after_it_ends() -> None:
    made = firm()
    practise(made, "ite")
    end = localdate() + timedelta(10)
    prove(made, "ite", ends=end)
    query = EngineQuery(today=end, trades=("ite",), labels=("rge",))

    assert EmbeddedEngine().search(query).total == 1
    assert EmbeddedEngine().search(replace(query, today=end + timedelta(1))).total == 0


def test_a_proof_of_another_trade_proves_nothing() -> None:
    made = firm()
    practise(made, "ite", "chauffage")
    prove(made, "chauffage")

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), trades=("ite",), labels=("rge",)))

    assert answer.total == 0
    assert EmbeddedEngine().search(EngineQuery(today=localdate(), labels=("rge",))).total == 1


def test_the_lot_is_the_same_all_day_and_another_the_next() -> None:
    import numpy as np

    ids = np.arange(1, 1000, dtype=np.uint32)
    today = date(2026, 5, 4)

    assert (lots(ids, today) == lots(ids, today)).all()
    assert (np.argsort(lots(ids, today)) != np.argsort(lots(ids, today + timedelta(1)))).mean() > 0.9


def test_no_two_firms_draw_the_same_lot() -> None:
    import numpy as np

    ids = np.arange(1, 200_000, dtype=np.uint32)

    assert len(np.unique(lots(ids, date(2026, 5, 4)))) == len(ids)


def test_the_shuffle_is_fair_over_its_cycle() -> None:
    import numpy as np

    ids = np.arange(1, 201, dtype=np.uint32)
    ranks = [np.argsort(np.argsort(lots(ids, date(2026, 5, 4) + timedelta(day)))) for day in range(31)]

    mean = np.mean(ranks, axis=0) / (len(ids) - 1)

    assert 0.45 < mean.min()
    assert mean.max() < 0.55


def test_of_two_firms_each_comes_first_on_half_of_the_days() -> None:
    import numpy as np

    ids = np.arange(1, 101, dtype=np.uint32)
    drawn = np.array([lots(ids, date(2026, 5, 4) + timedelta(day)) for day in range(31)])

    wins = (drawn[:, :, None] < drawn[:, None, :]).sum(axis=0)[np.triu_indices(100, 1)]

    assert set(wins.tolist()) == {15, 16}
