"""The report "État du site": links that lead nowhere, wherever they are written."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex, Site

from core.models import AlertBanner, MenuLink, SiteDocument, SiteSettings
from home.models import HomePage
from home.reports.links import broken_links
from tests.core import sample_blocks as samples
from tests.home import pages
from tests.home import samples as site
from tests.home.advice_samples import faq, glossary

pytestmark = pytest.mark.django_db
BROKEN = '<p><a href="/ancienne-page/">L’ancienne page</a></p>'


def titles(found):
    return [finding.title for finding in found]


def problems():
    return [finding.problem for finding in broken_links()]


@pytest.fixture
def home() -> HomePage:
    return pages.home()


@pytest.mark.parametrize("state", ["deleted", "unpublished"])
def test_finds_links_to_pages_that_are_no_more(state):
    home = pages.home()
    target = pages.standard(home, "Cible")
    source = pages.standard(
        home, "Source", body=[pages.text(f'<p><a linktype="page" id="{target.pk}">La cible</a></p>')]
    )
    ReferenceIndex.create_or_update_for_object(source)
    assert broken_links() == []

    target.delete() if state == "deleted" else target.unpublish()

    assert titles(broken_links()) == ["Source"]


def test_finds_addresses_typed_by_hand_that_do_not_answer():
    home = pages.home()
    pages.standard(home, "Cible", slug="cible")
    good = '<a href="/cible/">cible</a> <a href="/annuaire/">annuaire</a> <a href="/actualites/flux.rss">flux</a>'
    pages.standard(home, "Juste", body=[pages.text(f"<p>{good}</p>")])
    pages.standard(home, "Fausse", body=[pages.text('<p><a href="/ancienne-page/">ici même</a></p>')])

    found = broken_links()

    assert titles(found) == ["Fausse"]
    assert "/ancienne-page/" in found[0].problem


def test_reads_the_answers_of_questions(home: HomePage):
    faq(home, {"Qui paie ?": BROKEN})

    assert titles(broken_links()) == ["Questions"]


def test_reads_the_definitions_of_words(home: HomePage):
    glossary(home, {"Audit": BROKEN})

    assert titles(broken_links()) == ["Glossaire"]


@pytest.mark.parametrize(
    "block",
    [
        samples.accordion(items=[{"title": "Le prix", "text": BROKEN}]),
        samples.steps(steps=[{"title": "Un", "text": BROKEN}, {"title": "Deux", "text": ""}]),
        samples.call(link={"label": "L’ancienne page", "page": None, "url": "http://localhost/ancienne-page/"}),
    ],
    ids=["accordion", "steps", "call"],
)
def test_reads_every_block(home: HomePage, block: dict[str, Any]):
    Site.objects.update(hostname="localhost")
    pages.standard(home, "Fausse", body=[block])

    assert titles(broken_links()) == ["Fausse"]


@pytest.mark.parametrize(
    "address", ["http://localhost/cible/", "https://LOCALHOST:8000/en/annuaire/", "http://localhost"]
)
def test_accepts_the_site_s_own_address_when_it_answers(home: HomePage, address: str):
    Site.objects.update(hostname="localhost")
    pages.standard(home, "Cible", slug="cible")
    link = {"label": "La cible", "page": None, "url": address}
    pages.standard(home, "Juste", body=[samples.call(link=link)])

    assert broken_links() == []


def test_knows_the_address_that_the_installation_gives_itself(home: HomePage, settings: Any):
    settings.WAGTAILADMIN_BASE_URL = "https://renover.exemple.fr"
    pages.standard(home, body=[pages.text('<p><a href="https://renover.exemple.fr/rien/">Rien</a></p>')])

    assert problems() == ["mène à l’adresse « https://renover.exemple.fr/rien/ », qui ne répond pas"]


@pytest.mark.parametrize(
    "address", ["https://exemple.fr/ancienne-page/", "mailto:a@exemple.fr", "#suite", "//exemple.fr/x/", "https://[x/"]
)
def test_does_not_judge_the_addresses_of_others(home: HomePage, address: str):
    pages.standard(home, body=[pages.text(f'<p><a href="{address}">Ailleurs</a></p>')])

    assert broken_links() == []


def test_reads_the_address_of_a_resource(home: HomePage):
    Site.objects.update(hostname="localhost")
    site.resource(site.resource_index(home), "Un lien", link="http://localhost/ancienne-page/")

    assert titles(broken_links()) == ["Un lien"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("address", ["/annuaire/", "/en/annuaire/", "/en/recherche/?q=toit"])
def test_accepts_plain_views_in_any_language(home: HomePage, address: str, language: str):
    pages.standard(home, body=[pages.text(f'<p><a href="{address}">La page</a></p>')])

    with override(language):
        assert broken_links() == []


def test_finds_a_page_that_another_language_has_not(home: HomePage):
    pages.standard(home, "Cible", slug="cible")
    pages.standard(home, "Fausse", body=[pages.text('<p><a href="/en/cible/">La cible</a></p>')])

    assert titles(broken_links()) == ["Fausse"]


def test_accepts_an_address_that_is_redirected(home: HomePage):
    Redirect.objects.create(old_path="/ancienne-page", redirect_link="https://exemple.fr/")
    pages.standard(home, body=[pages.text(BROKEN)])

    assert broken_links() == []


def a_document() -> SiteDocument:
    return SiteDocument.objects.create(title="Le guide", file=ContentFile(b"%PDF-1.4", name="guide.pdf"))


@pytest.mark.parametrize("place", ["list", "text", "address"])
def test_finds_a_document_that_was_deleted(home: HomePage, place: str):
    guide = a_document()
    link = {"text": f'linktype="document" id="{guide.pk}"', "address": f'href="/documents/{guide.pk}/guide.pdf"'}
    written = samples.documents(guide) if place == "list" else pages.text(f"<p><a {link[place]}>Le guide</a></p>")
    source = pages.standard(home, "Source", body=[written])
    ReferenceIndex.create_or_update_for_object(source)
    assert broken_links() == []

    SiteDocument.objects.all().delete()

    assert titles(broken_links()) == ["Source"]


def test_finds_a_button_whose_page_was_deleted(home: HomePage):
    target = pages.standard(home, "Cible")
    pages.standard(home, "Source", body=[samples.call(link={"label": "La cible", "page": target.pk, "url": ""})])
    assert broken_links() == []

    target.delete()

    assert problems() == ["mène à une page supprimée"]


def settings_row() -> SiteSettings:
    return SiteSettings.objects.get_or_create(site=Site.objects.get())[0]


def test_finds_a_menu_row_whose_address_does_not_answer(home: HomePage):
    row = settings_row()
    MenuLink.objects.create(shop=row, url="/ancienne-page/", label="Avant")
    MenuLink.objects.create(shop=row, url="/annuaire/?q=toit", label="L’annuaire")
    MenuLink.objects.create(shop=row, url="https://exemple.fr/", label="Ailleurs")

    (found,) = broken_links()

    assert found.title == "Menu : Avant"
    assert found.edit_url == f"/gestion/settings/core/sitesettings/{row.site_id}/"


def test_finds_a_menu_row_whose_page_is_offline(home: HomePage):
    MenuLink.objects.create(shop=settings_row(), page=pages.standard(home, "Retirée", live=False))
    MenuLink.objects.create(shop=settings_row(), page=pages.standard(home, "En ligne"))

    assert titles(broken_links()) == ["Menu : Retirée"]


def banner(page: Page, ends_on: date) -> None:
    AlertBanner.objects.create(shop=settings_row(), text="Fermé lundi.", page=page, ends_on=ends_on)


def test_finds_a_banner_whose_page_is_offline(home: HomePage):
    banner(pages.standard(home, live=False), localdate())

    assert titles(broken_links()) == ["Bandeau : Fermé lundi."]


def test_forgets_a_banner_that_is_over(home: HomePage):
    banner(pages.standard(home, live=False), localdate() - timedelta(days=1))

    assert broken_links() == []


def test_costs_the_same_queries_whatever_the_number_of_pages(home: HomePage, django_assert_num_queries: Any):
    def grow(count: int) -> None:
        for number in range(count):
            faq(home, {"Qui paie ?": BROKEN})
            page = pages.standard(home, f"Page {count} {number}", body=[samples.call(), pages.text(BROKEN)])
            MenuLink.objects.create(shop=settings_row(), page=page)
            banner(page, localdate())

    grow(2)
    broken_links()
    with CaptureQueriesContext(connection) as few:
        broken_links()

    grow(8)

    with django_assert_num_queries(len(few)):
        assert len(broken_links()) == 20
    assert len(few) <= 30
