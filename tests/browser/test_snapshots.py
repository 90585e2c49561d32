"""The main pages look as they did: `make snapshots` draws them again when a change is meant."""

from collections.abc import Iterator

import pytest
from PIL import Image, ImageDraw, ImageFilter
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium, snapshots
from tests.browser.main_pages import DRAWN, MainPage
from tests.browser.server import serving
from tests.browser.snapshots import FOLDER, blocks, differences, draw, kept_blocks, names, open_page

pytestmark = pytest.mark.browser
MOST_BYTES = 2_000_000  # of them all


@pytest.fixture(scope="module")
def still_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration on the day of the snapshots: a server of its own, its clock moved."""
    with serving(tmp_path_factory.mktemp("snapshots"), snapshots.CLOCK) as address:
        yield address


@pytest.fixture(scope="module")
def drawing_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium.find(), args=snapshots.ARGUMENTS)


@pytest.fixture(scope="module")
def home_page_open(drawing_browser: Browser, still_site: str) -> Iterator[Page]:
    page = open_page(drawing_browser, DRAWN[0], still_site)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def drawing(home_page_open: Page) -> Image.Image:
    return draw(home_page_open, 768, "light")


def compared(before: Image.Image, after: Image.Image) -> str:
    return differences(blocks(before), blocks(after))


def told(page: Page, name: str, width: int, scheme: str) -> str:
    kept = kept_blocks(name)
    return differences(kept, blocks(draw(page, width, scheme))) if kept else "was never drawn"


@pytest.mark.parametrize("main_page", DRAWN, ids=lambda each: each.name)
def test_looks_as_it_did(main_page: MainPage, drawing_browser: Browser, still_site: str) -> None:
    page = open_page(drawing_browser, main_page, still_site)

    found = {name: told(page, name, width, scheme) for name, width, scheme in names(main_page)}
    page.context.close()

    assert {name: words for name, words in found.items() if words} == {}, "meant? then: make snapshots"


def test_are_small_and_none_is_left_over() -> None:
    drawn = {name for page in DRAWN for name, *_ in names(page)}

    assert {file.stem for file in FOLDER.iterdir()} == drawn
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MOST_BYTES


# -- the comparison, seen to fail, and to hold


@pytest.mark.parametrize(
    "fault",
    [
        ":root { --accent: #8a1f5c !important }",
        ".site-header { background: #eee !important }",
        "h1 { translate: 0 14px }",
        ".site-header__tool { visibility: hidden }",
        "h1 { font-family: serif !important }",
    ],
)
def test_sees_a_fault(fault: str, home_page_open: Page, drawing: Image.Image) -> None:
    home_page_open.evaluate(
        """(rules) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          document.adoptedStyleSheets = [sheet];
        }""",
        fault,
    )
    after = draw(home_page_open, 768, "light")
    home_page_open.evaluate("document.adoptedStyleSheets = []")

    assert compared(drawing, after)


def test_finds_the_same_page_unchanged(home_page_open: Page, drawing: Image.Image) -> None:
    assert compared(drawing, draw(home_page_open, 768, "light")) == ""


def test_forgives_letters_smoothed_otherwise(drawing: Image.Image) -> None:
    assert compared(drawing, drawing.filter(ImageFilter.GaussianBlur(1))) == ""


def test_sees_a_block_that_went_away(drawing: Image.Image) -> None:
    after = drawing.copy()
    ImageDraw.Draw(after).rectangle((120, 120, 360, 200), fill="#777")

    assert compared(drawing, after)
