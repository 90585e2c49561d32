"""A real Chromium before the real server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.page_types import PACK, PAGES, SHEET
from tests.browser.server import CHROMIUM_ARGUMENTS

PATIENCE = 30_000  # milliseconds; a busy machine is not a fault
expect.set_options(timeout=PATIENCE)


@dataclass
class Visit:
    """A page being read, and what the browser complained of or fetched meanwhile."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.site + path)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # One for each module, not for the session: while Playwright runs, Django refuses its database to other tests.
    path = chromium.find()
    if path is None:
        pytest.fail("No Chromium: install one, set CHROMIUM to its path, or run `make var/chromium-path`.")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    with visiting(browser, site) as visit:
        yield visit


@pytest.fixture
def plain_visit(browser: Browser, site: str) -> Iterator[Visit]:
    """A visit without JavaScript."""
    with visiting(browser, site, javascript=False) as visit:
        yield visit


@pytest.fixture(params=PAGES, scope="module")
def reading(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """Open each type of page once; the tests of a module share it."""
    with visiting(browser, site) as visit:
        if request.param == SHEET:
            visit.open("/annuaire/?q=architecte").locator(".card h2 a").first.click()
            visit.page.wait_for_load_state()
        elif request.param == PACK:
            open_pack(visit)
        else:
            visit.open(PAGES[request.param])
        yield visit


def open_pack(visit: Visit) -> Page:
    """Compose a pack of the two first cases that are proposed."""
    page = visit.open("/experiences/dossier/")
    for _ in range(2):
        page.locator(".pack__proposal .button").first.click()
        page.wait_for_load_state()
    return page


@contextmanager
def visiting(browser: Browser, site: str, *, javascript: bool = True) -> Iterator[Visit]:
    context = browser.new_context(
        java_script_enabled=javascript, locale="fr-FR", viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    visit = Visit(page, site)
    page.on("console", lambda message: visit.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda request: visit.requests.append(request.url))
    yield visit
    context.close()
