"""The hand-out for an assembly, from five answers to a page to print, without JavaScript."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.conftest import Visit, open_pack, visiting

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def reader(browser: Browser, site: str) -> Iterator[Visit]:
    with visiting(browser, site, javascript=False) as visit:
        yield visit


def test_five_answers_lead_to_a_pack(reader: Visit) -> None:
    page = reader.open("/experiences/comme-le-mien/")
    page.get_by_label("Commune").fill("Toulouse")
    page.get_by_label("Nombre de logements").fill("52")
    page.get_by_label("Période de construction").select_option("1949-1974")
    page.get_by_role("button", name="Chercher ce qui me ressemble").click()
    expect(page.get_by_text(re.compile("^Ressemblance")).first).to_be_visible()

    for _ in range(2):
        page.get_by_role("link", name=re.compile("^Ajouter au dossier")).first.click()
    page.get_by_role("link", name="Voir le dossier").click()

    expect(page.locator(".pack__case")).to_have_count(2)
    expect(page.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 768])
def test_a_pack_fits_on_narrow_screens(reader: Visit, width: int) -> None:
    page = open_pack(reader)

    page.set_viewport_size({"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_pack_is_printed_on_few_sheets_of_a4(reader: Visit) -> None:
    page = open_pack(reader)

    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages

    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {(595, 842)}
    assert len(sheets) <= 5
