"""The map of the cases: by mouse, by keyboard, without tiles, without its script."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.case_list import total
from tests.browser.conftest import Visit
from tests.browser.keyboard import look
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser
ADDRESS = "/experiences/"
STOPS = ".map-pin, .map-cluster"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def cases(visit: Visit) -> Page:
    """The page of the cases on a wide screen, its map drawn."""
    return drawn(visit.open(ADDRESS))


def drawn(page: Page) -> Page:
    page.locator(".case-map__frame").scroll_into_view_if_needed()
    expect(page.locator("[data-ready]")).to_have_count(1)
    return page


def stops(page: Page) -> Locator:
    return page.locator(".leaflet-marker-pane").locator(STOPS)


def names(page: Page) -> list[str]:
    return [str(stop.get_attribute("aria-label")) for stop in stops(page).all()]


def held(page: Page) -> int:
    """Count the cases that markers and clusters stand for."""
    clusters = page.locator(".leaflet-marker-pane .map-cluster").all_inner_texts()
    return sum(map(int, clusters)) + page.locator(".leaflet-marker-pane .map-pin").count()


def to_a_case(page: Page) -> Locator:
    """Open clusters by keyboard until a case stands alone; give its marker."""
    for _step in range(12):
        if page.locator(".leaflet-marker-pane .map-pin").count():
            return page.locator(".leaflet-marker-pane .map-pin").first
        page.locator(".leaflet-marker-pane .map-cluster").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(400)
    raise AssertionError("no cluster opens")


def test_shows_every_case_of_the_list(cases: Page) -> None:
    assert held(cases) == total(cases)


def test_gives_each_marker_a_name_of_its_own_a_shape_and_room_for_a_finger(cases: Page) -> None:
    told = names(cases)

    assert all(told)
    pins = [name for name in told if "étiquette" in name]
    assert len(set(pins)) == len(pins)
    for stop in stops(cases).all():
        box = stop.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    for pin in cases.locator(".leaflet-marker-pane .map-pin use").all():
        assert re.fullmatch(r"#pin-[a-gx]", pin.get_attribute("href") or "")


def test_says_in_words_how_many_a_cluster_holds(cases: Page) -> None:
    for cluster in cases.locator(".leaflet-marker-pane .map-cluster").all():
        assert cluster.get_attribute("aria-label") == f"{cluster.inner_text()} bâtiments proches : agrandir"


def test_is_walked_by_keyboard_from_marker_to_marker(cases: Page) -> None:
    frame = cases.locator(".case-map__frame")
    frame.focus()
    seen = set()

    for _press in range(stops(cases).count()):
        cases.keyboard.press("Tab")
        stop = look(cases)
        assert stop
        assert stop.in_view
        assert stop.ring
        seen.add(stop.place)

    assert len(seen) == stops(cases).count()
    cases.keyboard.press("Tab")
    expect(frame.locator(":focus")).to_have_count(0)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_opens_a_card_by_keyboard_that_takes_the_focus_and_gives_it_back(cases: Page, key: str) -> None:
    pin = to_a_case(cases)
    name = str(pin.get_attribute("aria-label"))
    pin.focus()

    cases.keyboard.press(key)
    card = cases.get_by_role("dialog")
    link = card.get_by_role("link").first
    expect(link).to_be_focused()
    assert name.startswith(link.inner_text())
    cases.keyboard.press("Escape")

    expect(card).to_have_count(0)
    expect(cases.locator(f'[aria-label="{name}"]')).to_be_focused()


def test_leaves_an_open_card_by_tab_as_it_comes(cases: Page) -> None:
    to_a_case(cases).focus()
    cases.keyboard.press("Enter")
    expect(cases.get_by_role("dialog").get_by_role("link").first).to_be_focused()

    for _press in range(8):
        cases.keyboard.press("Tab")

    expect(cases.locator(".case-map__frame :focus")).to_have_count(0)


def test_an_item_selects_its_marker_and_stands_in_the_address(cases: Page) -> None:
    item = cases.locator("[data-case]").last
    title = item.locator("h3 a").evaluate("link => link.firstChild.textContent")

    item.get_by_role("link", name=re.compile("^Voir sur la carte")).click()

    expect(cases.get_by_role("dialog", name=title)).to_be_visible()
    expect(item).to_have_attribute("data-chosen", "")
    assert f"fiche={item.get_attribute('data-case')}" in cases.url


def test_a_marker_selects_its_item_and_brings_the_page_where_it_stands(cases: Page) -> None:
    pin = to_a_case(cases)
    title = str(pin.get_attribute("aria-label")).split(",")[0]

    pin.click()

    expect(cases.locator("[data-chosen] h3")).to_contain_text(title)
    cases.get_by_role("button", name="Fermer la fiche").click()
    expect(cases.locator("[data-chosen]")).to_have_count(0)
    assert "fiche=" not in cases.url


def test_an_address_that_selects_a_case_shows_it_and_leaves_the_focus(visit: Visit) -> None:
    key = visit.open(ADDRESS).locator("[data-case]").first.get_attribute("data-case")

    page = drawn(visit.open(f"{ADDRESS}?fiche={key}"))

    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator(f'[data-case="{key}"]')).to_have_attribute("data-chosen", "")
    assert page.evaluate("document.activeElement === document.body")


def test_means_something_without_any_tile_server(cases: Page, visit: Visit) -> None:
    assert cases.locator("path.map-commune").count() == 37
    assert cases.locator(".map-name:not([hidden]) span").count() > 8
    assert [address for address in visit.requests if not address.startswith((visit.site, "data:"))] == []
    expect(cases.locator(".leaflet-names-pane")).to_have_attribute("aria-hidden", "true")


def test_keeps_the_wheel_for_the_page_until_asked(cases: Page) -> None:
    box = cases.locator(".case-map__frame").bounding_box()
    assert box
    zoom = names_and_places(cases)
    cases.mouse.move(box["x"] + 40, box["y"] + box["height"] - 40)
    top = cases.evaluate("scrollY")

    cases.mouse.wheel(0, 120)
    cases.wait_for_timeout(500)
    assert cases.evaluate("scrollY") > top
    assert names_and_places(cases) == zoom
    cases.evaluate("scrollTo(0, 0)")
    cases.locator(".case-map__frame").focus()
    box = cases.locator(".case-map__frame").bounding_box()
    assert box
    cases.mouse.move(box["x"] + 40, box["y"] + 40)
    cases.mouse.wheel(0, -240)

    cases.wait_for_timeout(800)
    assert names_and_places(cases) != zoom


def names_and_places(page: Page) -> list[str]:
    return page.locator(".map-name").evaluate_all("all => all.map(each => each.style.transform)")


def test_moves_by_buttons(cases: Page) -> None:
    start = cases.locator(".leaflet-map-pane").get_attribute("style")

    cases.get_by_role("button", name="Aller vers l’est").click()

    expect(cases.locator(".leaflet-map-pane")).not_to_have_attribute("style", str(start))
    before = names_and_places(cases)
    cases.get_by_role("button", name="Agrandir", exact=True).click()
    cases.wait_for_timeout(600)
    assert names_and_places(cases) != before


def test_asks_where_one_is_on_demand_and_tells_nobody(cases: Page, visit: Visit) -> None:
    cases.context.grant_permissions(["geolocation"])
    cases.context.set_geolocation({"latitude": 43.5512345, "longitude": 1.4812345})
    asked = len(visit.requests)

    cases.get_by_role("button", name="Autour de moi").click()

    expect(cases.get_by_text("Elle reste dans votre navigateur")).to_be_visible()
    expect(cases.locator(".map-here")).to_have_count(1)
    assert [address for address in visit.requests[asked:] if "43.55" in address or "1.48" in address] == []
    assert "43.55" not in cases.url


def test_says_when_the_position_is_refused(cases: Page) -> None:
    cases.context.clear_permissions()

    cases.get_by_role("button", name="Autour de moi").click()

    expect(cases.get_by_text("Votre position n’est pas disponible.")).to_be_visible()


def test_raises_nothing_in_axe_with_a_card_open(cases: Page) -> None:
    to_a_case(cases).click()
    expect(cases.get_by_role("dialog")).to_be_visible()
    cases.wait_for_timeout(400)

    for scheme in ("light", "dark"):
        cases.emulate_media(color_scheme=scheme)
        assert violations(cases) == []


def test_does_not_slide_for_those_who_ask_for_calm(visit: Visit) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    page = drawn(visit.open(ADDRESS))

    page.get_by_role("button", name="Aller vers l’est").click()

    assert "translate3d(-120px" in str(page.locator(".leaflet-map-pane").get_attribute("style"))
    assert page.locator(".leaflet-fade-anim, .leaflet-zoom-anim").count() == 0


def test_a_link_passes_the_map(cases: Page) -> None:
    cases.get_by_role("link", name="Passer la carte et lire la liste").click()

    assert cases.evaluate("document.activeElement.id") == "liste"


def test_shows_list_or_map_on_a_phone_and_fetches_the_map_when_it_is_seen(visit: Visit) -> None:
    visit.page.set_viewport_size(PHONE)
    page = visit.open(ADDRESS)
    expect(page.locator(".case-map")).to_be_hidden()
    assert not [address for address in visit.requests if "leaflet.js" in address]

    page.get_by_role("navigation", name="Affichage").get_by_role("link", name="Carte").click()

    expect(page.locator(".cases__list")).to_be_hidden()
    assert "vue=carte" in page.url
    assert held(drawn(page)) == total(page)


@pytest.mark.parametrize("lost", ["**/leaflet*.js", "**/experiences.geojson*"])
def test_keeps_the_drawing_when_something_does_not_come(visit: Visit, lost: str) -> None:
    visit.page.route(lost, lambda route: route.abort())

    page = visit.open(ADDRESS)
    page.locator(".case-map__frame").scroll_into_view_if_needed()
    page.wait_for_timeout(1000)

    expect(page.get_by_role("img", name=re.compile("^Carte du territoire"))).to_be_visible()
