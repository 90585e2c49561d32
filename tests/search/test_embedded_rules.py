"""One rule of a search each, on firms made for it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from directory.models import Professional
from search.engines.base import EngineQuery
from search.engines.embedded import EmbeddedEngine
from search.models import Posting
from territories import places
from territories.place import Place
from tests.search import oracle
from tests.search.firms import draw_firms, firm, practise, prove, serve

pytestmark = pytest.mark.django_db


@pytest.fixture
def toulouse(db: None) -> tuple[Place, ...]:
    """Toulouse, as a searched place."""
    place = places.commune("31555")
    assert place
    return (place,)


def test_reads_many_chunks_in_one_more_query(toulouse: tuple[Place, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.engines.embedded.records.CHUNK", 8)
    draw_firms(80, seed=5)

    query = EngineQuery(
        today=localdate(), places=toulouse, trades=("isolation-combles", "ite"), stems=("isol",), limit=999
    )

    answer = EmbeddedEngine().search(query)

    assert [hit.id for hit in answer.hits] == [firm for firm, _tier, _km in oracle.answer(query).hits]
    assert Posting.objects.filter(chunks__gt=1).exists()


def test_lists_a_firm_once_when_two_areas_match(toulouse: tuple[Place, ...]) -> None:
    made = firm()
    practise(made, "ite")
    serve(made, "rayon", 30)
    serve(made, "commune", "31555")

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), places=toulouse, trades=("ite",)))

    assert [hit.id for hit in answer.hits] == [made.pk]
    assert answer.total == 1


def test_adds_up_the_trades_of_two_areas(toulouse: tuple[Place, ...]) -> None:
    made = firm()
    practise(made, "ite", "chauffage")
    serve(made, "rayon", 30, trade="ite")
    serve(made, "commune", "31555", trade="chauffage")

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), places=toulouse, trades=("ite",)))

    assert {facet.slug for facet in answer.facets.trades} == {"ite", "chauffage"}


def test_does_not_serve_a_place_for_a_trade_practised_elsewhere_only(toulouse: tuple[Place, ...]) -> None:
    made = firm()
    practise(made, "ite", "chauffage")
    serve(made, "departement", "31", trade="ite")
    serve(made, "departement", "81", trade="chauffage")

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), places=toulouse, trades=("chauffage",)))

    assert answer.total == 0


def test_a_radius_reaches_just_so_far(toulouse: tuple[Place, ...]) -> None:
    near = firm("Près", at=(43.6, 1.0))
    far = firm("Loin", at=(43.6, 1.0))
    for made in (near, far):
        practise(made, "ite")
    place = replace(toulouse[0], latitude=43.6, longitude=1.49)  # 39.5 km to the east
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
