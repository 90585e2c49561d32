"""The results change without loading the page again, and a reader is told of it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
LOADED = "window.stayed"  # set once: gone when the page is loaded again


@pytest.fixture
def page(visit: Visit) -> Page:
    page = visit.open("/annuaire/?lieu=31000")
    page.evaluate(f"{LOADED} = true")
    return page


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_a_ticked_box_narrows_the_list_in_place_and_keeps_the_focus(page: Page) -> None:
    before = title(page)

    page.get_by_label("Qualification RGE").check()

    expect(page.get_by_role("heading", level=1)).not_to_have_text(before)
    expect(page).to_have_url(re.compile("label=rge"))
    expect(page.get_by_label("Qualification RGE")).to_be_focused()
    expect(page.locator("body > [role=status]")).to_have_text(title(page))
    assert page.evaluate(LOADED)


def test_a_search_gives_the_focus_to_its_heading_and_its_title_to_the_window(page: Page) -> None:
    page.get_by_label("Que recherchez-vous").fill("isolation")

    page.get_by_role("search").get_by_role("button", name="Rechercher").click()

    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page).to_have_title(re.compile("^«.isolation.»"))
    assert page.evaluate(LOADED)


def test_the_state_that_the_bar_shows_is_the_one_that_a_new_visit_finds(page: Page) -> None:
    page.get_by_label("Copropriété").check()
    expect(page).to_have_url(re.compile("logement=copropriete"))
    shown = title(page)

    page.reload()

    assert title(page) == shown
    expect(page.get_by_label("Copropriété")).to_be_checked()


def test_the_bar_shows_the_one_address_of_a_state(page: Page) -> None:
    page.get_by_label("Qualification RGE").check()

    expect(page).to_have_url(re.compile(r"/annuaire/\?commune=31555&label=rge$"))


def test_going_back_shows_the_former_results(page: Page) -> None:
    before = title(page)
    page.get_by_label("Qualification RGE").check()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(before)

    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text(before)


def test_the_next_page_comes_in_place_with_its_form_alive(page: Page) -> None:
    page.get_by_role("link", name="Page suivante").click()

    expect(page).to_have_url(re.compile("page=2"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.get_by_role("combobox", name="Localisation").press_sequentially(" ")
    page.get_by_role("combobox", name="Localisation").fill("balm")
    expect(page.get_by_role("option").first).to_have_text("Balma (31130)")
    assert page.evaluate(LOADED)


def test_nothing_of_a_search_stays_in_the_browser(page: Page) -> None:
    page.get_by_label("Qualification RGE").check()
    expect(page.get_by_label("Qualification RGE")).to_be_focused()

    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_an_answer_that_fails_becomes_an_ordinary_visit(page: Page) -> None:
    page.route("**/annuaire/**", lambda route: route.abort(), times=1)

    page.get_by_label("Qualification RGE").check()

    expect(page).to_have_url(re.compile("label=rge"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("professionnel")
    assert not page.evaluate(LOADED)
