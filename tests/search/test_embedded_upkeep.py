"""The index follows the directory in the same transaction: every edit is seen at once, nothing drifts."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from core.models import Generation
from directory.models import Professional, QualificationDomain, ServiceArea, Trade
from directory.signals import professionals_changed
from search import index
from search.engines.base import EngineQuery
from search.engines.embedded import EmbeddedEngine
from search.models import IndexedFirm, NameWords, Posting
from tests.search.firms import draw_firms, firm, practise, prove, serve

pytestmark = pytest.mark.django_db


def found(**query: object) -> list[int]:
    return [hit.id for hit in EmbeddedEngine().search(EngineQuery(today=localdate(), **query)).hits]


def whole_index() -> tuple[list, list, list]:
    """Give every row of the index, chunks put together: how many there are depends on what was before."""
    chunks: dict[int, list[bytes]] = {}
    for number, data in Posting.objects.order_by("id").values_list("id", "data"):
        chunks.setdefault(number >> 12, []).append(bytes(data))
    words = [(row.id, row.words, bytes(row.counts)) for row in NameWords.objects.order_by("id")]
    firms = [(row.id, bytes(row.keys), row.words) for row in IndexedFirm.objects.order_by("id")]
    return sorted((key, sorted(parts)) for key, parts in chunks.items()), words, firms


def test_an_edit_is_seen_at_once() -> None:
    made = firm("Atelier Fabre")

    made.name = "Atelier Lacroix"
    made.save()

    assert found(stems=("fabr",), names=("fabr",)) == []
    assert found(stems=("lacroix",), names=("lacroix",)) == [made.pk]


def test_a_new_trade_and_a_removed_one_are_seen_at_once() -> None:
    made = firm()

    practise(made, "ite")

    assert found(trades=("ite",)) == [made.pk]
    made.professional_trades.all().delete()
    assert found(trades=("ite",)) == []


def test_an_area_is_seen_at_once() -> None:
    from territories import places

    made = firm()
    albi = (places.commune("81004"),)

    serve(made, "departement", "81")

    assert found(places=albi) == [made.pk]
    ServiceArea.objects.get().delete()
    assert found(places=albi) == []


def test_a_hidden_firm_leaves_and_comes_back() -> None:
    made = firm()

    made.status = Professional.Status.HIDDEN
    made.save()

    assert found() == []
    assert not IndexedFirm.objects.exists()
    made.status = Professional.Status.PUBLISHED
    made.save()
    assert found() == [made.pk]


def test_a_deleted_firm_leaves_nothing_behind() -> None:
    before = whole_index()
    made = firm("Xavier Inoubliable")
    practise(made, "ite")
    serve(made)
    prove(made, "ite")

    made.delete()

    after = whole_index()
    assert after[1:] == before[1:]
    assert [key for key, _parts in after[0] if key] == []  # key 0 notes the day


def test_mapping_a_domain_to_another_trade_is_followed() -> None:
    made = firm()
    practise(made, "ite", "chauffage")
    prove(made, "ite")
    domain = QualificationDomain.objects.get(name="Domaine fictif ite")

    domain.trades.set(Trade.objects.filter(slug="chauffage"))

    assert found(trades=("ite",), labels=("rge",)) == []
    assert found(trades=("chauffage",), labels=("rge",)) == [made.pk]


def test_clearing_a_domain_from_the_trade_is_followed() -> None:
    made = firm()
    practise(made, "ite")
    prove(made, "ite")

    Trade.objects.get(slug="ite").qualification_domains.clear()

    assert found(labels=("rge",)) == []
    assert found() == [made.pk]


def test_what_is_rolled_back_leaves_the_index_as_it_was() -> None:
    made = firm("Atelier Fabre")
    practise(made, "ite")
    before = whole_index()

    with transaction.atomic():
        made.name = "Atelier Lacroix"
        made.save()
        index.rebuild()
        transaction.set_rollback(True)

    assert whole_index() == before


def test_edit_after_edit_gives_the_same_index_as_making_it_again() -> None:
    draw_firms(60, seed=8)
    for number, made in enumerate(Professional.objects.order_by("pk")):
        match number % 4:
            case 0:
                made.delete()
            case 1:
                made.status = Professional.Status.HIDDEN
                made.save()
            case 2:
                made.name += " Renommée"
                made.save()

    edited = whole_index()
    index.rebuild()

    assert whole_index() == edited


def test_chunks_that_grow_are_cut_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.engines.embedded.records.CHUNK", 4)
    for number in range(30):
        made = firm(f"Atelier {number}")
        practise(made, "ite")

    answer = EmbeddedEngine().search(EngineQuery(today=localdate(), trades=("ite",), stems=("ateli",), limit=99))

    assert {hit.id for hit in answer.hits} == set(Professional.objects.values_list("pk", flat=True))
    assert answer.total == 30
    assert max(Posting.objects.values_list("chunks", flat=True)) >= 8


def test_gathering_files_a_firm_once() -> None:
    with index.gathering():
        made = firm()
        practise(made, "ite", "chauffage")
        serve(made)
        before_the_end = found()

    assert before_the_end == []
    assert found() == [made.pk]


def _fail_while_gathering() -> None:
    with index.gathering():
        firm()
        raise ValueError("too long")


def test_gathering_that_fails_leaves_nothing() -> None:
    with pytest.raises(ValueError, match="too long"):
        _fail_while_gathering()

    assert found() == []
    made = firm()  # and the next save is followed again
    assert found() == [made.pk]


def test_follows_bulk_writes_that_are_told() -> None:
    made = Professional.objects.bulk_create([Professional(name=f"Fictive {number}") for number in range(3)])
    assert found() == []

    professionals_changed.send(sender=None, ids=[each.pk for each in made])

    assert sorted(found()) == sorted(each.pk for each in made)


def test_makes_all_again_when_any_firm_may_have_changed() -> None:
    made = Professional.objects.bulk_create([Professional(name="Fictive")])

    professionals_changed.send(sender=None, ids=None)

    assert found() == [made[0].pk]


def test_what_readers_see_changes_its_generation() -> None:
    made = firm()
    before = Generation.current()

    made.phone = "05 00 00 00 00"
    made.save()

    assert Generation.current() > before


def test_refreshing_takes_up_what_began_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    made = firm()
    practise(made, "ite")
    start = localdate() + timedelta(5)
    prove(made, "ite", starts=start)
    monkeypatch.setattr(index, "localdate", lambda: start)

    index.refresh()

    query = EngineQuery(today=start, trades=("ite",), labels=("rge",))
    with CaptureQueriesContext(connection) as queries:
        assert EmbeddedEngine().search(query).total == 1
    assert not any("directory_qualification" in query["sql"] for query in queries)


def test_an_edit_costs_few_queries() -> None:
    made = firm("Atelier Fabre")
    practise(made, "ite", "chauffage")
    serve(made)

    with CaptureQueriesContext(connection) as queries:
        index.index([made.pk])

    assert len(queries) <= 16
