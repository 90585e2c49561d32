"""The front door."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from tests.directory.page_samples import trade

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(settings) -> HomePage:
    settings.PAGE_CACHE_SECONDS = 0
    page = Page.objects.get(depth=1).add_child(
        instance=HomePage(title="Rénover chez soi", slug="porte", summary="Dites ce que vous cherchez.")
    )
    Site.objects.update(root_page=page)
    Site.clear_site_root_paths_cache() if hasattr(Site, "clear_site_root_paths_cache") else None
    return page


def read(client: Client, path: str = "/") -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_puts_the_search_box_first(client: Client, home: HomePage) -> None:
    main = read(client).main

    assert main.h1.get_text() == "Rénover chez soi"
    assert main.form["action"] == "/annuaire/"
    assert [field["name"] for field in main.select("input[type=text]")] == ["q", "lieu"]


def test_leads_to_both_routes(client: Client, home: HomePage) -> None:
    links = {link["href"] for link in read(client).select(".routes a")}

    assert links == {"/annuaire/?logement=maison", "/annuaire/?logement=copropriete"}


def test_offers_the_trades_people_look_for(client: Client, home: HomePage) -> None:
    trade("dtg", "Diagnostic technique global")
    trade("metier-rare", "Métier rare")

    links = {link["href"]: link.get_text() for link in read(client).select(".popular a")}

    assert links["/annuaire/?metier=dtg"] == "Diagnostic technique global"
    assert "/annuaire/?metier=metier-rare" not in links


def test_gives_a_telephone_and_its_hours(client: Client, home: HomePage) -> None:
    page = read(client)

    assert page.select_one("main .phone")["href"] == "tel:0808800700"
    assert "de 9 h à 18 h" in page.main.get_text()


def test_links_to_its_translation_once_it_is_published(client: Client, home: HomePage) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    assert not read(client).select("nav a[hreflang]")

    translated = home.copy_for_translation(english)
    translated.title = "Renovate your home"
    translated.save_revision().publish()

    assert [link["href"] for link in read(client).select("nav a[hreflang]")] == ["/en/"]
    assert read(client, "/en/").html["lang"] == "en"
    assert read(client, "/en/").h1.get_text() == "Renovate your home"


def test_reads_the_database_little(client: Client, home: HomePage) -> None:
    client.get("/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/")

    assert len(queries) <= 12
