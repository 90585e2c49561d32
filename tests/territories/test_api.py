import pytest
from django.test import RequestFactory

from territories import index
from territories.views import suggestions

pytestmark = pytest.mark.django_db

URL = "/api/v1/places/"


def test_answers_with_places_in_a_stable_shape(client):
    results = client.get(URL, {"q": "balma"}).json()["results"]

    assert results[0] == {
        "kind": "commune",
        "code": "31044",
        "name": "Balma",
        "postcode": "31130",
        "label": "Balma (31130)",
        "department": "31",
        "inside": True,
    }


def test_answers_eight_places_at_most(client):
    assert len(client.get(URL, {"q": "saint"}).json()["results"]) == 8


@pytest.mark.parametrize(
    "query",
    [
        "", "?q=", "?q=%20", "?q=%22", "?q=%00", "?q=%FF", "?q=%ED%A0%80", "?q=%F0%9F%98%80", "?autre=1",
        "?q=" + "x" * 5_000, "?q=<script>", "?q=310000", "?q=%27%20OR%201%3D1--",
    ],
)  # fmt: skip
def test_answers_an_empty_list_for_what_names_no_place(client, query):
    response = client.get(URL + query)

    assert (response.status_code, response.json()) == (200, {"results": []})


def test_takes_the_last_of_repeated_parameters(client):
    assert client.get(URL + "?q=lyon&q=balma").json()["results"][0]["name"] == "Balma"


def test_may_be_kept_an_hour_by_anyone_and_sets_no_cookie(client):
    response = client.get(URL, {"q": "toulouse"})

    assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=3600"}
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_asks_the_database_nothing_once_the_places_are_in_memory(django_assert_num_queries):
    index.warm()
    suggestions(RequestFactory().get(URL))

    with django_assert_num_queries(0):
        response = suggestions(RequestFactory().get(URL, {"q": "tolouse"}))

    assert response.status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_is_read_only(client, method):
    assert getattr(client, method)(URL).status_code == 405
