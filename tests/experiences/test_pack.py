"""The hand-out for an assembly, as a page."""

from typing import Any

import pytest
import segno
from django.test import Client

from experiences.models import ExperienceIndexPage, ExperiencePage
from experiences.pack import asked
from experiences.pack.qr import QUIET, qr_path
from home.models import HomePage
from tests.experiences.complete_cases import complete_case
from tests.home.samples import experience, experience_index, read, words

pytestmark = pytest.mark.django_db
ADDRESS = "/experiences/dossier/"


@pytest.fixture
def index(home: HomePage) -> ExperienceIndexPage:
    return experience_index(home)


def pack_of(*cases: ExperiencePage) -> str:
    return f"{ADDRESS}?{asked.pack_query(case.pk for case in cases)}"


def rows(page: Any) -> dict[str, list[str]]:
    """Read the table: what each row says of each case."""
    return {
        words(row, "th"): [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("td")]
        for row in page.select(".pack__table tbody tr")
        if row.select("td")
    }


@pytest.mark.parametrize(
    ("values", "ids", "unread", "beyond"),
    [
        (["12", "31"], (12, 31), 0, 0),
        (["12", "12", "31"], (12, 31), 0, 0),
        (["31", "12"], (31, 12), 0, 0),
        (["1", "2", "3", "4", "5", "6"], (1, 2, 3, 4), 0, 2),
        (["abc", "-1", "1e9", "", "0", "٣", "99999999999", "2147483648", "7"], (7,), 8, 0),
        (["\x00", "1\x00"], (), 2, 0),
        ([], (), 0, 0),
    ],
)
def test_ids_are_read_by_allow_list(values: list[str], ids: tuple[int, ...], unread: int, beyond: int) -> None:
    assert asked.read(values) == asked.PackRequest(ids, unread, beyond)


def test_compares_cases_in_the_order_asked(client: Client, index: ExperienceIndexPage) -> None:
    one, two = complete_case(index, "Un"), complete_case(index, "Deux", dwellings=80, loan_amount=None)

    page = read(client, pack_of(two, one))

    assert [" ".join(head.get_text(" ").split()) for head in page.select(".pack__table thead th")] == [
        "Critère",
        "1 Deux",
        "2 Un",
    ]
    table = rows(page)
    assert table["Coût par logement"] == ["15 500 € 1 240 000 € en tout", "31 000 € 1 240 000 € en tout"]
    assert table["Reste à charge par logement"] == ["9 500 €", "19 000 €"]
    assert table["Mensualité du prêt par logement"] == ["non renseigné", "88 € pendant 15 ans"]
    assert table["Étiquette avant → après"] == ["E → puis C"] * 2
    assert table["Gain énergétique"] == ["59 %"] * 2
    assert table["Durée des travaux"][0].startswith("16 mois")
    assert "78 % des voix" in table["Vote en assemblée"][0]
    assert "MaPrimeRénov’ Copropriété : 420 000 €" in table["Aides"][0].replace("\u00a0", " ")


def test_a_row_that_nobody_filled_is_left_out(client: Client, index: ExperienceIndexPage) -> None:
    page = read(client, pack_of(experience(index, "Un", dwellings=3), experience(index, "Deux")))

    assert list(rows(page)) == ["Taille"]


def test_unknown_withdrawn_and_malformed_ids_are_left_aside_and_told(
    client: Client, index: ExperienceIndexPage
) -> None:
    draft = complete_case(index, "Brouillon", live=False)
    address = pack_of(complete_case(index, "Un"), complete_case(index, "Deux"), draft)

    page = read(client, f"{address}&fiche=abc")

    assert "2 fiches demandées sont inconnues" in page.main.get_text()
    assert "Brouillon" not in page.main.get_text()


def test_a_fifth_case_is_told_to_be_too_many(client: Client, index: ExperienceIndexPage) -> None:
    page = read(client, pack_of(*(complete_case(index, f"Cas {n}") for n in range(5))))

    assert len(page.select(".pack__case")) == 4
    assert "quatre" in page.main.get_text() or "4 cas au plus" in page.main.get_text()


