"""Every type of page by keyboard alone: where one is, what it is called, and how to leave."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.keyboard import MOST, Stop, look, walk

pytestmark = pytest.mark.browser
SKIP_LINKS = {"Aller au contenu", "Skip to content"}
AROUND = 6  # pixels: a ring stands outside of what it surrounds
PICTURED: dict[str, bool] = {}  # whether the ring was seen, by what the stop is drawn like


@dataclass(frozen=True)
class Walk:
    """The stops from the top of the page to its end, the one after that, then those of the way back from the last."""

    page: Page
    there: list[Stop]
    again: Stop | None
    back: list[Stop]

    def faults(self, wrong: Callable[[Stop], bool]) -> list[str]:
        return [f"{stop.kind}: {stop.name}" for stop in (*self.there, *self.back) if wrong(stop)]


@pytest.fixture(scope="module")
def walked(reading: Visit) -> Walk:
    page = reading.page
    there = walk(page, "Tab")
    page.keyboard.press("Tab")
    again = look(page)
    page.locator("*").nth(there[-1].place).focus()
    return Walk(page, there, again, back=walk(page, "Shift+Tab", len(there) - 1))


def test_each_stop_has_a_name(walked: Walk) -> None:
    assert walked.faults(lambda stop: not stop.name) == []


def test_each_stop_is_in_view(walked: Walk) -> None:
    assert walked.faults(lambda stop: not stop.in_view) == []


def test_nothing_covers_a_stop(walked: Walk) -> None:
    assert walked.faults(lambda stop: stop.covered) == []


def test_each_stop_has_a_ring(walked: Walk) -> None:
    assert walked.faults(lambda stop: not stop.ring) == []


def test_the_way_follows_the_text(walked: Walk) -> None:
    places = [stop.place for stop in walked.there]

    assert places == sorted(set(places))
    assert len(places) > 8


def test_the_way_back_is_the_same(walked: Walk) -> None:
    assert [stop.place for stop in reversed(walked.back)] == [stop.place for stop in walked.there[:-1]]


def test_the_keyboard_leaves_the_page_and_comes_back_to_its_top(walked: Walk) -> None:
    assert len(walked.there) < MOST
    assert walked.again
    assert walked.again.name in SKIP_LINKS


def test_the_ring_is_really_seen(walked: Walk) -> None:
    """Compare pictures, once for each kind of stop: a ring may be declared and yet hidden."""
    page = walked.page
    page.evaluate("document.activeElement.blur()")
    for stop in walked.there:
        if stop.kind not in PICTURED:
            PICTURED[stop.kind] = ring_is_seen(page, stop)

    assert [stop.kind for stop in walked.there if not PICTURED[stop.kind]] == []


def ring_is_seen(page: Page, stop: Stop) -> bool:
    """Tell whether the surroundings of a stop change when the keyboard comes to it."""
    element = page.locator("*").nth(stop.place)
    page.keyboard.press("Shift")  # what follows is done by keyboard: `:focus-visible` asks how
    element.focus()
    with_ring = surroundings(page)
    element.evaluate("(element) => element.style.setProperty('outline', 'none', 'important')")
    without = surroundings(page)
    element.evaluate("(element) => { element.style.removeProperty('outline'); element.blur(); }")
    return with_ring != without


def surroundings(page: Page) -> bytes:
    box = page.evaluate("document.activeElement.getClientRects()[0].toJSON()")
    left, top = max(box["left"] - AROUND, 0), max(box["top"] - AROUND, 0)
    size = {"width": box["width"] + 2 * AROUND, "height": box["height"] + 2 * AROUND}
    return page.screenshot(clip={"x": left, "y": top} | size, caret="hide", animations="disabled")
