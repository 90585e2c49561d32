"""What a machine can tell of accessibility, and of calm: no console error, no cookie, no third party."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]


@pytest.fixture
def page(reading: Visit) -> Page:
    reading.page.set_viewport_size({"width": 1280, "height": 900})
    reading.page.emulate_media(color_scheme="light")
    return reading.page


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


def test_raises_nothing_in_axe(page: Page) -> None:
    assert violations(page) == []


def test_raises_nothing_in_axe_in_the_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")

    assert violations(page) == []


def test_fits_in_320_pixels(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_moves_nothing_for_those_who_ask_for_calm(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")

    moving = page.evaluate(
        """() => [document.documentElement, ...document.querySelectorAll("*")].filter((element) =>
          ["", "::before", "::after"].some((part) => {
            const style = getComputedStyle(element, part || null);
            const times = `${style.animationDuration}, ${style.transitionDuration}`.split(", ").map(parseFloat);
            return times.some((time) => time > 0.01) || style.scrollBehavior === "smooth";
          })).map((element) => element.outerHTML.slice(0, 100))"""
    )

    assert moving == []
    assert page.evaluate("document.getAnimations().length") == 0


def test_bears_wider_text(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* {line-height: 1.5 !important; letter-spacing: .12em !important;" +
            "word-spacing: .16em !important} p {margin-block-end: 2em !important}");
          document.adoptedStyleSheets = [sheet];
        }"""
    )
    width = page.evaluate("document.documentElement.scrollWidth")
    page.evaluate("document.adoptedStyleSheets = []")

    assert width <= 360


def test_makes_the_browser_complain_of_nothing(page: Page, reading: Visit) -> None:
    expected = {"Failed to load resource: the server responded with a status of 404 (Not Found)"}

    assert set(reading.complaints) - (expected if "nulle-part" in page.url else set()) == set()


def test_sets_no_cookie_and_calls_nobody_else(page: Page, reading: Visit) -> None:
    assert page.context.cookies() == []
    assert [address for address in reading.requests if not address.startswith((reading.site, "data:"))] == []


def test_weighs_little(page: Page, reading: Visit) -> None:
    """A page is light; one with a map may weigh the map's code and data more, and no other fetches any."""
    entries = page.evaluate("performance.getEntries().map(entry => [entry.name, entry.decodedBodySize || 0])")
    of_maps = sum(size for name, size in entries if "/vendor/" in name or ".geojson" in name)
    # The fonts, kept from page to page, have a bound of their own; pictures count in what promises say of a whole page.
    of_fonts = sum(size for name, size in entries if name.endswith(".woff2"))
    of_pictures = sum(size for name, size in entries if "/media/" in name)

    assert sum(size for _name, size in entries) - of_maps < 500_000
    assert sum(size for _name, size in entries) - of_maps - of_fonts - of_pictures < 200_000
    assert of_fonts < 60_000
    assert page.locator("link[rel=stylesheet]:not([href*='/vendor/'])").count() == 1
    assert of_maps < (270_000 if page.locator("[data-case-map]").count() else 1)
