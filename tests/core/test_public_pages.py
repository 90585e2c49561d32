"""The pages and files that any site owes its readers."""

import re
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils.timezone import now

from core.views import BAND, SURFACE
from home.models import HomePage
from tests.directory.page_samples import firm

pytestmark = pytest.mark.django_db


def test_keeps_the_security_contact_fresh(client: Client) -> None:
    text = client.get("/.well-known/security.txt").content.decode()

    expires = datetime.fromisoformat(re.search(r"^Expires: (.+)$", text, re.MULTILINE)[1])
    assert now() + timedelta(days=30) < expires < now() + timedelta(days=365)
    assert re.search(r"^Contact: https?://", text, re.MULTILINE)


def test_sends_crawlers_to_the_map_and_away_from_the_back_office(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /gestion/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_tells_telephones_how_to_keep_the_site(client: Client, home: HomePage) -> None:
    response = client.get("/manifest.webmanifest")

    told = response.json()
    assert response["Content-Type"] == "application/manifest+json"
    assert (told["short_name"], told["start_url"], told["lang"]) == ("Rénov’ Guichet", "/", "fr")
    assert [finders.find(icon["src"].removeprefix("/static/")) is not None for icon in told["icons"]] == [True, True]


def test_paints_the_telephone_s_bar_with_the_site_s_own_colours() -> None:
    tokens = (settings.ROOT / "static" / "css" / "tokens.css").read_text()

    assert f"--band: {BAND};" in tokens
    assert f"--surface: {SURFACE};" in tokens


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
