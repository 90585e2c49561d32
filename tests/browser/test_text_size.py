"""Letters twice as large lose nothing (RGAA 10.4)."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.main_pages import CASES, DRAWN, MainPage

pytestmark = pytest.mark.browser
DOUBLE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { font-size: 200% !important }");
  document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => [...document.querySelectorAll("body *")].filter((element) =>
  !element.closest(".visually-hidden, .skip-link") &&
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
  ["hidden", "clip"].includes(getComputedStyle(element).overflowX) &&
  (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
).map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("main_page", [*DRAWN, CASES], ids=lambda each: each.name)
def test_letters_twice_as_large_are_neither_cut_nor_wider_than_the_window(main_page: MainPage, visit: Visit) -> None:
    visit.page.goto(main_page.address(visit.site))
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = visit.page.evaluate(size)

    visit.page.evaluate(DOUBLE)

    assert visit.page.evaluate(size) == 2 * before
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert visit.page.evaluate(CUT) == []
