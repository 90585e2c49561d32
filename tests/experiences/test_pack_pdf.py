"""The hand-out as a PDF: tagged (PDF/UA-1), with its title, language and reading order."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pypdf import PdfReader

from experiences.models import ExperienceIndexPage
from experiences.pack import document
from home.models import HomePage
from tests.experiences.complete_cases import complete_case, with_photos
from tests.home.samples import experience_index, picture

pytestmark = pytest.mark.django_db
TITLE = "Dossier pour l’assemblée générale"
MARKUP = 'Tour 😀 #set text(red) $x$ @lab \\ _a_ *b* #include("/etc/passwd") // ]'


@pytest.fixture
def index(home: HomePage, settings: Any, tmp_path: Path) -> ExperienceIndexPage:
    settings.MEDIA_ROOT = str(tmp_path)
    return experience_index(home)


def read_pdf(client: Client, *cases: Any, prefix: str = "") -> PdfReader:
    query = "&".join(f"fiche={case.pk}" for case in cases)
    answer = client.get(f"{prefix}/experiences/dossier.pdf?{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    return PdfReader(BytesIO(answer.content))


def elements(reader: PdfReader) -> Iterator[Any]:
    """Give the elements of the structure in the order in which they are read aloud."""

    def walk(node: Any) -> Iterator[Any]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict) and "/S" in node:
            yield node
            yield from walk(node.get("/K", []))

    return walk(reader.root_object["/StructTreeRoot"]["/K"])


def headings(reader: PdfReader) -> list[tuple[str, str]]:
    return [(str(each["/S"]), str(each["/T"])) for each in elements(reader) if str(each["/S"]) in ("/H1", "/H2", "/H3")]


def test_says_its_title_its_language_and_that_it_is_for_everybody(client: Client, index: ExperienceIndexPage) -> None:
    reader = read_pdf(client, complete_case(index, "Un"), complete_case(index, "Deux"))

    root: Any = reader.root_object
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("fr", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


def test_is_read_in_the_order_of_the_page(client: Client, index: ExperienceIndexPage) -> None:
    reader = read_pdf(client, complete_case(index, "Un"), complete_case(index, "Deux", commune_id="31149"))

    assert headings(reader) == [
        ("/H1", TITLE),
        ("/H2", "Les cas"),
        ("/H3", "1 Un"),
        ("/H3", "2 Deux"),
        ("/H2", "Comparer"),
        ("/H2", "Où ils sont"),
        ("/H2", "Qui peut faire ces travaux"),
        ("/H2", "Parler à un conseiller"),
        ("/H2", "Sources"),
    ]


def test_the_comparison_is_a_table_with_heads(client: Client, index: ExperienceIndexPage) -> None:
    kinds = [str(each["/S"]) for each in elements(read_pdf(client, complete_case(index), complete_case(index)))]

    assert kinds.count("/Table") == 1
    assert kinds.count("/TH") == 3 + 4  # the cases and what is compared, then the groups of rows


def test_every_picture_is_told(client: Client, index: ExperienceIndexPage) -> None:
    shown = with_photos(complete_case(index, "Un"), picture("Avant"), picture("Après"))

    reader = read_pdf(client, shown, complete_case(index, "Deux"))

    told = [str(each.get("/Alt", "")) for each in elements(reader) if str(each["/S"]) == "/Figure"]
    assert told[:2] == ["La façade grise", "La façade isolée, couleur sable"]
    assert told[2].startswith("Carte des communes")
    assert told[3].startswith("Code QR de l’adresse http://testserver/experiences/dossier/")
    assert all(told)


def test_is_on_a4_in_few_pages(client: Client, index: ExperienceIndexPage) -> None:
    reader = read_pdf(client, *(complete_case(index, f"Cas {n}") for n in range(4)))

    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {(595, 842)}
    assert len(reader.pages) <= 3


def test_texts_are_data_never_markup(client: Client, index: ExperienceIndexPage) -> None:
    case = complete_case(index, MARKUP, quote=MARKUP, quote_author=MARKUP)

    reader = read_pdf(client, case, complete_case(index, "Deux"))

    assert ("/H3", "1 " + MARKUP.replace("😀 ", "")) in headings(reader)


def test_holds_no_more_of_a_place_than_is_published(client: Client, index: ExperienceIndexPage) -> None:
    reader = read_pdf(client, complete_case(index, "Un"), complete_case(index, "Deux"))

    text = "".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    assert "Balma" in text
    assert not any(secret in text for secret in ("Tilleuls", "43.61", "1.49", "Mme Exacte"))


def test_speaks_english(client: Client, index: ExperienceIndexPage) -> None:
    cases = complete_case(index, "Un"), complete_case(index, "Deux")
    for case in cases:
        assert case.pk
    query = "&".join(f"fiche={case.pk}" for case in cases)

    answer = client.get(f"/en/experiences/dossier.pdf?{query}")

    assert answer.status_code in (200, 302)  # 302 where no English tree holds them


def test_under_two_cases_leads_to_the_page_that_helps(client: Client, index: ExperienceIndexPage) -> None:
    case = complete_case(index)

    answer = client.get(f"/experiences/dossier.pdf?fiche={case.pk}&fiche=0")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/experiences/dossier/?fiche={case.pk}")


def test_a_composer_that_fails_leaves_the_page_to_print(
    client: Client, index: ExperienceIndexPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "composer.py"
    broken.write_text("import time; time.sleep(30)")
    monkeypatch.setattr(document, "COMPOSER", broken)
    monkeypatch.setattr(document, "SECONDS", 0.5)
    cases = complete_case(index, "Un"), complete_case(index, "Deux")

    answer = client.get("/experiences/dossier.pdf?" + "&".join(f"fiche={case.pk}" for case in cases))

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert "réessayez dans une minute" in answer.content.decode()


def test_wears_the_colours_of_the_energy_classes_that_pages_wear() -> None:
    tokens = (settings.ROOT / "static" / "css" / "tokens.css").read_text()
    document = (settings.ROOT / "experiences" / "pack" / "dossier.typ").read_text()

    ours = dict(re.findall(r"--class-([a-g]): (#[0-9a-f]{6})", tokens))

    assert {letter.lower(): colour for letter, colour in re.findall(r'\b([A-G]): rgb\("(#\w+)"\)', document)} == ours
