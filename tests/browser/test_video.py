"""A film is asked of its site when the reader clicks, and not before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser
HERE = "http://page.test/"
FILM = {"title": "Un chantier", "url": "https://tube.numerique.gouv.fr/w/abc123", "duration": "3 min", "transcript": ""}


@pytest.fixture
def asked() -> list[str]:
    """What was asked of other sites."""
    return []


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, asked: list[str]) -> Iterator[Page]:
    block = render_to_string("blocks/video.html", {"value": FILM | {"poster": None}})
    document = (
        f'<!DOCTYPE html><html lang="fr"><title>Film</title>{block}<script type="module" src="/video.js"></script>'
    )
    script = (Path(settings.ROOT) / "static" / "js" / "video.js").read_text()

    def answer(route: Route) -> None:
        if not route.request.url.startswith(HERE):
            asked.append(route.request.url)
            route.fulfill(body="<p>Le film</p>", content_type="text/html")
        elif route.request.url.endswith(".js"):
            route.fulfill(body=script, content_type="text/javascript")
        else:
            route.fulfill(body=document, content_type="text/html; charset=utf-8")

    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.route("**/*", answer)
    page.goto(HERE)
    yield page
    context.close()


@pytest.mark.parametrize("page", [True], indirect=True)
def test_shows_the_film_in_the_page_once_asked(page: Page, asked: list[str]) -> None:
    start = page.get_by_role("button", name="Regarder la vidéo « Un chantier »")
    expect(start).to_be_visible()
    assert asked == []

    start.focus()
    page.keyboard.press("Enter")

    frame = page.locator("iframe")
    expect(frame).to_be_focused()
    expect(frame).to_have_attribute("title", "Un chantier")
    assert asked == ["https://tube.numerique.gouv.fr/videos/embed/abc123"]


@pytest.mark.parametrize("page", [False], indirect=True)
def test_leads_to_the_film_without_javascript(page: Page, asked: list[str]) -> None:
    link = page.get_by_role("link", name="Regarder la vidéo « Un chantier »")

    assert link.get_attribute("href") == FILM["url"]
    assert asked == []
