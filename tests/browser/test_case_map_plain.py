"""Without JavaScript the cases are a list, its filters and a drawing of the territory."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.case_list import total
from tests.browser.conftest import Visit, visiting

pytestmark = pytest.mark.browser
ADDRESS = "/experiences/"
STOPS = ".map-pin, .map-cluster"
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def reader(browser: Browser, site: str) -> Iterator[Visit]:
    with visiting(browser, site, javascript=False) as visit:
        yield visit


def test_is_a_drawing_without_javascript(reader: Visit) -> None:
    page = reader.open(ADDRESS)

    expect(page.get_by_role("img", name=re.compile("^Carte du territoire"))).to_be_visible()
    assert page.locator(".case-drawing__base path").count() == 37
    assert page.locator(".case-drawing > use, .case-drawing__several").count() > 0
    expect(page.get_by_role("button", name="Autour de moi")).to_be_hidden()


def test_filters_without_javascript_and_lets_them_go(reader: Visit) -> None:
    page = reader.open(ADDRESS)
    whole = total(page)
    page.locator(".case-filter summary", has_text="Commune").click()
    page.locator("input[name=commune]").first.check()

    page.get_by_role("button", name="Filtrer").click()

    assert "commune=" in page.url
    assert 0 < total(page) < whole
    page.get_by_role("link", name=re.compile("^Retirer le filtre")).click()
    assert total(page) == whole


def test_offers_wider_searches_when_nothing_answers(reader: Visit) -> None:
    page = reader.open(f"{ADDRESS}?travaux=banque&commune=31555")
    way = page.get_by_role("link", name=re.compile("^Sans le filtre « Travaux »"))
    count = int(re.sub(r"\D", "", way.inner_text()))

    way.click()

    assert total(page) == count > 0
