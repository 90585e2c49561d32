import pytest

from directory.models import Trade
from directory.search import Criteria, search
from tests.directory.records import practises, professional

pytestmark = pytest.mark.django_db


def found(words: str) -> list[int]:
    return [hit.id for hit in search(Criteria(words=words)).hits]


@pytest.fixture
def architect():
    firm = professional("Atelier Fictif")
    practises(firm, Trade.objects.get(slug="architecte"))
    return firm


@pytest.mark.parametrize(
    "typed", ["architcte", "Architectes", "cabinet d'architecture", "CABINET D’ARCHITECTURE", "architecte"]
)
def test_understands_an_architect_however_typed(architect, typed):
    assert found(typed) == [architect.pk]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("moe", "moe"), ("dtg", "dtg"), ("pac", "pompe-a-chaleur"), ("poele a granulé", "chauffage-bois"),
        ("fenetres", "menuiseries"), ("isolation des combles", "isolation-combles"),
    ],
)  # fmt: skip
def test_understands_the_words_people_type(typed, slug):
    firm = professional("Atelier Fictif")
    practises(firm, Trade.objects.get(slug=slug))

    results = search(Criteria(words=typed))

    assert slug in results.understood.trades
    assert [hit.id for hit in results.hits] == [firm.pk]


def test_says_what_was_corrected(architect):
    (correction,) = search(Criteria(words="architcte")).understood.corrections

    assert (correction.typed, correction.read) == ("architcte", "architecte")


def test_finds_a_firm_by_its_name_although_it_holds_a_trade_word():
    toiture = professional("Toiture Delpech (fictif)")
    roofer = professional("Autre couvreur")
    practises(roofer, Trade.objects.get(slug="couverture"))

    assert found("toiture delpech")[0] == toiture.pk


def test_words_that_say_nothing_leave_everyone(architect):
    assert found("une entreprise") == [architect.pk]


def test_words_that_nobody_knows_find_no_one(architect):
    results = search(Criteria(words="xyzzyq"))

    assert results.total == 0
    assert [wider.change for wider in results.widened] == ["names"]
