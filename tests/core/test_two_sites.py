"""Two territories on one installation: each host has its own shop, menus and idea of what is inside."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from core.models import AccessibilityAudit
from tests.core.shop_samples import LYON, alert, home, link, page, settings_of

pytestmark = pytest.mark.django_db
NORTH = {"headers": {"host": "lyon.example"}}


@pytest.fixture
def sites(settings):
    settings.ALLOWED_HOSTS = ["testserver", "lyon.example"]
    south, north = home(), home("Rénover à Lyon", "lyon", "lyon.example")
    south_row = settings_of(south, name="Toit d’Autan")
    north_row = settings_of(
        north, name="Toit des Canuts", palette="pastel", territory_name="Grand Lyon", territory_code=LYON
    )
    return south_row, north_row


def read(client: Client, path: str, **extra) -> BeautifulSoup:
    return BeautifulSoup(client.get(path, **extra).content, "html.parser")


@pytest.mark.parametrize("path", ["/", "/annuaire/", "/plan-du-site/", "/nulle-part/"])
def test_each_host_shows_its_own_shop(client, sites, path):
    south, north = read(client, path), read(client, path, **NORTH)

    assert [html.select_one(".brand__name").get_text() for html in (south, north)] == [
        "Toit d’Autan",
        "Toit des Canuts",
    ]
    assert [html.html["data-palette"] for html in (south, north)] == ["brique", "pastel"]


def test_each_host_has_its_own_menu_alert_and_audit(client, sites):
    _south_row, north_row = sites
    link(north_row, page=page(north_row.site.root_page, "Nos permanences"))
    alert(north_row, "Fermé à Lyon.", ends="2999-01-01")
    AccessibilityAudit.objects.create(site=north_row.site, done_on="2026-05-01", auditor="Z", percent=70)

    south, north = read(client, "/annuaire/"), read(client, "/annuaire/", **NORTH)

    assert north.select_one(".site-nav a")["href"] == "/nos-permanences/"
    assert "Nos permanences" not in south.get_text()
    assert (len(south.select(".alert")), len(north.select(".alert"))) == (0, 1)
    assert "partiellement" in north.footer.get_text()
    assert "partiellement" not in south.footer.get_text()


def test_a_link_to_a_page_of_the_other_site_names_its_host(client, sites):
    south_row, north_row = sites
    link(south_row, page=page(north_row.site.root_page, "Chez nos voisins"))

    assert read(client, "/annuaire/").select_one(".site-nav a")["href"] == "http://lyon.example/chez-nos-voisins/"


def test_an_unknown_host_that_is_answered_shows_the_default_site(client, sites, settings):
    settings.ALLOWED_HOSTS = ["*"]

    assert read(client, "/annuaire/", headers={"host": "autre.example"}).select_one(".brand__name").get_text() == (
        "Toit d’Autan"
    )


def outside(client: Client, place: str, **extra) -> list[str]:
    page = read(client, f"/annuaire/?lieu={place}", **extra)
    return [one.get_text() for one in page.select(".notice strong") if " est hors de " in one.get_text()]


def test_each_site_has_its_own_idea_of_what_is_outside(client, sites):
    assert outside(client, "31130+Balma") == []
    assert outside(client, "31130+Balma", **NORTH) == ["Balma (31130) est hors de Grand Lyon."]
    assert outside(client, "69100", **NORTH) == []
    assert outside(client, "69100") == ["Villeurbanne (69100) est hors de Toulouse Métropole."]


def test_the_api_tells_inside_from_outside_for_its_own_site(client, sites):
    def inside(**extra) -> set[bool]:
        choices = client.get("/api/v1/professionals/?lieu=31140", **extra).json()["choices"]
        return {choice["inside"] for choice in choices}

    assert inside() == {True, False}
    assert inside(**NORTH) == {False}


def test_suggestions_know_the_territory_of_their_site(client, sites):
    def first(text: str, **extra) -> dict:
        return client.get("/api/v1/places/", {"q": text}, **extra).json()["results"][0]

    assert first("villeurbanne")["inside"] is False
    assert first("villeurbanne", **NORTH)["inside"] is True


def test_each_site_puts_its_own_communes_first(client, sites):
    def names(**extra) -> list[str]:
        found = client.get("/api/v1/places/", {"q": "saint"}, **extra).json()["results"]
        return [place["department"] for place in found if place["inside"]]

    assert set(names()) == {"31"}
    assert set(names(**NORTH)) == {"69"}


def test_follows_a_change_of_territory(client, sites):
    south_row, _north = sites
    assert outside(client, "31130+Balma") == []

    south_row.territory_code, south_row.territory_name = LYON, "Grand Lyon"
    south_row.save()

    assert outside(client, "31130+Balma") == ["Balma (31130) est hors de Grand Lyon."]
