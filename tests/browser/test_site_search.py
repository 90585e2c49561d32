"""The search of the whole site, as a reader meets it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def field(page: Page):
    return page.get_by_role("combobox", name="Que cherchez-vous sur le site ?")


def test_is_reached_from_every_page_and_answers(visit: Visit) -> None:
    page = visit.open("/")

    page.get_by_role("banner").get_by_role("link", name="Rechercher").click()
    field(page).fill("isolaton des combles")
    field(page).press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("résultats pour « isolaton des combles »")
    expect(page.get_by_text("Nous avons lu « isolation » au lieu de « isolaton ».")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="Professionnels")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="Conseils et pages du site")).to_be_visible()
    assert visit.complaints == []


def test_proposes_searches_and_searches_for_the_one_chosen(visit: Visit) -> None:
    page = visit.open("/recherche/")
    field(page).press_sequentially("archi")
    expect(page.get_by_role("option").first).to_have_text("Architecte")
    expect(field(page)).to_be_focused()

    field(page).press("ArrowDown")
    field(page).press("Enter")

    expect(page).to_have_url(f"{visit.site}/recherche/?q=Architecte")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Architecte")


def test_closes_then_clears_with_escape(visit: Visit) -> None:
    page = visit.open("/recherche/")
    field(page).press_sequentially("archi")
    expect(page.get_by_role("listbox")).to_be_visible()

    field(page).press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field(page)).to_have_value("archi")
    field(page).press("Escape")
    expect(field(page)).to_have_value("")


def test_works_without_javascript(plain_visit: Visit) -> None:
    page = plain_visit.open("/recherche/")

    page.get_by_label("Que cherchez-vous sur le site ?").fill("copropriété")
    page.get_by_role("main").get_by_role("button", name="Rechercher").click()
    page.get_by_role("link", name="Actualités (").click()

    expect(page.locator("[aria-current=true]")).to_contain_text("Actualités")
    expect(page.get_by_role("main").get_by_role("heading", level=3).first).to_be_visible()


def test_proposes_english_pages_in_english(visit: Visit) -> None:
    page = visit.open("/en/recherche/")

    page.get_by_role("combobox").press_sequentially("renovating h")

    expect(page.get_by_role("option").first).to_have_text("Renovating your house")
