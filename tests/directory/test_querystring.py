import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from directory.querystring import read
from territories.place import Found, Nowhere

pytestmark = pytest.mark.django_db


def asked(query: str):
    return read(QueryDict(query))


def test_reads_words_and_place():
    request = asked("q=architecte&lieu=31000")

    assert request.criteria.words == "architecte"
    assert [place.code for place in request.criteria.places] == ["31555"]


@pytest.mark.parametrize(
    ("query", "words", "place"),
    [
        ("q=architecte+31130", "architecte", "31130"),
        ("q=pompe+a+chaleur+++31000", "pompe a chaleur", "31000"),
        ("q=architecte+31130&lieu=Toulouse", "architecte 31130", "Toulouse"),
        ("q=31000", "31000", ""),
        ("q=archi31000", "archi31000", ""),
        ("q=lot+123456", "lot 123456", ""),
    ],
)
def test_a_postcode_after_the_words_goes_to_the_empty_place(query, words, place):
    request = asked(query)

    assert (request.criteria.words, request.typed_place) == (words, place)


def test_the_chosen_commune_wins_over_the_place():
    assert asked("lieu=75001&commune=31555").place.place.code == "31555"


@pytest.mark.parametrize("code", ["99999", "", "x" * 5000, "31555'--", "%00"])
def test_an_unknown_commune_leaves_the_place_to_speak(code):
    assert asked(f"lieu=31000&commune={code}").place.place.code == "31555"


@pytest.mark.parametrize(
    "query",
    [
        "page=-1", "page=abc", "page=1e9", "page=%00", "page=%D9%A3", "page=", "tri=-password", "tri=nope",
        "label=nope", "logement=x", "metier=nope", "_connector=OR", "&".join(["metier=nope"] * 1000),
    ],
)  # fmt: skip
def test_values_nobody_offers_are_ignored(query):
    assert asked(query).query() == ""


def test_a_page_number_is_bounded():
    assert asked("page=99999999").criteria.page == 10_000


def test_the_canonical_query_keeps_what_was_understood_in_one_order():
    query = asked("page=2&label=charte&label=rge&metier=ite&metier=architecte&lieu=Toulouse&q=devis&x=1").query()

    assert query == "q=devis&commune=31555&metier=architecte&metier=ite&label=rge&label=charte&page=2"


def test_the_canonical_query_leads_to_itself():
    query = asked("q=a+%26+b&lieu=31140&logement=copropriete&tri=distance&page=3").query()

    assert asked(query).query() == query


def test_no_place_is_no_error():
    assert isinstance(asked("q=architecte").place, Nowhere)


def test_a_department_stays_in_the_query():
    request = asked("lieu=31")

    assert isinstance(request.place, Found)
    assert asked(request.query()).place == request.place


@given(
    st.dictionaries(
        st.sampled_from(["q", "lieu", "commune", "metier", "logement", "label", "tri", "page", "x"]),
        st.text(max_size=60),
    )
)
@hypothesis_settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_values_give_a_request_whose_query_is_stable(values):
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data[name] = value

    request = read(data)

    assert len(request.criteria.words) <= 201
    assert asked(asked(request.query()).query()).query() == asked(request.query()).query()
