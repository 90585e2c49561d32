"""The front door."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now
from wagtail.models import Locale

from home.models import HomePage, StandardPage
from tests.directory.page_samples import trade
from tests.home import samples

pytestmark = pytest.mark.django_db


def read(client: Client, path: str = "/") -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def card_titles(section: Tag) -> list[str]:
    return [link.find(string=True) for link in section.select(".page-card__title a")]


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


def test_shows_what_is_new(client: Client, home: HomePage) -> None:
    samples.news(samples.news_index(home), "Une aide de plus")
    samples.event(samples.event_index(home), "Permanence", starts_at=now() + timedelta(days=9))
    samples.experience(samples.experience_index(home), "Les Tilleuls")

    page = read(client)

    sections = {section.h2.get_text(): card_titles(section) for section in page.select(".home section")}
    assert sections["Actualités"] == ["Une aide de plus"]
    assert sections["Agenda"] == ["Permanence"]
    assert sections["Ils ont rénové"] == ["Les Tilleuls"]
    addresses = {link["href"] for link in page.select("main a")}
    assert {"/actualites/", "/agenda/", "/experiences/"} <= addresses


def test_leaves_out_what_there_is_none_of(client: Client, home: HomePage) -> None:
    headings = {heading.get_text() for heading in read(client).select("main h2")}

    assert not headings & {"Actualités", "Agenda", "Ils ont rénové", "En chiffres"}


def test_leads_to_the_page_of_each_route_once_it_is_published(client: Client, home: HomePage) -> None:
    home.house_page = home.add_child(instance=StandardPage(title="Maison", slug="maison"))
    home.coownership_page = home.add_child(instance=StandardPage(title="Copropriété", slug="copro", live=False))
    home.save()

    links = [link["href"] for link in read(client).select(".routes a")]

    assert links == ["/maison/", "/annuaire/?logement=copropriete"]


def test_shows_numbers_with_their_date_and_source(client: Client, home: HomePage) -> None:
    figure = {"value": "1 240", "label": "logements rénovés", "source": "Observatoire", "date": date(2026, 6, 30)}
    home.numbers = [("figures", [figure])]
    home.save()

    told = samples.words(read(client), ".home-numbers li")

    assert told == "1 240 logements rénovés Source : Observatoire, au 30/06/2026"