def test_under_two_cases_the_page_helps_to_choose_those_most_like(client: Client, index: ExperienceIndexPage) -> None:
    chosen = complete_case(index, "Choisi")
    complete_case(index, "Différent", period="after-2010", heating_energy="wood")
    like = complete_case(index, "Semblable")

    page = read(client, pack_of(chosen))

    assert words(page, ".pack__chosen li").startswith("Choisi (Balma)")
    first = page.select_one(".pack__proposal")
    assert words(first, "h3") == "Semblable"
    assert first.select_one(".button")["href"] == f"{ADDRESS}?fiche={chosen.pk}&fiche={like.pk}"


def test_an_empty_pack_proposes_the_latest_and_other_ways(client: Client, index: ExperienceIndexPage) -> None:
    complete_case(index, "Récent")

    page = read(client, ADDRESS)

    assert words(page, ".pack__proposal h3") == "Récent"
    assert "/experiences/comme-le-mien/" in [link["href"] for link in page.select(".notice a")]


def test_leads_to_trades_to_an_adviser_and_to_the_pdf(client: Client, index: ExperienceIndexPage) -> None:
    address = pack_of(complete_case(index, "Un"), complete_case(index, "Deux"))

    page = read(client, address)

    links = [link["href"] for link in page.select(".pack a")]
    assert "/annuaire/?metier=architecte&logement=copropriete" in links
    assert any(link.startswith("tel:") for link in links)
    assert address.replace("dossier/", "dossier.pdf") in links


def test_the_short_address_is_printed_and_leads_back(client: Client, index: ExperienceIndexPage) -> None:
    one, two = complete_case(index, "Un"), complete_case(index, "Deux")

    printed = words(read(client, pack_of(one, two)), ".pack__code a")

    assert printed == f"http://testserver/experiences/dossier/{one.pk}-{two.pk}/"
    answer = client.get(printed.removeprefix("http://testserver"))
    assert answer.headers["Location"] == pack_of(one, two)


def test_the_code_holds_the_address() -> None:
    side, path = qr_path("http://testserver/experiences/dossier/1-2/")
    code = segno.make("http://testserver/experiences/dossier/1-2/", error="m", micro=False, boost_error=False)

    dark = {(x, y) for y, row in enumerate(code.matrix_iter(border=QUIET)) for x, module in enumerate(row) if module}
    drawn = set()
    for piece in path.split("M")[1:]:
        x, y = map(int, piece.partition("h")[0].split())
        drawn |= {(x + step, y) for step in range(int(piece.partition("h")[2].partition("v")[0]))}
    assert drawn == dark
    assert side == code.symbol_size(border=QUIET)[0]


def test_a_map_shows_where_they_are(client: Client, index: ExperienceIndexPage) -> None:
    page = read(client, pack_of(complete_case(index, "Un"), complete_case(index, "Deux", commune_id="31149")))

    drawing = page.select_one("svg.pack__drawing")
    assert "Un (Balma)" in drawing["aria-label"]
    assert len(drawing.select(".pack__outlines path")) == 37


def test_the_quarter_is_all_that_is_shown_of_a_place(client: Client, index: ExperienceIndexPage) -> None:
    address = pack_of(complete_case(index, "Un"), complete_case(index, "Deux"))

    content = client.get(address).content.decode()

    assert not any(secret in content for secret in ("43.61234", "1.49876", "Tilleuls", "Mme Exacte"))


def test_texts_are_shown_as_written(client: Client, index: ExperienceIndexPage) -> None:
    address = pack_of(complete_case(index, "<b>Un</b>", quote="<script>"), complete_case(index, "Deux"))

    content = client.get(address).content.decode()

    assert "<script>»" not in content.replace(" ", "")
    assert "&lt;b&gt;Un&lt;/b&gt;" in content


def test_asks_few_queries(client: Client, index: ExperienceIndexPage, django_assert_max_num_queries: Any) -> None:
    address = pack_of(*(complete_case(index, f"Cas {n}") for n in range(4)))
    client.get(address)

    with django_assert_max_num_queries(15):
        client.get(address)


def test_sets_no_cookie_and_is_only_read(client: Client, index: ExperienceIndexPage) -> None:
    assert not client.get(ADDRESS).cookies
    assert client.post(ADDRESS).status_code == 405
