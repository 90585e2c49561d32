"""What a new directory starts with, and that a load never undoes what staff did."""

import pytest

from directory.models import QualificationDomain, Trade, TradeSynonym
from directory.models.trades import MAX_TRADES
from directory.reference import Loaded, load_reference_data, rows

pytestmark = pytest.mark.django_db


def load() -> Loaded:
    return load_reference_data(trade_model=Trade, synonym_model=TradeSynonym, domain_model=QualificationDomain)


def test_migrations_give_every_trade_its_line_as_bit() -> None:
    expected = {row["slug"]: line for line, row in enumerate(rows("trades"))}

    assert dict(Trade.objects.values_list("slug", "bit")) == expected
    assert max(expected.values()) < MAX_TRADES


def test_migrations_give_synonyms_and_domains() -> None:
    assert TradeSynonym.objects.count() == len(list(rows("synonyms")))
    assert QualificationDomain.objects.count() == 30
    assert not QualificationDomain.objects.filter(trades=None).exists()


def test_shipped_rows_pass_the_validation_of_the_back_office() -> None:
    for record in [*Trade.objects.all(), *TradeSynonym.objects.all(), *QualificationDomain.objects.all()]:
        record.full_clean()


def test_spells_domains_as_the_public_list_does() -> None:
    names = set(QualificationDomain.objects.values_list("name", flat=True))

    assert "Isolation par l'intérieur des murs ou rampants de toitures  ou plafonds" in names
    assert "Commisionnement" in names


def test_loads_nothing_twice() -> None:
    assert load() == Loaded(trades=0, synonyms=0, domains=0)


def test_leaves_what_staff_edited_alone() -> None:
    Trade.objects.filter(slug="moe").update(label="Chef d’orchestre", for_houses=False)
    TradeSynonym.objects.filter(trade__slug="moe").delete()
    QualificationDomain.objects.get(name="Architecte").trades.clear()

    load()

    assert Trade.objects.get(slug="moe").label == "Chef d’orchestre"
    assert not TradeSynonym.objects.filter(trade__slug="moe").exists()
    assert not QualificationDomain.objects.get(name="Architecte").trades.exists()


def test_creates_a_missing_trade_with_its_synonyms_and_its_bit() -> None:
    Trade.objects.get(slug="syndic").delete()
    Trade.objects.filter(slug="moe").update(bit=40)  # so that a lower bit than its own is free

    loaded = load()

    assert loaded.trades == 1
    assert loaded.synonyms == sum(row["slug"] == "syndic" for row in rows("synonyms"))
    assert Trade.objects.get(slug="syndic").bit == 30


def test_gives_a_free_bit_when_staff_took_the_usual_one() -> None:
    Trade.objects.get(slug="syndic").delete()
    Trade.objects.create(slug="ramonage-collectif", label="Ramonage collectif")

    load()

    assert Trade.objects.get(slug="ramonage-collectif").bit == 30
    assert Trade.objects.get(slug="syndic").bit == 33
