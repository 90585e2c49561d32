"""The site without JavaScript: everything that a reader may do with it, by plain links, forms and HTML."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Visit, visiting

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def reader(browser: Browser, site: str) -> Iterator[Visit]:
    """A reader without JavaScript, the same for all of these."""
    with visiting(browser, site, javascript=False) as visit:
        yield visit


def title(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def menu(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Navigation principale")


def test_the_menu_leads_to_each_section(reader: Visit) -> None:
    names = menu(reader.open("/")).get_by_role("link").all_inner_texts()

    assert len(names) >= 5
    for name in names:
        page = reader.open("/")
        menu(page).get_by_role("link", name=name).click()
        expect(menu(page).get_by_role("link", name=name)).to_have_attribute("aria-current", re.compile("page|true"))


def test_the_search_corrects_and_keeps_what_was_typed(reader: Visit) -> None:
    page = reader.open("/")
    page.get_by_label("Que recherchez-vous ?").fill("architcte")
    page.get_by_label("Localisation").fill("31000")

    page.keyboard.press("Enter")

    expect(page.get_by_text("Nous avons lu « architecte » au lieu de « architcte ».")).to_be_visible()
    expect(page.get_by_label("Que recherchez-vous ?")).to_have_value("architcte")
    expect(page.get_by_label("Localisation")).to_have_value("Toulouse (31000)")


def test_one_leafs_through_the_directory_and_back(reader: Visit) -> None:
    page = reader.open("/annuaire/?lieu=31000")
    first = page.locator(".card h2").first.inner_text()

    page.get_by_role("link", name="Page suivante").click()
    expect(page).to_have_title(re.compile("page 2 sur"))
    expect(page.locator(".card h2").first).not_to_have_text(first)
    page.get_by_role("link", name="Page précédente").click()

    expect(page.locator(".card h2").first).to_have_text(first)


def test_more_trades_are_unfolded(reader: Visit) -> None:
    page = reader.open("/annuaire/")
    folded = page.locator(".filters details")
    expect(folded.get_by_role("checkbox").first).to_be_hidden()

    folded.locator("summary").click()

    expect(folded.get_by_role("checkbox").first).to_be_visible()


def test_a_list_is_narrowed_by_a_link(reader: Visit) -> None:
    page = reader.open("/actualites/")

    page.get_by_role("link", name=re.compile("^Copropriété ")).first.click()

    expect(page.get_by_role("link", name="Retirer le filtre Copropriété")).to_be_visible()
    expect(page.locator(".page-card").first).to_be_visible()


def test_a_list_is_narrowed_by_a_form(reader: Visit) -> None:
    page = reader.open("/ressources/")
    count = page.locator(".page-card").count()

    page.get_by_label("Nature").select_option("guide")
    page.get_by_role("button", name="Filtrer").click()

    assert 0 < page.locator(".page-card").count() < count
    assert "nature=guide" in page.url


def test_a_question_opens_on_its_answer_and_closes(reader: Visit) -> None:
    page = reader.open("/conseils/questions/")
    question = page.locator("details.fold").first
    expect(question.locator(".fold__text")).to_be_hidden()

    question.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(question.locator(".fold__text")).to_be_visible()
    page.keyboard.press("Space")

    expect(question.locator(".fold__text")).to_be_hidden()


def test_a_film_is_a_link_to_the_site_that_shows_it(reader: Visit) -> None:
    page = reader.open("/conseils/choisir-un-professionnel/")

    film = page.get_by_role("link", name=re.compile("^Regarder la vidéo"))

    expect(film).to_have_attribute("href", re.compile("^https://tube.numerique.gouv.fr/"))
    page.get_by_text("Lire la transcription").click()
    expect(page.locator(".video .fold__text")).to_be_visible()


def test_a_case_is_read_from_the_home_page(reader: Visit) -> None:
    page = reader.open("/")

    page.get_by_role("link", name="Tous les retours d’expérience").click()
    case = page.locator(".page-card__title a").first
    name = case.evaluate("link => link.firstChild.textContent")
    case.click()

    expect(title(page)).to_have_text(name)


def test_an_adviser_is_found_from_an_empty_search(reader: Visit) -> None:
    page = reader.open("/annuaire/?q=zzzz")

    expect(page.locator("#conseil").get_by_role("link", name=re.compile(r"^0\d"))).to_be_visible()


def test_the_same_page_is_read_in_the_other_language_and_back(reader: Visit) -> None:
    page = reader.open("/contact/")
    name = title(page).inner_text()

    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.endswith("/en/contact/")
    page.get_by_role("link", name="Français").click()

    expect(title(page)).to_have_text(name)


def test_an_error_on_a_sheet_is_reported_and_nothing_typed_is_lost(reader: Visit) -> None:
    page = reader.open("/annuaire/?q=architecte")
    page.locator(".card h2 a").first.click()
    page.get_by_role("link", name="Signaler une erreur ou demander le retrait").click()
    message = page.get_by_role("textbox").first
    message.fill("Le téléphone a changé.")

    page.locator("form.correction button[type=submit]").click()

    expect(page.get_by_role("heading", name="Le message n’est pas parti")).to_be_visible()
    expect(message).to_have_value("Le téléphone a changé.")
