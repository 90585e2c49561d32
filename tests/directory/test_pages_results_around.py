"""What stands around the cards of the results page: filters, pages, ways on, any input."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from directory.search import Understood, Widening
from tests.directory import page_samples
from tests.directory.page_samples import firm, firms, trade

pytestmark = pytest.mark.django_db
MAX_QUERIES = 12


@pytest.fixture(autouse=True)
def uncached() -> Iterator[None]:
    with override_settings(PAGE_CACHE_SECONDS=0):
        yield


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Let a test say what the engine answers, where a real answer would be hard to bring about."""

    def tell(**values: object) -> None:
        monkeypatch.setattr(page_samples, "TOLD", replace(page_samples.TOLD, **values))

    with override_settings(DIRECTORY_SEARCH="tests.directory.page_samples.as_told"):
        yield tell


def read(client: Client, query: str = "", path: str = "/annuaire/") -> BeautifulSoup:
    response = client.get(f"{path}?{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text(soup: BeautifulSoup, selector: str) -> str:
    found = soup.select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


def test_removes_one_filter_and_keeps_the_others(client: Client) -> None:
    firm("Atelier", trade())

    page = read(client, "q=architecte&metier=architecte&label=rge&logement=maison")

    removed = {link.get_text(" ", strip=True): link["href"] for link in page.select(".active-filters a")}
    assert removed == {
        "Retirer le filtre Architecte ✕": "/annuaire/?q=architecte&logement=maison&label=rge",
        "Retirer le filtre Qualification RGE en cours ✕": "/annuaire/?q=architecte&metier=architecte&logement=maison",
        "Retirer le filtre Maison individuelle ✕": "/annuaire/?q=architecte&metier=architecte&label=rge",
        "Effacer les filtres": "/annuaire/?q=architecte",
    }


def test_counts_what_each_filter_would_keep(client: Client) -> None:
    firms(3, trade())

    page = read(client)

    assert "Architecte (3)" in text(page, "#filtres")
    assert "Qualification RGE en cours (3)" in text(page, "#filtres")


def test_gives_a_canonical_address_without_unknown_parameters(client: Client) -> None:
    firm()

    page = read(client, "page=1&couleur=rouge&lieu=31000&q=+architecte+")

    canonical = page.select_one("link[rel=canonical]")["href"]
    assert canonical == "http://testserver/annuaire/?q=architecte&commune=31555"


def test_links_the_pages_before_and_after(client: Client) -> None:
    firms(45)

    page = read(client, "page=2")

    assert page.select_one("link[rel=prev]")["href"] == "/annuaire/"
    assert page.select_one("link[rel=next]")["href"] == "/annuaire/?page=3"
    assert text(page, ".pagination [aria-current]") == "Page 2"


def test_shows_the_last_page_to_whom_asks_beyond_it(client: Client) -> None:
    firms(21)

    page = read(client, "page=4000")

    assert len(page.select(".card")) == 1
    assert text(page, ".pagination [aria-current]") == "Page 2"


def test_shows_no_firm_twice_across_pages(client: Client) -> None:
    made = firms(45)

    links = [a["href"] for number in (1, 2, 3) for a in read(client, f"page={number}").select(".card h2 a")]

    assert sorted(links) == sorted(professional.get_absolute_url() for professional in made)


def test_leaves_no_dead_end_when_nobody_answers(client: Client) -> None:
    page = read(client, "q=zzzz")

    assert text(page, "h1") == "Aucun professionnel pour « zzzz »"
    assert "Ou demandez conseil" in text(page, "#conseil")
    assert page.select_one("#conseil .phone")["href"] == "tel:0808800700"


def test_says_once_who_advises_where_the_shop_does_not(client: Client) -> None:
    page = read(client, "q=zzzz&lieu=97400")

    assert len(page.select("main .phone")) == 1
    assert "y interviennent bien" not in page.main.get_text()


def test_offers_no_box_to_tick_when_there_is_none(client: Client) -> None:
    page = read(client, "q=zzzz")

    assert page.select("#filtres, [href='#filtres']") == []


def test_offers_the_commune_that_was_typed_beside_the_trade(client: Client) -> None:
    firm("Atelier", trade())

    page = read(client, "q=architecte toulouse")

    (link,) = page.select(".place-choice a")
    assert link["href"] == "/annuaire/?q=architecte&commune=31555"
    assert link.get_text() == "« architecte » près de Toulouse (31000)"


def test_takes_no_word_for_a_commune_when_a_place_was_given(client: Client) -> None:
    firm("Atelier", trade())

    assert read(client, "q=architecte toulouse&lieu=balma").select(".place-choice") == []


def test_links_only_to_pages_that_answer(client: Client) -> None:
    firms(21, trade())
    page = read(client, "q=architecte&lieu=31140")

    links = {link["href"] for link in page.select("a[href^='/']")}

    assert len(links) > 10
    assert {link: client.get(unescape(link)).status_code for link in links if client.get(link).status_code != 200} == {}


def test_reads_the_database_as_often_for_five_firms_as_for_twenty(client: Client) -> None:
    trades = trade(), trade("moe", "Maîtrise d’œuvre")
    counts = []
    for more in (5, 20):
        firms(more, *trades)
        client.get("/annuaire/?q=architecte&lieu=31000")

        with CaptureQueriesContext(connection) as queries:
            client.get("/annuaire/?q=architecte&lieu=31000&metier=architecte&label=rge")

        counts.append(len(queries))

    assert counts[0] == counts[1] <= MAX_QUERIES


@pytest.mark.parametrize(
    "query",
    [
        "q=%22",
        "q=5%22",
        "q=a+%22b",
        "q=%27",
        "q=%5C",
        "q=*",
        "q=(",
        "q=a%7Cb%26!c%3A*",
        "q=NEAR(",
        "q=+++",
        "q=%09",
        "q=%C2%A0",
        "q=%E2%80%8B",
        "q=a%00b",
        "q=%ED%A0%80",
        "q=%FF",
        "q=" + "a" * 100_000,
        "q=" + "mot+" * 10_000,
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%27+OR+1%3D1--",
        "lieu=" + "3" * 100_000,
        "lieu=%00",
        "lieu=%EF%BC%93%EF%BC%91%EF%BC%90%EF%BC%90%EF%BC%90",
        "page=-1",
        "page=abc",
        "page=1e9",
        "page=%00",
        "page=" + "9" * 5000,
        "tri=-password",
        "metier=" + "&metier=".join(["inconnu"] * 1000),
        "label=or&label[]=x",
        "_connector=OR",
        "commune=99999",
        "commune=%00",
        "logement=chateau",
    ],
)
def test_answers_whatever_is_typed(client: Client, query: str) -> None:
    firm()

    response = client.get(f"/annuaire/?{query}")

    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_offers_each_wider_search_with_its_count(client: Client, told: Callable[..., None]) -> None:
    told(
        understood=Understood(trades=("architecte",), names=("dupont",)),
        widened=tuple(Widening(change, 7) for change in ("names", "filters", "department", "place")),
    )

    page = read(client, "q=architecte+dupont&commune=31044&label=rge")

    assert {link.get_text(): link["href"] for link in page.select("#conseil li a")} == {
        "Sans chercher dans les noms": "/annuaire/?commune=31044&metier=architecte&label=rge",
        "Sans les filtres": "/annuaire/?q=architecte+dupont&commune=31044",
        "Dans tout le département": "/annuaire/?q=architecte+dupont&lieu=31&label=rge",
        "Dans toute la France": "/annuaire/?q=architecte+dupont&label=rge",
    }
    assert text(page, "#conseil li").endswith("7 professionnels")


def test_says_that_a_long_text_was_cut(client: Client, told: Callable[..., None]) -> None:
    told(understood=Understood(shortened=True))

    page = read(client, "q=" + "mot+" * 100)

    assert "seuls ses 200 premiers caractères et ses 20 premiers mots ont été lus" in text(page, ".results__head")


def test_leads_to_the_same_search_in_the_other_language(client: Client) -> None:
    firm("Atelier", trade())

    french, english = read(client, "q=architecte"), read(client, "q=architecte", "/en/annuaire/")

    assert french.select_one("nav a[hreflang=en]")["href"] == "/en/annuaire/?q=architecte"
    assert english.select_one("nav a[hreflang=fr]")["href"] == "/annuaire/?q=architecte"
    assert english.html["lang"] == "en"
    assert english.select_one(".card h2 a")["href"].startswith("/en/annuaire/")


def test_sets_no_cookie(client: Client) -> None:
    firm()

    assert not client.get("/annuaire/?q=architecte").cookies


def test_holds_no_inline_script_or_style(client: Client) -> None:
    firm()

    page = read(client, "q=architecte")

    assert not page.select("[style], style, script:not([src])")
