"""Whatever is asked of the site-wide search, it answers."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from home.models import HomePage
from tests.home.pages import standard

pytestmark = pytest.mark.django_db
TEXTS = [
    '"', '5"', 'a "b', "'", "\\", "*", "(", "a|b&!c:*", "NEAR(", "   ", "\t", "\u00a0", "\u200b", "\x00", "\ud800",
    "a" * 100_000, "mot " * 10_000, "<script>alert(1)</script>", "' OR 1=1--", "%", "_", "é" * 300, "isolation\x00",
    "𝕚𝕤𝕠𝕝𝕒𝕥𝕚𝕠𝕟", "😀", "ｉｓｏｌａｔｉｏｎ",
]  # fmt: skip
NAMES = st.sampled_from(["q", "rubrique", "page", "langue", "inconnu"])


@pytest.fixture(autouse=True)
def a_page(home: HomePage) -> None:
    standard(home, "Isoler sa maison")


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("text", TEXTS)
def test_answers_any_text(home: HomePage, client: Client, text: str, prefix: str) -> None:
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")

    response = client.get(f"{prefix}/recherche/", {"q": text})

    assert response.status_code == 200
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize(
    "query", ["q=%FF", "q=%ED%A0%80", "q=a&q=b", "q", "q=a&rubrique=x", "q=a&rubrique=%00&page=-1"]
)
def test_answers_any_address(home: HomePage, client: Client, query: str) -> None:
    assert client.get(f"/recherche/?{query}").status_code == 200
    assert client.get(f"/api/v1/suggestions/?{query}").status_code == 200


@pytest.mark.parametrize("text", TEXTS)
def test_suggests_for_any_text(home: HomePage, client: Client, text: str) -> None:
    text = text[:2000].encode("utf-8", "surrogatepass").decode("utf-8", "replace")

    response = client.get("/api/v1/suggestions/", {"q": text})

    assert response.status_code == 200
    assert len(response.json()["results"]) <= 8


def test_says_that_a_long_text_was_cut(home: HomePage, client: Client) -> None:
    page = BeautifulSoup(client.get("/recherche/", {"q": "isoler " * 60}).content, "html.parser")

    assert "200 premiers caractères" in page.main.get_text()  # type: ignore[union-attr]


@given(st.dictionaries(NAMES, st.text(max_size=60), max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_never_fails(home: HomePage, client: Client, values: dict[str, str]) -> None:
    kept = {name: value.encode("utf-8", "replace").decode() for name, value in values.items()}

    assert client.get("/recherche/", kept).status_code == 200
    assert client.get("/api/v1/suggestions/", kept).status_code == 200


def test_is_read_only(home: HomePage, client: Client) -> None:
    assert client.post("/recherche/", {"q": "a"}).status_code == 405
    assert client.post("/api/v1/suggestions/", {"q": "a"}).status_code == 405
