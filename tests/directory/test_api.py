from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.timezone import localdate
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from directory.models import Professional, ServiceArea, Trade
from tests.directory.openapi_shapes import faults
from tests.directory.records import area, practises, qualification

pytestmark = pytest.mark.django_db
SEARCH = "/api/v1/professionals/"


def architect(name: str = "Atelier Fictif", commune: str = "31555", **fields) -> Professional:
    """Make an architect who works in one commune."""
    professional = Professional.objects.create(
        name=name, latitude=43.6, longitude=1.44, postcode="31000", city="Toulouse", **fields
    )
    practises(professional, Trade.objects.get(slug="architecte"))
    area(professional, kind=ServiceArea.Kind.COMMUNE, commune_id=commune)
    return professional


def test_gives_the_architects_who_serve_toulouse(client):
    toulouse, _balma = architect(), architect("Atelier de Balma", commune="31044")

    answer = client.get(SEARCH, {"q": "architecte", "lieu": "31000"}).json()

    assert answer["count"] == 1
    assert [result["id"] for result in answer["results"]] == [toulouse.pk]
    assert answer["understood"]["trades"] == ["architecte"]
    assert answer["place"] == {"kind": "commune", "code": "31555", "name": "Toulouse", "postcode": "31000"}


def test_each_result_has_the_promised_fields(client):
    professional = architect()
    qualification(professional, ends=localdate() + timedelta(30))

    (result,) = client.get(SEARCH, {"lieu": "31000"}).json()["results"]

    assert {"id", "name", "url", "trades", "address", "latitude", "longitude", "distance_km"} <= result.keys()
    assert result["url"] == professional.get_absolute_url()
    assert result["qualifications"][0]["ends"] == (localdate() + timedelta(30)).isoformat()
    assert 0 <= result["distance_km"] < 10


def test_an_ended_qualification_is_not_shown(client):
    professional = architect()
    qualification(professional, ends=localdate() - timedelta(1))

    (result,) = client.get(SEARCH, {"lieu": "31000"}).json()["results"]

    assert result["qualifications"] == []


def test_a_postcode_of_several_communes_gives_choices_and_the_firms_of_any(client):
    architect(commune="31555")
    montberon = architect(commune="31364")

    answer = client.get(SEARCH, {"lieu": "31140"}).json()

    assert answer["place"] is None
    assert len(answer["choices"]) == 7
    assert sum(not choice["inside"] for choice in answer["choices"]) == 3
    assert [result["id"] for result in answer["results"]] == [montberon.pk]


def test_the_chosen_commune_wins_over_the_typed_place(client):
    balma = architect(commune="31044")

    answer = client.get(SEARCH, {"commune": "31044", "lieu": "75001"}).json()

    assert [result["id"] for result in answer["results"]] == [balma.pk]


def test_a_hidden_firm_is_nowhere(client):
    hidden = architect(status=Professional.Status.HIDDEN)

    assert client.get(SEARCH).json()["count"] == 0
    assert client.get(f"{SEARCH}{hidden.pk}/").status_code == 404


def test_a_sheet_tells_its_areas_and_its_source(client):
    professional = architect()

    sheet = client.get(f"{SEARCH}{professional.pk}/").json()

    assert sheet["service_areas"] == [{"kind": "commune", "label": "Toulouse", "supposed": False}]
    assert sheet["housing"] == ["maison", "copropriete"]
    assert sheet["source"]["name"]


def test_following_the_next_pages_shows_every_firm_once(client):
    ids = {architect(f"Atelier {n}").pk for n in range(45)}
    seen, address = [], f"{SEARCH}?q=architecte&lieu=31000"

    while address:
        page = client.get(address).json()
        seen += [result["id"] for result in page["results"]]
        address = page["next"]

    assert len(seen) == len(ids)
    assert set(seen) == ids


def test_a_page_beyond_the_end_leads_back_to_the_last_one(client):
    architect()

    answer = client.get(SEARCH, {"page": "900"}).json()

    assert answer["next"] is None
    assert "page" not in parse_qs(urlsplit(answer["previous"]).query)


