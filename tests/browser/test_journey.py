"""A resident types "architecte" and "31000" and reads who serves Toulouse."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
ANSWER = re.compile(r"^[\d\s]+ professionnels pour «\s*architecte\s*» près de Toulouse \(31000\)$")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")


def search(page: Page) -> None:
    page.get_by_label("Que recherchez-vous ?").fill("architecte")
    page.get_by_label("Localisation").fill("31000")
    page.get_by_role("button", name="Rechercher").click()


def test_finds_who_serves_toulouse(visit: Visit) -> None:
    page = visit.open("/")

    search(page)

    expect(page.get_by_role("heading", level=1)).to_have_text(ANSWER)
    expect(page.locator(".card").first).to_contain_text("Architecte")


def test_finds_who_serves_toulouse_without_javascript(plain_visit: Visit) -> None:
    page = plain_visit.open("/")

    search(page)

    expect(page.get_by_role("heading", level=1)).to_have_text(ANSWER)


def test_reads_a_sheet_without_javascript(plain_visit: Visit) -> None:
    page = plain_visit.open("/annuaire/?q=architecte&lieu=31000")
    link = page.locator(".card h2 a").first
    name = link.inner_text()

    link.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("heading", name="Contact")).to_be_visible()


def test_narrows_by_a_filter_without_javascript(plain_visit: Visit) -> None:
    page = plain_visit.open("/annuaire/?q=architecte&lieu=31000")

    page.get_by_role("checkbox", name="Qualification RGE en cours").check()
    page.get_by_role("button", name="Appliquer les filtres").click()

    expect(page.get_by_role("link", name="Retirer le filtre Qualification RGE en cours")).to_be_visible()
    assert "q=architecte" in page.url
    assert "label=rge" in page.url


def test_goes_the_whole_way_by_keyboard(visit: Visit) -> None:
    page = visit.open("/")
    keyboard = page.keyboard

    keyboard.press("Tab")
    assert focused(page) == "Aller au contenu"
    keyboard.press("Enter")
    keyboard.press("Tab")
    assert focused(page) == "q"
    keyboard.type("architecte")
    keyboard.press("Tab")
    assert focused(page) == "lieu"
    keyboard.type("31000")
    keyboard.press("Tab")
    assert focused(page) == "logement"
    keyboard.press("Tab")
    assert focused(page) == "Rechercher"
    keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(ANSWER)
