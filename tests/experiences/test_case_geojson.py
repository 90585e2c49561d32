"""The cases as GeoJSON: light, known by its tag, and no more precise than its holders allow."""

import gzip
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from core.pictures.renditions import prepare
from experiences.models import ExperienceIndexPage, ExperiencePage
from home.models import HomePage
from tests.experiences.case_samples import case, figures, many
from tests.home.samples import experience, experience_index, picture

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/experiences.geojson"
MAX_QUERIES = 10


@pytest.fixture
def index(home: HomePage) -> ExperienceIndexPage:
    return experience_index(home)


def told(client: Client, query: str = "") -> list[dict[str, Any]]:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200, response.content
    return response.json()["features"]


def test_tells_what_a_marker_and_its_card_show(client: Client, index: ExperienceIndexPage) -> None:
    page = case(index, "Les Tilleuls", "ite", precision="exact", dwellings=40, for_houses=False, **figures(300, 150))

    (feature,) = told(client)

    about = feature["properties"]
    assert feature["id"] == page.pk
    assert feature["geometry"] == {"type": "Point", "coordinates": [1.4442, 43.6047]}
    assert about["name"] == "Les Tilleuls, Toulouse, étiquette C, 40 logements"
    assert about["url"] == page.get_url()
    assert (about["label_before"], about["label_after"], about["gain_percent"]) == ("E", "C", 50)
    assert (about["works"], about["housing"]) == (["ite"], ["copropriete"])


@pytest.mark.parametrize("precision", ["street", "quarter"])
def test_never_tells_where_it_is_exactly(client: Client, index: ExperienceIndexPage, precision: str) -> None:
    case(index, address="12 rue des Lilas", latitude=43.61234, longitude=1.43219, precision=precision)

    text = client.get(ADDRESS).content.decode()

    assert "43.61234" not in text
    assert "1.43219" not in text
    assert "Lilas" not in text


def test_names_each_case_apart(client: Client, index: ExperienceIndexPage) -> None:
    for _n in range(3):
        case(index, "Les Tilleuls")

    names = [feature["properties"]["name"] for feature in told(client)]

    assert len(set(names)) == 3


def test_keeps_a_case_that_has_no_position(client: Client, index: ExperienceIndexPage) -> None:
    experience(index, "Sans lieu")

    (feature,) = told(client)

    assert feature["geometry"] is None


def test_gives_the_picture_that_was_made(client: Client, index: ExperienceIndexPage) -> None:
    facade = picture()
    prepare(facade)
    case(index, picture=facade)

    (feature,) = told(client)

    assert feature["properties"]["picture"].startswith("/media/")


def test_leaves_out_what_nobody_may_read(client: Client, index: ExperienceIndexPage) -> None:
    case(index, "Brouillon", live=False)
    restricted = case(index, "Réservé")
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)
    case(index, "Public")

    assert [feature["properties"]["title"] for feature in told(client)] == ["Public"]


def test_answers_304_to_those_who_know_it_and_the_whole_after_a_change(
    client: Client, index: ExperienceIndexPage
) -> None:
    page = case(index)
    tag = client.get(ADDRESS)["ETag"]

    again = client.get(ADDRESS, headers={"if-none-match": tag})
    ExperiencePage.objects.get(pk=page.pk).unpublish()
    changed = client.get(ADDRESS, headers={"if-none-match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    assert changed.json()["features"] == []


def test_asks_browsers_to_come_back_each_time(client: Client, index: ExperienceIndexPage) -> None:
    assert client.get(ADDRESS)["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize(
    "query",
    [
        "bbox=1.5,43.5,1.4,43.7", "bbox=1.4,43.7,1.5,43.5", "bbox=NaN,43,2,44", "bbox=1e400,43,2,44",
        "bbox=-1e400,43,2,44", "bbox=1,2,3,4,5", "bbox=1,2,3", "bbox=a,b,c,d", "bbox=1,43,200,44", "bbox=,,,",
        "bbox=1,43,1,43", "lat=91", "lon=1", "&".join(["commune=31555"] * 2000), "commune=" + "1" * 65_536,
    ],
    ids=lambda query: query[:24],
)  # fmt: skip
def test_refuses_in_json_what_is_no_box(client: Client, index: ExperienceIndexPage, query: str) -> None:
    response = client.get(f"{ADDRESS}?{query}")

    assert response.status_code == 400
    assert response.json()["error"].keys() == {"code", "message"}


@pytest.mark.parametrize(
    "query",
    ["gain=99", "couleur=rouge", "etiquette=Z", "commune=%00", "_connector=OR", "page=-1", "fiche=abc", "bbox="],
)
def test_ignores_what_it_does_not_know(client: Client, index: ExperienceIndexPage, query: str) -> None:
    case(index)

    assert len(told(client, query)) == 1


def test_keeps_what_a_box_holds(client: Client, index: ExperienceIndexPage) -> None:
    case(index, "Dedans", precision="exact")
    case(index, "Dehors", precision="exact", latitude=43.7)
    experience(index, "Nulle part")

    titles = [feature["properties"]["title"] for feature in told(client, "bbox=1.4,43.5,1.5,43.65")]

    assert titles == ["Dedans"]


def test_tells_the_pages_of_the_language_asked(client: Client, home: HomePage, index: ExperienceIndexPage) -> None:
    english, _new = Locale.objects.get_or_create(language_code="en")
    page = case(index, dwellings=40)
    for each in (home, index):
        each.copy_for_translation(english).save_revision().publish()
    translated = page.copy_for_translation(english)
    translated.title = "The Lime Trees"
    translated.save_revision().publish()

    (feature,) = told(client, "langue=en")

    assert feature["properties"]["title"] == "The Lime Trees"
    assert feature["properties"]["url"].startswith("/en/")
    assert len(told(client, "langue=fr")) == len(told(client, "langue=xx")) == 1


def test_holds_nothing_where_there_is_no_list(client: Client, home: HomePage) -> None:
    assert told(client) == []


@pytest.mark.parametrize("count", [3, 20])
def test_reads_the_database_little(client: Client, index: ExperienceIndexPage, count: int) -> None:
    many(index, count)
    client.get(ADDRESS)

    with CaptureQueriesContext(connection) as captured:
        client.get(f"{ADDRESS}?gain=30")

    assert len(captured) <= MAX_QUERIES


def test_is_light(client: Client, index: ExperienceIndexPage) -> None:
    many(index, 30)

    response = client.get(ADDRESS, headers={"accept-encoding": "gzip"})

    assert len(json.loads(gzip.decompress(response.content))["features"]) == 30
    assert len(response.content) < 30 * 150  # bytes: 150 KB for 1 000


def test_is_described(client: Client, db: None) -> None:
    path = client.get("/api/v1/openapi.json").json()["paths"][ADDRESS]["get"]

    assert {"travaux", "gain", "bbox", "langue"} <= {parameter["name"] for parameter in path["parameters"]}
    assert "application/geo+json" in path["responses"]["200"]["content"]