def test_few_results_come_with_wider_searches_that_hold_their_promise(client):
    architect(commune="31044")

    answer = client.get(SEARCH, {"q": "architecte", "commune": "31555"}).json()

    assert answer["count"] == 0
    assert answer["widened"]
    for wider in answer["widened"]:
        assert client.get(f"{SEARCH}?{wider['query']}").json()["count"] == wider["count"]


@pytest.mark.parametrize("firms", [5, 40])
def test_a_page_costs_the_same_queries_whatever_it_finds(client, django_assert_max_num_queries, firms):
    for number in range(firms):
        architect(f"Atelier {number}")
    client.get(SEARCH)

    with django_assert_max_num_queries(12):
        client.get(SEARCH, {"q": "architecte", "lieu": "31000"})


@pytest.mark.parametrize(
    "query", ["metier=nope", "logement=chateau", "label=or", "tri=-password", "page=abc", "_connector=OR"]
)
def test_unknown_values_are_ignored(client, query):
    architect()

    answer = client.get(f"{SEARCH}?{query}")

    assert answer.status_code == 200
    assert answer.json()["count"] == 1


def test_lists_the_trades_with_their_words(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        trades = {trade["slug"]: trade for trade in client.get("/api/v1/trades/").json()["results"]}

    assert trades["architecte"]["label"] == "Architecte"
    assert "moe" in {synonym.lower() for synonym in trades["moe"]["synonyms"]}


def test_an_unknown_sheet_is_a_404_as_json(client):
    answer = client.get(f"{SEARCH}{10**30}/")

    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


def test_sets_no_cookie(client):
    assert not client.get(SEARCH).cookies


@pytest.fixture
def openapi(client) -> dict:
    return client.get("/api/v1/openapi.json").json()


def test_openapi_describes_every_address(openapi):
    assert {path.removeprefix("/api/v1/") for path in openapi["paths"]} >= {
        "professionals/", "professionals/{id}/", "trades/", "places/",
    }  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        "q=architecte&lieu=31000",
        "lieu=31140",
        "lieu=Toulouze&q=architcte+zzz",
        "q=zzz",
        "metier=architecte&page=2",
        "lieu=31",
    ],
)
def test_every_answer_has_the_shape_that_openapi_describes(client, openapi, query):
    professional = architect(charter_signed_on=localdate())
    qualification(professional, ends=localdate() + timedelta(30))

    answer = client.get(f"{SEARCH}?{query}").json()

    assert faults(answer, openapi, "Search") == []


def test_a_firm_without_position_nor_charter_has_the_shape_that_openapi_describes(client, openapi):
    firm = architect()
    Professional.objects.filter(pk=firm.pk).update(latitude=None, longitude=None)

    answer = client.get(SEARCH).json()

    assert answer["results"]
    assert faults(answer, openapi, "Search") == []


def test_a_result_says_what_the_sheet_says(client):
    professional = architect(address="12 rue des Arts", charter_signed_on=localdate())
    qualification(professional, ends=localdate() + timedelta(30))
    (result,) = client.get(SEARCH).json()["results"]

    sheet = client.get(f"{SEARCH}{professional.pk}/").json()

    del result["distance_km"]
    assert result == {name: sheet[name] for name in result}


def test_a_sheet_and_the_trades_have_the_shape_that_openapi_describes(client, openapi):
    professional = architect(website="https://exemple.fr", email="atelier@exemple.fr")

    assert faults(client.get(f"{SEARCH}{professional.pk}/").json(), openapi, "Sheet") == []
    assert faults(client.get("/api/v1/trades/").json(), openapi, "Trades") == []


@given(words=st.text(max_size=40), place=st.text(max_size=20))
@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gets_an_answer(client, words, place):
    text = {"q": words.encode("utf-8", "replace"), "lieu": place.encode("utf-8", "replace")}

    assert client.get(SEARCH, text).status_code == 200
