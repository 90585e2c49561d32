"""The page of results, asked over HTTP as a browser asks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client, override_settings

from directory.search import Hit
from tests.directory import page_samples
from tests.directory.page_samples import firm, firms, proof, trade

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


def test_says_in_the_heading_how_many_answer_what_and_where(client: Client) -> None:
    firms(2, trade())

    page = read(client, "q=architecte&lieu=31000")

    assert text(page, "h1") == "2 professionnels pour « architecte » près de Toulouse (31000)"


def test_puts_the_query_and_the_page_in_the_title(client: Client) -> None:
    firms(21, trade())

    page = read(client, "q=architecte&lieu=31000&page=2")

    assert text(page, "title").startswith("« architecte » près de Toulouse (31000) — page 2 sur 2 — Annuaire")


def test_shows_name_trades_address_distance_and_proof_on_a_card(client: Client) -> None:
    supposed = {"kind": "rayon", "radius_km": 50, "supposed": True}
    balma = {"commune_id": "31044", "city": "Balma", "postcode": "31130", "latitude": 43.61, "longitude": 1.50}
    professional = firm("Atelier Brique", trade(), area=supposed, **balma)
    proof(professional, "Isolation des combles  perdus")

    card = text(read(client, "q=architecte&lieu=31000"), ".card")

    for shown in (
        "Atelier Brique",
        "Architecte",
        "12 rue des Arts, 31130 Balma",
        "à 6 km de Toulouse",
        "RGE Isolation des combles perdus jusqu’au 12/03/2099",
        "Pourquoi ce résultat ?",
        "Pratique : Architecte",
        "Intervient jusqu’à 50 km de son adresse",
        "Adresse à moins de 10 km",
        "zone supposée",
        "Fiche fictive",
    ):
        assert shown in card


def test_links_each_card_to_the_sheet_and_the_phone(client: Client) -> None:
    professional = firm()

    page = read(client)

    assert page.select_one(".card h2 a")["href"] == professional.get_absolute_url()
    assert page.select_one(".card .phone")["href"] == "tel:0561000000"


def test_says_a_firm_stands_in_the_visitor_s_own_commune(client: Client) -> None:
    firm(commune_id="31555")

    assert "dans votre commune" in text(read(client, "lieu=31000"), ".card")


def test_names_a_trade_once_when_two_sources_tell_it(client: Client) -> None:
    architect = trade()
    professional = firm("Atelier Brique", architect)
    professional.professional_trades.create(trade=architect, source="rge")

    page = read(client)

    assert [tag.get_text() for tag in page.select(".card .tag")] == ["Architecte"]


def test_leaves_an_ended_qualification_out_of_the_card(client: Client) -> None:
    proof(firm(), "Architecte", ends=page_samples.days_ago(400))

    assert "RGE" not in text(read(client), ".card")


def test_tells_a_proof_in_a_domain_once_with_its_last_day(client: Client) -> None:
    professional = firm()
    proof(professional, "Architecte", ends=page_samples.date(2098, 1, 1))
    proof(professional, "Architecte", ends=page_samples.date(2099, 1, 1))

    card = read(client)

    assert [line.get_text() for line in card.select(".card__proofs li")] == ["RGE Architecte jusqu’au 01/01/2099"]


def test_leaves_out_a_firm_hidden_since_it_was_found(client: Client, told: Callable[..., None]) -> None:
    shown, hidden = firm("Visible"), firm("Retirée", status="masque")
    told(hits=(Hit(hidden.pk, 1, None), Hit(shown.pk, 1, None)), total=2)

    page = read(client)

    assert [link.get_text() for link in page.select(".card h2")] == [shown.name]


def test_says_what_was_corrected(client: Client) -> None:
    firm("Atelier", trade())

    page = read(client, "q=architcte")

    assert "Nous avons lu « architecte » au lieu de « architcte »." in text(page, ".results__head")


def test_offers_every_commune_of_a_postcode_and_tells_those_outside(client: Client) -> None:
    page = read(client, "q=architecte&lieu=31140")

    outside = {link.get_text(" ") for link in page.select(".place-choice li") if link.select_one(".mark")}
    assert len(page.select(".place-choice a")) == 7
    assert {name.split(" (")[0] for name in outside} == {"Montberon", "Pechbonnieu", "Saint-Loup-Cammas"}
    assert "hors de Toulouse Métropole" in text(page, ".place-choice .mark")


def test_keeps_the_words_when_a_commune_is_chosen(client: Client) -> None:
    link = read(client, "q=architecte&lieu=31130").select_one(".place-choice a")

    query = parse_qs(urlsplit(link["href"]).query)

    assert query["q"] == ["architecte"]
    assert set(query) == {"q", "commune"}


def test_names_the_competent_service_outside_the_territory_and_still_lists(client: Client) -> None:
    firm()

    page = read(client, "lieu=Montberon")

    assert "est hors de Toulouse Métropole" in text(page, ".results__head .notice")
    assert page.select_one(".results__head .notice .phone")["href"] == "tel:0808800700"
    assert page.select(".card")


@pytest.mark.parametrize(
    ("typed", "told"), [("99999", "99999"), ("Trifouillis-sur-Zzz", "Trifouillis-sur-Zzz"), ("310000", "310000")]
)
def test_says_what_is_wrong_with_a_place_where_the_field_points(client: Client, typed: str, told: str) -> None:
    firm()

    page = read(client, f"lieu={typed}")

    assert told in text(page, "#lieu-message")
    assert "La liste ne tient donc pas compte du lieu." in text(page, "#lieu-message")
    assert "lieu-message" in page.select_one("#lieu")["aria-describedby"]
    assert page.select(".card")


def test_tells_an_unknown_place_from_what_is_no_place(client: Client) -> None:
    messages = {text(read(client, f"lieu={typed}"), "#lieu-message p") for typed in ("99999", "310000", "Zzyzx")}

    assert len({message.replace("99999", "").replace("310000", "").replace("Zzyzx", "") for message in messages}) == 3


def test_offers_the_names_that_look_alike(client: Client) -> None:
    page = read(client, "q=architecte&lieu=Castanette-Tolosane")

    links = [link["href"] for link in page.select(".place-choice a")]
    assert links
    assert all("q=architecte" in link for link in links)


def test_keeps_what_was_typed_in_the_form(client: Client) -> None:
    page = read(client, "q=%22a+%3Cb%3E&lieu=310000&logement=maison")

    assert page.select_one("#q")["value"] == '"a <b>'
    assert page.select_one("#lieu")["value"] == "310000"
    assert page.select_one("input[name=logement][checked]")["value"] == "maison"
