"""Outlines of communes: what the project ships, and how it is served."""

import gzip
import json

import pytest
from django.test import Client

from territories.outlines import box_of, geojson_of, outlines_of
from territories.packing import _pack_outlines

TOULOUSE = "243100518"
ADDRESS = f"/api/v1/territories/{TOULOUSE}.geojson"


def test_ships_the_communes_of_the_metropole() -> None:
    outlines = outlines_of(TOULOUSE)

    assert len(outlines) == 37
    assert (outlines[0].code, outlines[0].name) == ("31555", "Toulouse")
    assert all(ring[0] == ring[-1] for outline in outlines for ring in outline.rings)


def test_holds_each_centre_inside_the_box_of_its_commune() -> None:
    for outline in outlines_of(TOULOUSE):
        west, south, east, north = box_of((outline,)) or (0, 0, 0, 0)

        assert west < outline.centre[0] < east, outline.name
        assert south < outline.centre[1] < north, outline.name


def test_ships_no_outline_of_a_body_elsewhere() -> None:
    assert outlines_of("200046977") == ()
    assert box_of(()) is None
    assert json.loads(geojson_of("200046977"))["features"] == []


def test_packs_the_outlines_of_a_department(tmp_path) -> None:
    square = [[1.0, 43.0], [1.1, 43.0], [1.1, 43.1], [1.0, 43.0]]
    about = {"code": "31001", "nom": "Ici", "epci": "200", "population": 12}
    feature = {"properties": about, "geometry": {"type": "MultiPolygon", "coordinates": [[square]]}}
    (tmp_path / "communes-31.geojson").write_text(json.dumps({"features": [feature]}))
    commune = ("31001", "Ici", "31000", "31", "200", "12", "43.05", "1.05", "")

    _pack_outlines(tmp_path / "communes-31.geojson", [commune], tmp_path / "outlines-31.json.gz")

    packed = json.loads(gzip.decompress((tmp_path / "outlines-31.json.gz").read_bytes()))
    assert packed == {"200": [["31001", "Ici", 12, [1.05, 43.05], [square]]]}


@pytest.mark.django_db
def test_serves_them_light_and_for_a_day(client: Client) -> None:
    response = client.get(ADDRESS, headers={"accept-encoding": "gzip"})

    assert response.status_code == 200
    assert response["Content-Type"] == "application/geo+json"
    assert "max-age=86400" in response["Cache-Control"]
    assert len(response.content) < 12_000
    assert len(json.loads(gzip.decompress(response.content))["features"]) == 37


@pytest.mark.django_db
def test_answers_304_to_those_who_know_them(client: Client) -> None:
    tag = client.get(ADDRESS)["ETag"]

    response = client.get(ADDRESS, headers={"if-none-match": tag})

    assert response.status_code == 304
    assert response.content == b""


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["200046977", "000000000"])
def test_refuses_a_territory_that_it_does_not_know(client: Client, code: str) -> None:
    response = client.get(f"/api/v1/territories/{code}.geojson")

    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"
