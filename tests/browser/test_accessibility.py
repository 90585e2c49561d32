"""What a machine can tell of accessibility, and of calm: no console error, no cookie, no third party."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit, visiting

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]
SHEET = "fiche"
PAGES = {
    "home": "/",
    "results": "/annuaire/?q=architcte&lieu=31140&label=rge",
    "nobody": "/annuaire/?q=zzzz&lieu=310000",
    "site search": "/recherche/?q=isolaton+combles",
    "site search, nothing": "/recherche/?q=zzzz",
    SHEET: "",
    "not-found": "/nulle-part/",
    "news": "/actualites/",
    "a piece of news": "/actualites/permanences-du-soir/",
    "agenda": "/agenda/",
    "an event": "/agenda/permanence-du-jeudi/",
    "resources": "/ressources/?nature=guide",
    "a resource": "/ressources/guide-copropriete/",
    "case studies": "/experiences/",
    "a case study": "/experiences/residence-les-tilleuls/",
    "advice": "/conseils/copropriete/",
    "questions": "/conseils/questions/",
    "glossary": "/conseils/glossaire/",
    "contact": "/contact/",
    "legal": "/mentions-legales/",
    "privacy": "/donnees-personnelles/",
    "accessibility": "/accessibilite/",
    "site map": "/plan-du-site/",
    "in English": "/en/",
    "not translated": "/en/mentions-legales/",
}


@pytest.fixture(params=PAGES, scope="module")
def reading(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """Open each page once; the tests of a page share it."""
    with visiting(browser, site) as visit:
        if request.param == SHEET:
            visit.open("/annuaire/?q=architecte").locator(".card h2 a").first.click()
            visit.page.wait_for_load_state()
        else:
            visit.open(PAGES[request.param])
        yield visit


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
    sizes = page.evaluate("performance.getEntries().map(entry => entry.decodedBodySize || 0)")

    assert sum(sizes) < 200_000
    assert page.locator("link[rel=stylesheet]").count() <= 6
