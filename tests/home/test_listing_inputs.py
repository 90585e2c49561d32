"""Whatever stands in the address of a list, the list answers."""

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from home.filters import by_housing
from home.listings import read as read_address
from home.models import HomePage, NewsIndexPage
from tests.home.samples import news, news_index, read, titles, topic, words

pytestmark = pytest.mark.django_db
NAMES = st.sampled_from(["logement", "theme", "nature", "public", "passes", "page", "inconnu", ""])
LIFTED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def index(home: HomePage) -> NewsIndexPage:
    index = news_index(home)
    aids = topic()
    for n in range(13):
        news(index, f"N {n}", aids)
    return index


@pytest.mark.parametrize("page", ["-1", "abc", "1e9", "%00", "", "0", "1.5", "²", "٣x", "%FF", "9" * 5000, "+2"])
def test_shows_the_first_page_for_what_is_no_page(client: Client, index: NewsIndexPage, page: str) -> None:
    shown = read(client, f"/actualites/?page={page}")

    assert len(titles(shown)) == 12
    assert shown.select_one("link[rel=canonical]")["href"] == "http://testserver/actualites/"


@pytest.mark.parametrize("page", ["3", "99999999", "10000"])
def test_shows_the_last_page_for_one_beyond_it(client: Client, index: NewsIndexPage, page: str) -> None:
    shown = read(client, f"/actualites/?page={page}")

    assert len(titles(shown)) == 1
    assert shown.select_one("link[rel=canonical]")["href"] == "http://testserver/actualites/?page=2"


@pytest.mark.parametrize(
    "query",
    [
        "logement=chateau",
        "theme=%00",
        "theme=%22%27%3Cscript%3E",
        "theme=" + "a" * 3000,
        "logement=maison%00",
        "logement__in=maison",
        "_connector=OR",
        "order_by=-owner__password",
        "passes=1",
        "nature=guide",
        "%00=%00",
        "&&==&",
        "theme[]=aides",
    ],
)
def test_ignores_what_it_does_not_know(client: Client, index: NewsIndexPage, query: str) -> None:
    shown = read(client, f"/actualites/?{query}")

    assert words(shown, ".listing__count") == "13 actualités, page 1 sur 2"
    assert shown.select_one("link[rel=canonical]")["href"] == "http://testserver/actualites/"
    assert "<script>" not in str(shown.main)


def test_reads_a_parameter_repeated_a_thousand_times_once(client: Client, index: NewsIndexPage) -> None:
    shown = read(client, "/actualites/?" + "&".join(["theme=aides"] * 1000))

    assert shown.select_one("link[rel=canonical]")["href"] == "http://testserver/actualites/?theme=aides"


@given(st.lists(st.tuples(NAMES, st.text(max_size=30)), max_size=8))
def test_reads_any_address(pairs: list[tuple[str, str]]) -> None:
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)

    asked = read_address(data, (by_housing(),))

    assert asked.page >= 1
    assert asked.value("logement") in {"", "maison", "copropriete"}


@LIFTED
@given(query=st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="#"), max_size=60))
def test_answers_any_address(client: Client, index: NewsIndexPage, query: str) -> None:
    response = client.get(f"/actualites/?{query}")

    assert response.status_code == 200
