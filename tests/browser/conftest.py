"""A real Chromium before the real server, on a database of its own.

`SITE_UNDER_TEST=http://…` aims the suite at a server that already runs.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.server import CHROMIUM_ARGUMENTS, NoServer, serving

PATIENCE = 10_000  # milliseconds: a busy machine is not a fault
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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if address := os.environ.get("SITE_UNDER_TEST"):
        yield address
        return
    try:
        with serving(tmp_path_factory.mktemp("site")) as address:
            yield address
    except NoServer as error:
        pytest.fail(f"The server does not answer:\n{error}")


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
