"""A writer writes a page, a manager publishes it, readers find it, in two languages, until it is taken back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.utils.timezone import localtime
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, visiting
from tests.browser.editing import Editor, Upload
from tests.core.document_files import pdf
from tests.core.picture_files import drawn, in_format

pytestmark = pytest.mark.browser
FACADE = "Une façade rouge et bleue"
SUMMARY, ENGLISH_SUMMARY = "Deux phrases. Elles disent tout.", "Two sentences. They say it all."
TEXT, ENGLISH_TEXT = "Venez avec vos questions.", "Come with your questions."
QUOTE, ENGLISH_QUOTE = "On a moins froid.", "We feel less cold."


def a_picture(width: int) -> Upload:
    """Draw a picture; each page has one of its own, or the back office would ask which one is meant."""
    return {"name": "facade.png", "mimeType": "image/png", "buffer": in_format(drawn(width, 1000), "PNG")}


def the_guide() -> Upload:
    return {"name": "guide-essai.pdf", "mimeType": "application/pdf", "buffer": pdf("Guide d’essai")}


def no_details(writer: Editor) -> None:
    """Leave the rest of a page of news as it is proposed."""


def when_and_where(writer: Editor) -> None:
    start = localtime().replace(hour=18, minute=0) + timedelta(days=1)
    writer.fill_moment("Début", start)
    writer.fill_moment("Fin", start + timedelta(hours=2))
    writer.fill("Lieu", "Maison de l’énergie")


def what_it_is(writer: Editor) -> None:
    writer.choose("Nature", "fiche pratique")
    writer.upload_document(the_guide(), language="Français")


@dataclass(frozen=True)
class Writing:
    """A page to write: its section, its words in two languages, and where readers must find it (paths)."""

    section: str
    title: str
    english: str
    address: str
    details: Callable[[Editor], None]
    pages: tuple[str, ...]
    files: tuple[str, ...] = ()

    @property
    def search(self) -> str:
        return f"/recherche/?q={quote(self.title)}"

    @property
    def words(self) -> dict[str, str]:
        return {self.title: self.english, SUMMARY: ENGLISH_SUMMARY, TEXT: ENGLISH_TEXT, QUOTE: ENGLISH_QUOTE}


WRITINGS = [
    Writing(
        "Actualités", "Le guichet ouvre le samedi", "The desk opens on Saturdays",
        "/actualites/le-guichet-ouvre-le-samedi/", no_details, ("/", "/actualites/"), ("/actualites/flux.rss",),
    ),
    Writing(
        "Agenda", "Visite des combles du quartier", "A tour of the attics",
        "/agenda/visite-des-combles-du-quartier/", when_and_where, ("/", "/agenda/"), ("/agenda/agenda.ics",),
    ),
    Writing(
        "Ressources", "Lire une facture de gaz", "Reading a gas bill",
        "/ressources/lire-une-facture-de-gaz/", what_it_is, ("/ressources/",),
    ),
]  # fmt: skip


@pytest.fixture
def writer(browser: Browser, site: str) -> Iterator[Editor]:
    yield from at_work("redaction", browser, site)


@pytest.fixture
def manager(browser: Browser, site: str) -> Iterator[Editor]:
    yield from at_work("publication", browser, site)


def at_work(account: str, browser: Browser, site: str) -> Iterator[Editor]:
    """Sign somebody in; afterwards the browser must have complained of nothing."""
    with visiting(browser, site) as visit:
        editor = Editor(visit.page, site)
        editor.log_in(account)
        yield editor
        # 400 is how Wagtail says that a page which still lacks its dates is not saved by itself yet.
        assert [complaint for complaint in visit.complaints if "status of 400" not in complaint] == []


@pytest.mark.parametrize("writing", WRITINGS, ids=[writing.section for writing in WRITINGS])
def test_a_page_goes_from_a_draft_to_its_readers_and_back(
    writer: Editor, manager: Editor, visit: Visit, writing: Writing
) -> None:
    places = {*writing.pages, writing.search, *writing.files, "/sitemap.xml"}

    write(writer, writing)
    see_the_draft(writer, visit, writing)
    writer.actions()
    writer.submit()
    assert status(visit, writing.address) == 404
    assert found_in(visit, writing) == set()

    manager.approve(writing.title)
    assert found_in(visit, writing) == places
    read(visit.open(writing.address), writing.title, TEXT, QUOTE)

    manager.do_with(writing.title, writing.section, "Traduire cette page")
    manager.translate_to("Anglais", writing.words)
    go_from_one_language_to_the_other(visit, writing)
    assert found_in(visit, writing) == places

    manager.do_with(writing.title, writing.section, "Dépublier")
    manager.confirm_unpublishing()
    assert found_in(visit, writing) == set()
    assert {status(visit, path) for path in (writing.address, f"/en{writing.address}")} <= {404, 410}
    assert visit.page.context.cookies() == []


def test_a_writer_may_submit_and_not_publish(writer: Editor) -> None:
    writer.open_section("Actualités")
    writer.page.get_by_role("link", name="Isoler ses combles").first.click()

    assert writer.actions() == ["Soumettre à Relecture avant publication"]


def write(writer: Editor, writing: Writing) -> None:
    """Write the page: its head, a picture, what its kind asks for, and two blocks."""
    writer.start_page(writing.section)
    writer.fill("Titre", writing.title)
    writer.fill("Résumé", SUMMARY)
    writer.upload_picture(a_picture(1600 + len(writing.title)), description=FACADE)
    writing.details(writer)
    writer.add_text(TEXT)
    writer.add_quote(QUOTE, author="Nadia")


def see_the_draft(writer: Editor, visit: Visit, writing: Writing) -> None:
    """See the page beside its text; nobody else may, and no cache keeps what was seen."""
    shown = writer.preview()
    expect(shown.locator("h1")).to_have_text(writing.title)
    for words in (SUMMARY, TEXT, QUOTE):
        expect(shown.get_by_text(words)).to_be_visible()
    expect(shown.get_by_role("img", name=FACADE)).to_be_visible()
    address = writer.preview_address()
    assert "no-store" in writer.page.request.get(address).headers["cache-control"]
    assert "/gestion/login/" in visit.page.request.get(address).url
    visit.page.context.clear_cookies()  # of the form to sign in: with one, pages would not come from the cache


def read(page: Page, *words: str) -> None:
    """Read these words, the picture described."""
    for each in words:
        expect(page.get_by_role("main").get_by_text(each, exact=True).last).to_be_visible()
    expect(page.get_by_role("main").get_by_role("img", name=FACADE)).to_be_visible()


def status(visit: Visit, path: str) -> int:
    return visit.page.request.get(visit.site + path).status


def found_in(visit: Visit, writing: Writing) -> set[str]:
    """List the paths where a reader finds the page. Each was read before, so each was in the cache of pages."""
    found = {path for path in (*writing.pages, writing.search) if shows_link(visit.open(path), writing.title)}
    found |= {path for path in writing.files if writing.title in text(visit, path)}
    return found | ({"/sitemap.xml"} if writing.address in site_map(visit) else set())


def shows_link(page: Page, title: str) -> bool:
    return page.get_by_role("main").get_by_role("link", name=title).count() > 0


def text(visit: Visit, path: str) -> str:
    return visit.page.request.get(visit.site + path).text()


def site_map(visit: Visit) -> str:
    """Read the site map, and the part for pages that it names."""
    assert "/sitemap-pages.xml" in text(visit, "/sitemap.xml")
    return text(visit, "/sitemap-pages.xml")


def go_from_one_language_to_the_other(visit: Visit, writing: Writing) -> None:
    """Read the page in English, go to the French one and back by the switcher; each names both."""
    page = visit.open(f"/en{writing.address}")
    read(page, writing.english, ENGLISH_TEXT, ENGLISH_QUOTE)
    both = versions(page)
    assert {"fr": visit.site + writing.address, "en": f"{visit.site}/en{writing.address}"}.items() <= both.items()
    page.get_by_role("link", name="Français").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(writing.title)
    assert versions(page) == both
    page.get_by_role("link", name="English").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(writing.english)


def versions(page: Page) -> dict[Any, Any]:
    """Give the addresses that the page names for each language."""
    links = page.locator("link[rel=alternate][hreflang]").all()
    return {link.get_attribute("hreflang"): link.get_attribute("href") for link in links}
