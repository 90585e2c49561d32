"""Alerts: above every page, until their day is over."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.core.shop_samples import alert, home, page, settings_of

pytestmark = pytest.mark.django_db
PAGES = ["/", "/annuaire/", "/plan-du-site/", "/nulle-part/"]


@pytest.fixture
def row(time_machine):
    time_machine.move_to("2026-11-24 12:00 +0100")
    return settings_of(home())


def banners(client: Client, path: str = "/annuaire/") -> list[str]:
    html = BeautifulSoup(client.get(path).content, "html.parser")
    return [" ".join(one.get_text(" ").split()) for one in html.select(".alert")]


@pytest.mark.parametrize("path", PAGES)
def test_stands_above_every_page_with_its_last_day(client, row, path):
    alert(row, "Le guichet est fermé lundi.")

    assert banners(client, path) == ["Information Le guichet est fermé lundi. Jusqu’au 24 novembre 2026"]


@pytest.mark.parametrize("path", PAGES)
def test_leaves_by_itself_the_day_after(client, row, path, time_machine):
    alert(row, ends=date(2026, 11, 24))
    assert len(banners(client, path)) == 1

    time_machine.move_to("2026-11-25 00:01 +0100")

    assert banners(client, path) == []


def test_comes_as_soon_as_it_is_saved_even_on_pages_kept_in_memory(client, row):
    assert banners(client) == []

    alert(row, "Nouvelle aide.")

    assert len(banners(client)) == 1


def test_speaks_to_one_language_when_staff_say_so(client, row):
    alert(row, "En français seulement.", language="fr")

    assert len(banners(client, "/annuaire/")) == 1
    assert banners(client, "/en/annuaire/") == []


def test_leads_to_a_page_while_that_page_is_published(client, row):
    target = page(row.site.root_page, "Fermetures")
    alert(row, page=target)
    assert "Fermetures" in banners(client)[0]

    target.unpublish()

    assert "Fermetures" not in banners(client)[0]


def test_tells_a_warning_from_news_in_words(client, row):
    alert(row, level="warning")

    assert banners(client)[0].startswith("Attention")


def test_shows_markup_as_text(client, row):
    alert(row, "<script>alert(1)</script> {{ 7*7 }}")

    assert banners(client)[0].startswith("Information <script>alert(1)</script> {{ 7*7 }}")
