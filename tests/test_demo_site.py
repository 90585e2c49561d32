"""The editorial site of the demonstration: whole, believable, readable by everybody, and the same each time."""

import re
import zlib
from contextlib import suppress
from datetime import date
from io import StringIO
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase, override_settings
from django.utils.timezone import localdate
from django.utils.translation import deactivate
from wagtail.models import Locale, Page, ReferenceIndex, Site

from core import editorial
from core.blocks import BodyBlock
from core.models import AlertBanner, BasePage, MenuLink, Picture, SiteDocument, SiteSettings
from home.demo import stock
from home.demo.drawings import DRAWINGS
from home.models import EventPage, HomePage, NewsPage, ResourcePage, StandardPage, Topic
from home.starting import starting_texts
from home.texts.files import read_folder

EVERY_PAGE = {"home.FaqPage", "home.GlossaryPage", "home.ContactPage", "home.LegalNoticePage", "home.PrivacyPage",
              "home.AccessibilityPage", "home.SiteMapPage", "home.NewsIndexPage", "home.EventIndexPage",
              "home.ResourceIndexPage", "experiences.ExperienceIndexPage"}  # fmt: skip


def load() -> str:
    out = StringIO()
    call_command("load_demo_pages", stdout=out)
    return out.getvalue()


def french() -> Any:
    return Page.objects.filter(locale__language_code="fr", depth__gt=1).exclude(depth=2, slug="home")


def ours() -> list[Any]:
    """List the pages of all languages that have a text of their own."""
    pages = Page.objects.filter(depth__gt=1, alias_of__isnull=True).order_by("path").specific()
    return [page for page in pages if isinstance(page, BasePage)]


def inside(pdf: bytes) -> str:
    """Give what a PDF says, its parts unpacked."""
    parts = [pdf]
    for part in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.S):
        with suppress(zlib.error):
            parts.append(zlib.decompress(part))
    return b"\n".join(parts).decode("latin-1")


def state() -> list[dict[str, Any]]:
    """Give everything that a second loading could have changed."""
    models = [Page, Picture, SiteDocument, Topic, MenuLink, AlertBanner, SiteSettings, ReferenceIndex, *page_models()]
    return [row for model in models for row in model.objects.order_by("pk").values()]


def page_models() -> list[Any]:
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


