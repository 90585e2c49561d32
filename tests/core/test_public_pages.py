"""The pages and files that any site owes its readers."""

import re
from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.timezone import now

from directory.models.corrections import KEPT_MONTHS
from tests.directory.page_samples import firm

pytestmark = pytest.mark.django_db
PLAIN = ["/mentions-legales/", "/donnees-personnelles/", "/accessibilite/", "/plan-du-site/"]


@pytest.mark.parametrize("path", PLAIN)
def test_says_in_one_heading_and_a_title_what_the_page_is(client: Client, path: str) -> None:
    page = BeautifulSoup(client.get(path).content, "html.parser")

    (heading,) = page.select("h1")
    assert page.title.get_text().startswith(heading.get_text())
    assert page.select_one("link[rel=canonical]")["href"] == f"http://testserver{path}"
    assert page.html["lang"] == "fr"


@pytest.mark.parametrize("path", PLAIN)
def test_links_only_to_pages_that_answer(client: Client, path: str) -> None:
    page = BeautifulSoup(client.get(path).content, "html.parser")

    links = {link["href"] for link in page.select("a[href^='/']")}

    assert {link: status for link in links if (status := client.get(link).status_code) != 200} == {}


@pytest.mark.parametrize("path", PLAIN)
def test_reads_nothing_but_the_generation_and_sets_no_cookie(
    client: Client, path: str, settings, django_assert_num_queries
) -> None:
    settings.PAGE_CACHE_SECONDS = 0
    client.get(path)

    with django_assert_num_queries(1):
        response = client.get(path)

    assert not response.cookies


def test_says_how_long_corrections_are_kept(client: Client) -> None:
    assert f"gardés {KEPT_MONTHS} mois" in client.get("/donnees-personnelles/").content.decode()


def test_names_who_runs_the_site_when_the_installation_says(client: Client, settings) -> None:
    settings.SITE_OPERATOR = "l’ADIL 31"

    assert "édité par l’ADIL 31" in client.get("/mentions-legales/").content.decode()


def test_tells_honestly_that_no_audit_was_made(client: Client) -> None:
    page = BeautifulSoup(client.get("/plan-du-site/").content, "html.parser")

    assert "Accessibilité : non conforme" in page.footer.get_text()


def test_keeps_the_security_contact_fresh(client: Client) -> None:
    text = client.get("/.well-known/security.txt").content.decode()

    expires = datetime.fromisoformat(re.search(r"^Expires: (.+)$", text, re.MULTILINE)[1])
    assert now() + timedelta(days=30) < expires < now() + timedelta(days=365)
    assert re.search(r"^Contact: https?://", text, re.MULTILINE)


def test_sends_crawlers_to_the_map_and_away_from_the_back_office(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /gestion/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_maps_the_directory_and_every_real_sheet(client: Client) -> None:
    real, invented, hidden = firm(fictitious=False), firm(), firm(fictitious=False, status="masque")

    index = client.get("/sitemap.xml").content.decode()
    parts = "".join(
        client.get(part).content.decode() for part in re.findall(r"<loc>http://testserver(.+?)</loc>", index)
    )

    assert "<loc>http://testserver/annuaire/</loc>" in parts
    assert real.get_absolute_url() in parts
    assert invented.get_absolute_url() not in parts
    assert hidden.get_absolute_url() not in parts


def test_indexes_many_sheets_without_reading_them(client: Client, settings, django_assert_max_num_queries) -> None:
    settings.PAGE_CACHE_SECONDS = 0
    for number in range(5):
        firm(f"Atelier {number}", fictitious=False)

    with django_assert_max_num_queries(12) as queries:
        client.get("/sitemap.xml")

    assert not [query for query in queries if '"name" FROM "directory_professional"' in query["sql"]]
