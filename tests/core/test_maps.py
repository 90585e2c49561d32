"""What maps are drawn on: nothing of anybody else's, unless an installation chose it."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from config.settings.maps import background
from core import maps
from home.models import HomePage, PrivacyPage


def test_calls_nobody_by_default() -> None:
    assert maps.tiles() is None
    assert background("") == ([], [])


@pytest.mark.parametrize(("name", "host"), [("ign", "data.geopf.fr"), ("osm", "tile.openstreetmap.fr")])
def test_names_the_host_that_an_installation_chose(monkeypatch: pytest.MonkeyPatch, name: str, host: str) -> None:
    chosen, hosts = background(name)
    monkeypatch.setitem(maps.app_settings, "TILES", chosen)

    tiles = maps.tiles()

    assert tiles is not None
    assert tiles.host == host
    assert all(address.endswith(host) for address in hosts)
    assert tiles.attribution


@pytest.mark.django_db
def test_names_the_host_on_the_privacy_page(client: Client, home: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    home.add_child(instance=PrivacyPage(title="Données personnelles", slug="donnees-personnelles"))
    silent = client.get("/donnees-personnelles/").content.decode()
    monkeypatch.setitem(maps.app_settings, "TILES", background("ign")[0])

    told = client.get("/donnees-personnelles/").content.decode()

    assert "data.geopf.fr" not in silent
    assert "data.geopf.fr" in told


def test_refuses_a_background_that_it_does_not_know() -> None:
    with pytest.raises(ImproperlyConfigured, match="MAP_TILES"):
        background("google")