@override_settings(PAGE_CACHE_SECONDS=0)
class TestTheDemonstration(TestCase):
    """Loaded once for all of these: each test leaves it as it found it."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.said = load()
        cls.home = HomePage.objects.get(locale__language_code="fr")

    def test_has_as_many_pages_of_each_kind_as_a_real_site(self) -> None:
        counts = {model: model.objects.filter(locale__language_code="fr").live().count()
                  for model in (NewsPage, EventPage, ResourcePage, StandardPage)}  # fmt: skip

        assert counts == {NewsPage: 8, EventPage: 6, ResourcePage: 12, StandardPage: 11}
        assert french().filter(content_type__model="experiencepage").live().count() == 3

    def test_has_one_page_of_each_other_kind_at_the_promised_addresses(self) -> None:
        kinds = {page.specific_class._meta.label for page in french().live()}
        children = set(self.home.get_children().values_list("slug", flat=True))

        assert kinds >= EVERY_PAGE
        assert children >= {"actualites", "agenda", "ressources", "experiences", "contact", "mentions-legales",
                            "donnees-personnelles", "accessibilite", "plan-du-site"}  # fmt: skip

    def test_every_page_has_a_summary_and_concerns_somebody(self) -> None:
        lacking = [page.url_path for page in ours()
                   if not page.summary or not (page.for_houses or page.for_coownerships)]  # fmt: skip

        assert lacking == []

    def test_every_text_may_be_published(self) -> None:
        assert [(page.url_path, found) for page in ours() if (found := editorial.page_problems(page))] == []

    def test_every_page_would_be_accepted_by_its_form(self) -> None:
        for page in ours():
            page.full_clean()

    def test_every_kind_of_block_is_shown_somewhere(self) -> None:
        used = {block.block_type for page in ours() if hasattr(page, "body") for block in page.body}

        assert used == set(BodyBlock().child_blocks)

    def test_every_picture_is_described_credited_and_light(self) -> None:
        pictures = list(Picture.objects.all())

        assert len(pictures) == len(DRAWINGS) >= 10
        assert all(len(picture.description) > 40 and picture.credit == "Dessin du projet" for picture in pictures)
        assert sum(picture.file.size for picture in pictures) < 600_000

    def test_events_are_to_come_but_two(self) -> None:
        events = EventPage.objects.filter(locale__language_code="fr")

        assert (events.upcoming().count(), events.past().count()) == (4, 2)

    def test_some_resources_wait_for_a_review(self) -> None:
        assert sum(page.needs_review for page in ResourcePage.objects.filter(locale__language_code="fr")) == 1

    def test_resources_are_of_every_kind_and_for_every_public(self) -> None:
        resources = ResourcePage.objects.filter(locale__language_code="fr")

        assert set(resources.values_list("kind", flat=True)) == set(ResourcePage.Kind.values)
        assert len(set(resources.values_list("audience", flat=True))) >= 5

    def test_each_route_has_pages_of_its_own(self) -> None:
        routes = [page.housing for page in StandardPage.objects.filter(locale__language_code="fr")]

        assert routes.count("maison") >= 5
        assert routes.count("copropriete") >= 4

    def test_home_leads_to_both_routes_in_both_languages(self) -> None:
        english = HomePage.objects.get(locale__language_code="en")

        assert [self.home.house_page.slug, self.home.coownership_page.slug] == ["maison", "copropriete"]
        assert {english.house_page.locale.language_code, english.coownership_page.locale.language_code} == {"en"}

    def test_every_number_is_dated_and_has_a_source(self) -> None:
        figures = [figure for block in self.home.numbers for figure in block.value]

        assert len(figures) == 3
        assert all(figure["source"] and figure["date"] == date(2026, 6, 1) for figure in figures)

    def test_some_pages_are_in_english(self) -> None:
        english = [page for page in ours() if page.locale.language_code == "en" and page.live]
        kinds = [type(page) for page in english]

        assert (kinds.count(NewsPage), kinds.count(ResourcePage)) == (3, 2)
        assert kinds.count(StandardPage) >= 3
        assert all(page.title != page.get_translation(Locale.get_default()).title for page in english)

    def test_topics_have_names_in_english(self) -> None:
        assert Topic.objects.count() == 6
        assert all(topic.names.filter(language="en").exists() for topic in Topic.objects.all())

    def test_the_desk_answers_at_a_number_kept_for_fiction(self) -> None:
        shop = SiteSettings.for_site(Site.objects.get(is_default_site=True))

        assert (shop.name, shop.territory_code) == ("Rénov’ Guichet", "243100518")
        assert shop.desk_phone.startswith("05 36 49")
        assert shop.desk_email.endswith(".example")
        assert shop.opening_hours.count() == 10

    def test_menus_and_banners_are_valid(self) -> None:
        for row in (*MenuLink.objects.all(), *AlertBanner.objects.all()):
            row.full_clean()
        assert set(MenuLink.objects.values_list("place", flat=True)) == {"main", "footer", "legal"}
        assert AlertBanner.objects.current().count() == 2

    def test_numbers_in_texts_are_those_kept_for_fiction(self) -> None:
        texts = "\n".join(path.read_text() for path in (settings.ROOT / "demo").rglob("*.toml"))

        phones = re.findall(r"\b0\d(?: \d\d){4}\b", texts)
        assert phones
        assert all(phone.startswith("05 36 49 ") for phone in phones)

    def test_outside_addresses_are_reserved_or_public_services(self) -> None:
        texts = "\n".join(path.read_text() for path in (settings.ROOT / "demo").rglob("*.toml"))
        hosts = {urlsplit(address).hostname for address in re.findall(r"https?://[^\s\"')]+", texts)}

        known = {"france-renov.gouv.fr", "www.anil.org", "tube.numerique.gouv.fr"}
        assert {host for host in hosts if not host.endswith(".example")} == known

    def test_every_page_can_be_read_and_its_links_lead_somewhere(self) -> None:
        self.addCleanup(deactivate)  # the last page read may be an English one
        checked: set[str] = set()
        for page in Page.objects.live().filter(depth__gt=1):
            if (path := page.get_url()) is not None:
                checked |= self.links_of(path)

        statuses = {path: self.client.get(path, follow=True).status_code for path in checked}
        assert {path for path, status in statuses.items() if status != 200} == set()
        assert any(path.startswith("/documents/") for path in checked)

    def links_of(self, path: str) -> set[str]:
        response = self.client.get(urlsplit(path).path)
        assert response.status_code == 200, path
        links = BeautifulSoup(response.content, "html.parser").select("a")
        assert all(link.get("href") for link in links), path
        return {link["href"].partition("#")[0] for link in links if link["href"].startswith("/")}

    def test_documents_are_tagged_pdfs_with_a_title_and_a_language(self) -> None:
        documents = list(SiteDocument.objects.all())

        assert {document.language for document in documents} == {"fr", "en"}
        for document in documents:
            said = inside(document.file.read())
            assert "/Marked true" in said
            assert f"/Lang({document.language})" in said.replace("/Lang (", "/Lang(")
            assert "/Title" in said

    def test_the_tree_of_pages_is_sound(self) -> None:
        assert Page.find_problems() == ([], [], [], [], [])

    def test_loading_again_changes_nothing(self) -> None:
        before = state()

        load()

        assert state() == before

    def test_what_someone_edited_or_deleted_since_stays_so(self) -> None:
        NewsPage.objects.filter(slug="isoler-ses-combles").update(title="Nos combles")
        EventPage.objects.filter(slug="balade-thermique").first().delete()
        SiteSettings.objects.update(name="Chez nous")

        load()

        assert NewsPage.objects.filter(title="Nos combles").exists()
        assert not EventPage.objects.filter(slug="balade-thermique", alias_of=None).exists()
        assert SiteSettings.objects.get().name == "Chez nous"


@pytest.mark.django_db
def test_is_the_same_each_time_but_for_the_dates() -> None:
    first, second = told("2026-06-01"), told("2026-09-05")

    assert first[0] == second[0]
    assert all(abs(one - other) < 7 for one, other in zip(first[1], second[1], strict=True))  # set on weekdays


def told(day: str) -> tuple[list[Any], list[int]]:
    """Load the demonstration on a day, then undo it; give its texts and how far its events are."""
    with time_machine.travel(f"{day}T12:00:00+02:00"), transaction.atomic():
        load()
        texts = [(page.url_path, page.title, page.summary, without_keys(page)) for page in ours()]
        days = sorted((event.starts_at.date() - localdate()).days for event in EventPage.objects.filter(alias_of=None))
        transaction.set_rollback(True)
    return texts, days


def without_keys(page: Any) -> str:
    """Give a page's text without the keys of the database, which are of the moment."""
    return re.sub(r"\d+", "", str(page.body.get_prep_value())) if hasattr(page, "body") else ""


@pytest.mark.django_db
def test_keeps_away_from_a_site_that_has_pages() -> None:
    call_command("start_site", "Chez nous", "localhost", port=8000, stdout=StringIO())

    load()

    assert not NewsPage.objects.exists()
    assert not Picture.objects.exists()


def test_every_file_is_used() -> None:
    texts = read_folder(stock.FOLDER / "pages")
    words = "\n".join(path.read_text() for path in (stock.FOLDER / "pages").rglob("*.toml"))

    assert set(texts) - {"", "conseils"} - set(starting_texts())
    assert [name for name in stock.read("images.toml") if name != "credit" and f'"{name}"' not in words] == []
    assert [name for name in stock.read("documents.toml") if f'"{name}"' not in words] == []
    assert set(stock.read("images.toml")) - {"credit"} == set(DRAWINGS)


def test_a_picture_and_a_document_are_the_same_each_time() -> None:
    assert DRAWINGS["maison"]().png() == DRAWINGS["maison"]().png()
    assert stock.compose("guide-maison") == stock.compose("guide-maison")
