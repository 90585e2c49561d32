"""What a page may cost: weight, requests, and how much it moves by itself. Durations are in `bench.front`."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit, visiting
from tests.browser.main_pages import WEIGHED, MainPage
from tests.browser.measures import Weights, fetched, shifts, slow_down, weights

pytestmark = pytest.mark.browser
KB = 1_000
PAGE, MAP_PAGE, CSS, OWN_JS = 150 * KB, 300 * KB, 30 * KB, 20 * KB
REQUESTS = 15
SHIFT = 0.02
WIDTHS = (360, 1280)
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif")


@pytest.fixture(params=WEIGHED, ids=lambda each: each.name, scope="module")
def main_page(request: pytest.FixtureRequest) -> MainPage:
    return request.param


@pytest.fixture(scope="module")
def opened(browser: Browser, site: str, main_page: MainPage) -> Iterator[Visit]:
    """Read a page once, with nothing kept from another one; the tests of its weight share it."""
    with visiting(browser, site) as visit:
        visit.page.goto(main_page.address(site))
        visit.page.wait_for_load_state("networkidle")
        yield visit


@pytest.fixture(params=WIDTHS)
def late(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A page of a width, whose files will come late."""
    with visiting(browser, site) as visit:
        visit.page.set_viewport_size({"width": request.param, "height": 740})
        slow_down(visit.page)
        yield visit.page


@pytest.fixture
def weighed(opened: Visit) -> Weights:
    return weights(fetched(opened.page))


def test_weighs_no_more_than_its_budget(weighed: Weights, main_page: MainPage) -> None:
    assert 0 < weighed.total <= (MAP_PAGE if main_page.has_map else PAGE)


def test_has_a_light_style_sheet(weighed: Weights) -> None:
    assert 0 < weighed.css <= CSS


def test_has_few_scripts_of_its_own(weighed: Weights) -> None:
    assert weighed.own_js <= OWN_JS


def test_asks_for_few_files(opened: Visit, main_page: MainPage) -> None:
    asked = [address for address in opened.requests if not address.startswith("data:")]
    # A map asks for as many tiles as it has room for: they are pictures, and come after it.
    counted = [address for address in asked if not (main_page.has_map and address.endswith(PICTURES))]

    assert 0 < len(counted) <= REQUESTS, counted


def test_stays_still_while_it_is_read(late: Page, main_page: MainPage, site: str) -> None:
    late.goto(main_page.address(site))

    moved = shifts(late)

    assert sum(shift["value"] for shift in moved) < SHIFT, moved


# -- the measures themselves, seen to fail


def test_counts_styles_scripts_fonts_and_the_page_but_no_picture() -> None:
    site = "http://127.0.0.1:8000"
    files = [("/annuaire/?q=pac", 1), ("/static/css/site.0a.css", 10), ("/static/fonts/a.0a.woff2", 100)]
    scripts = [("/static/js/results.0a.js", 1_000), ("/static/django_htmx/htmx.min.0a.js", 10_000)]
    pictures = [("/media/images/a.webp", 100_000), ("/static/images/facades.0a.svg", 100_000)]

    found = weights((site + path, size) for path, size in [*files, *scripts, *pictures])

    assert found == Weights(total=11_111, css=10, own_js=1_000)


def test_sees_a_page_that_moves(late: Page, site: str) -> None:
    late.goto(site)
    late.evaluate("document.querySelector('main').style.marginBlockStart = '200px'")

    assert sum(shift["value"] for shift in shifts(late)) > SHIFT


def test_sees_what_comes_without_the_place_kept_for_it(late: Page, site: str) -> None:
    late.add_init_script(
        """addEventListener("load", () => setTimeout(() => {
          document.querySelector("main").before(Object.assign(document.createElement("p"), { textContent: "Alerte" }));
        }, 300))"""
    )

    late.goto(site)

    assert sum(shift["value"] for shift in shifts(late)) > 0
