import pytest

from core.models import Generation
from directory.models import Trade, TradeSynonym

pytestmark = pytest.mark.django_db


def test_a_new_word_for_a_trade_ends_the_pages_kept_in_memory():
    before = Generation.current()

    TradeSynonym.objects.create(trade=Trade.objects.get(slug="dtg"), phrase="diagnostic de la résidence")

    assert Generation.current() > before


def test_renaming_a_trade_ends_the_pages_kept_in_memory():
    before = Generation.current()

    Trade.objects.get(slug="dtg").save()

    assert Generation.current() > before
