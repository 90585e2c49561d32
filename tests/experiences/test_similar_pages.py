"""« Un immeuble comme le mien » as readers see it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from experiences.models import ExperienceIndexPage
from home.models import HomePage
from tests.experiences.complete_cases import complete_case
from tests.home.samples import experience, experience_index, read

pytestmark = pytest.mark.django_db
ADDRESS = "/experiences/comme-le-mien/"
ANSWERS = "?commune=31044&periode=1949-1974&logements=52&chauffage=collective-gas&etiquette=E"
BAD = [
    "?logements=abc", "?logements=-3", "?logements=1e400", "?logements=0", "?logements=%00", "?logements=99999999999",
    "?lieu=%22", "?lieu=3100O", "?lieu=31130", "?lieu=99999", "?lieu=310000", "?lieu=31", "?lieu=%FF%FE",
    "?lieu=%3Cscript%3Ealert(1)%3C/script%3E", "?lieu=" + "a" * 20_000, "?commune=2A004", "?commune=" + "9" * 500,
    "?periode=1949&chauffage=charbon&etiquette=Z&logement=chateau",
    "?fiche=abc&fiche=-1&fiche=1e9&fiche=99999999999999",
    "?" + "fiche=1&" * 1000, "?logement=maison&surface=12,5.3", "?logement=maison&logements=12",
    "?periode[]=1949-1974", "?%00=1",
]  # fmt: skip


@pytest.fixture
def index(home: HomePage) -> ExperienceIndexPage:
    return experience_index(home)


def case_titles(page: BeautifulSoup) -> list[str]:
    return [link.get_text(strip=True) for link in page.select(".similar__case h3 a")]


def reasons(page: BeautifulSoup, css: str = ".similar__reasons--same") -> list[str]:
    found = page.select_one(f".similar__case {css}")
    return [item.get_text(strip=True) for item in found.select("li")] if found else []


def test_the_most_like_comes_first_with_its_reasons_in_words(client: Client, index: ExperienceIndexPage) -> None:
    complete_case(index, "Loin", commune_id="31149", period="after-2010", heating_energy="wood", dwellings=400)
    complete_case(index, "Proche")

    page = read(client, ADDRESS + ANSWERS)

    assert case_titles(page) == ["Proche", "Loin"]
    assert reasons(page) == [
        "même période de construction (de 1949 à 1974)",
        "même chauffage (collectif, gaz)",
        "40 logements pour 52",
        "même étiquette avant travaux\u00a0: E",
        "même commune",
    ]


def test_differences_are_said(client: Client, index: ExperienceIndexPage) -> None:
    complete_case(index, period="after-2010", heating_energy="oil", heating_mode="individual", dwellings=400)

    page = read(client, ADDRESS + ANSWERS)

    told = reasons(page, ".similar__reasons:not(.similar__reasons--same)")
    assert told == [
        "construit après 2010, et non de 1949 à 1974",
        "chauffage\u00a0: individuel, fioul, et non collectif, gaz",
        "400 logements pour 52",
    ]


def test_what_is_not_known_of_a_case_is_said(client: Client, index: ExperienceIndexPage) -> None:
    experience(index, "Muet")

    page = read(client, ADDRESS + ANSWERS)

    assert "période de construction inconnue" in reasons(page, ".similar__reasons")
    assert "Aucun ne ressemble vraiment au vôtre" in page.main.get_text()


def test_a_house_is_compared_with_houses_by_its_area(client: Client, index: ExperienceIndexPage) -> None:
    complete_case(index, "Immeuble")
    complete_case(index, "Maison", for_houses=True, for_coownerships=False, dwellings=1, floor_area=120)

    page = read(client, f"{ADDRESS}?logement=maison&surface=110&chauffage=gas")

    assert case_titles(page) == ["Maison"]
    assert reasons(page) == ["même chauffage (gaz)", "120\u00a0m² pour 110"]
    assert page.select_one("#surface")
    assert not page.select_one("#logements")


def test_answers_stay_in_the_form(client: Client, index: ExperienceIndexPage) -> None:
    page = read(client, ADDRESS + ANSWERS)

    assert page.select_one("#lieu")["value"] == "Balma (31130)"
    assert page.select_one("#logements")["value"] == "52"
    chosen = [option["value"] for option in page.select("option[selected]")]
    assert chosen == ["1949-1974", "collective-gas", "E"]


def test_a_postcode_of_several_communes_offers_them(client: Client, index: ExperienceIndexPage) -> None:
    page = read(client, f"{ADDRESS}?lieu=31130&periode=1949-1974")

    names = [link.get_text() for link in page.select(".similar__places a")]
    assert "Balma (31130)" in names
    assert "commune=31044" in page.select_one(".similar__places a")["href"]
    assert page.select_one("#lieu")["aria-invalid"] == "true"


def test_a_size_that_is_none_is_kept_and_told(client: Client, index: ExperienceIndexPage) -> None:
    page = read(client, f"{ADDRESS}?logements=beaucoup")

    field = page.select_one("#logements")
    assert (field["value"], field["aria-invalid"]) == ("beaucoup", "true")
    assert page.select_one("#logements-message")


@pytest.mark.parametrize("query", BAD, ids=range(len(BAD)))
def test_a_bad_input_is_ignored_or_told_and_never_breaks(
    client: Client, index: ExperienceIndexPage, query: str
) -> None:
    complete_case(index)

    answer = client.get(ADDRESS + query)

    assert answer.status_code in (200, 400)
    assert "<script>alert" not in answer.content.decode()


def test_without_any_case_there_are_ways_on(client: Client, index: ExperienceIndexPage) -> None:
    page = read(client, ADDRESS)

    links = {link["href"] for link in page.select(".notice a")}
    assert {"/experiences/", "/annuaire/?logement=copropriete"} <= links
    assert page.select_one(".notice .phone")


def test_a_case_leads_to_its_page_its_trades_and_the_pack(client: Client, index: ExperienceIndexPage) -> None:
    case = complete_case(index)

    page = read(client, ADDRESS + ANSWERS)

    links = [link["href"] for link in page.select(".similar__case a")]
    assert case.get_url() in links
    assert "/annuaire/?commune=31044&metier=architecte&logement=copropriete" in links
    (added,) = [link for link in links if "fiche=" in link]
    again = read(client, ADDRESS + added.removeprefix(ADDRESS))
    assert again.select_one(".similar__basket a")["href"] == f"/experiences/dossier/?fiche={case.pk}"
    assert "Retirer du dossier" in again.select_one(".similar__case").get_text()


def test_drafts_and_other_sites_are_not_compared(client: Client, index: ExperienceIndexPage) -> None:
    complete_case(index, "Brouillon", live=False)

    assert case_titles(read(client, ADDRESS + ANSWERS)) == []


def test_nothing_is_kept_of_the_visitor(client: Client, index: ExperienceIndexPage) -> None:
    answer = client.get(ADDRESS + ANSWERS)

    assert not answer.cookies
    assert client.post(ADDRESS).status_code == 405


def test_asks_few_queries_whatever_the_number_of_cases(
    client: Client, index: ExperienceIndexPage, django_assert_max_num_queries: Any
) -> None:
    for number in range(15):
        complete_case(index, f"Cas {number}")
    client.get(ADDRESS)

    with django_assert_max_num_queries(10):
        client.get(ADDRESS + ANSWERS)


def test_speaks_english(client: Client, index: ExperienceIndexPage) -> None:
    page = read(client, f"/en{ADDRESS}?periode=1949-1974")

    assert page.html["lang"] == "en"
    assert page.h1.get_text() == "A building like mine"
