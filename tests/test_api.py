"""What every address under /api/v1/ owes, whichever room answers it."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
API = "/api/v1/"
ADDRESSES = ["professionals/", "professionals/1/", "places/", "trades/", "openapi.json", "nowhere/"]
BAD = [
    "bbox=2,44,1,43", "bbox=NaN", "bbox=NaN,1,2,3", "bbox=1e400,1,2,3", "bbox=1,2,3,4,5", "lat=91", "lat=NaN&lon=1",
    "&".join(f"p{n}=1" for n in range(2000)), "q=" + "x" * 65_536,
]  # fmt: skip


def is_refusal(answer) -> bool:
    """Tell whether an answer is a refusal of the API, with its two keys and nothing else."""
    told = answer.json()
    return told.keys() == {"error"} and told["error"].keys() == {"code", "message"} and bool(told["error"]["message"])


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:12])
def test_refuses_as_json_what_it_cannot_answer(client, address, query):
    answer = client.get(f"{API}{address}?{query}")

    assert answer.status_code == 400
    assert is_refusal(answer)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_is_read_only_and_asks_nobody_for_a_form_key(address, method):
    answer = getattr(Client(enforce_csrf_checks=True), method)(API + address)

    assert answer.status_code == 405
    assert is_refusal(answer)


@pytest.mark.parametrize(
    "address", ["", "nowhere/", "nowhere", "nowhere.json", "professionals/abc/", "professionals/1/2/", "places/x", "é/"]
)
def test_an_unknown_address_is_a_404_as_json(client, address):
    answer = client.get(API + address)

    assert answer.status_code == 404
    assert is_refusal(answer)


def test_an_address_without_its_last_slash_leads_to_the_right_one(client):
    answer = client.get(f"{API}trades?x=1")

    assert (answer.status_code, answer.headers["Location"]) == (301, f"{API}trades/?x=1")


def test_an_impossible_address_is_refused_as_json(client):
    answer = client.get(f"{API}places/%00/")

    assert answer.status_code == 400
    assert is_refusal(answer)


def test_a_foreign_host_is_refused_as_json(client):
    answer = client.get(f"{API}trades/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert is_refusal(answer)


def test_a_format_that_nobody_makes_is_refused_as_json(client):
    answer = client.get(f"{API}trades/", headers={"accept": "application/xml"})

    assert answer.status_code == 406
    assert is_refusal(answer)


def test_an_unknown_parameter_is_ignored_even_when_the_framework_knows_it(client):
    assert client.get(f"{API}trades/?format=xml").status_code == 200


def test_a_breakdown_is_told_as_json(monkeypatch):
    monkeypatch.setattr("directory.api.views.search", lambda criteria: 1 / 0)

    answer = Client(raise_request_exception=False).get(f"{API}professionals/")

    assert answer.status_code == 500
    assert is_refusal(answer)
