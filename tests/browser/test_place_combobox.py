"""The place chooser keeps the contract of an ARIA combobox with a list."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit.open("/annuaire/")


@pytest.fixture
def place(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Localisation")


def test_proposes_communes_and_says_how_many(page: Page, place: Locator) -> None:
    place.press_sequentially("balm")

    expect(page.get_by_role("option").first).to_have_text("Balma (31130)")
    expect(place).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[data-place-field] [role=status]")).to_contain_text("suggestion")
    expect(place).to_be_focused()


def test_moves_with_the_arrows_while_the_focus_stays(page: Page, place: Locator) -> None:
    place.press_sequentially("balm")
    expect(page.get_by_role("listbox")).to_be_visible()

    place.press("ArrowDown")

    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    expect(place).to_have_attribute("aria-activedescendant", "lieu-suggestions-0")
    expect(place).to_be_focused()


def test_opens_with_down(page: Page, place: Locator) -> None:
    place.press_sequentially("balm")
    expect(page.get_by_role("listbox")).to_be_visible()
    place.press("Escape")

    place.press("ArrowDown")

    expect(page.get_by_role("listbox")).to_be_visible()


def test_closes_then_clears_with_escape(page: Page, place: Locator) -> None:
    place.press_sequentially("balm")
    expect(page.get_by_role("listbox")).to_be_visible()

    place.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(place).to_have_value("balm")
    place.press("Escape")

    expect(place).to_have_value("")


def test_sends_the_form_when_enter_is_pressed_on_nothing(page: Page, place: Locator) -> None:
    place.press_sequentially("31000")
    expect(page.get_by_role("listbox")).to_be_visible()

    with page.expect_request(lambda request: "/annuaire/?" in request.url) as sent:
        place.press("Enter")

    asked = parse_qs(urlsplit(sent.value.url).query)
    assert asked["lieu"] == ["31000"]
    assert "commune" not in asked


def test_chooses_the_marked_commune_then_sends_its_code(page: Page, place: Locator) -> None:
    place.press_sequentially("balm")
    expect(page.get_by_role("listbox")).to_be_visible()
    place.press("ArrowDown")

    place.press("Enter")
    expect(place).to_have_value("Balma (31130)")
    with page.expect_request(lambda request: "/annuaire/?" in request.url) as sent:
        place.press("Enter")

    assert parse_qs(urlsplit(sent.value.url).query)["commune"] == ["31044"]


def test_chooses_with_the_mouse(page: Page, place: Locator) -> None:
    place.press_sequentially("balm")

    page.get_by_role("option", name="Balma (31130)", exact=True).click()

    expect(place).to_have_value("Balma (31130)")
    expect(place).to_be_focused()
    expect(page.locator("input[name=commune]")).to_have_value("31044")


def test_forgets_the_code_when_one_types_again(visit: Visit) -> None:
    page = visit.open("/annuaire/?commune=31044")
    place = page.get_by_role("combobox", name="Localisation")

    place.fill("31000")
    with page.expect_request(lambda request: "/annuaire/?" in request.url) as sent:
        place.press("Enter")

    assert "commune" not in parse_qs(urlsplit(sent.value.url).query)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Toulouse (31000)")


def test_stays_a_plain_field_when_suggestions_fail(visit: Visit, page: Page, place: Locator) -> None:
    page.route("**/api/v1/places/**", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        place.press_sequentially("31000")

    place.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Toulouse (31000)")
    assert [told for told in visit.complaints if "ERR_FAILED" not in told] == []
