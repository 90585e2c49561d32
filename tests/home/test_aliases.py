"""A page that nobody translated yet: its alias in English follows it in everything, and says so."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from core.models import Generation
from core.translations.mirror import mirror_everything
from experiences.models import ExperienceIndexPage
from home.models import HomePage, NewsIndexPage, NewsPage, StandardPage, Topic
from tests.home.translation_samples import (
    advice,
    french_site,
    publish,
    version,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(settings: Any) -> HomePage:
    settings.PAGE_CACHE_SECONDS = 0
    return french_site()


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    return advice(home)


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser(email="a@exemple.fr", password="x" * 12))
    return client


def test_gives_each_published_page_an_alias_under_the_same_address(page: StandardPage):
    alias = version(page)

    assert alias.live
    assert alias.alias_of_id == page.pk
    assert alias.url == "/en/combles/"


def test_says_that_its_text_is_french(page: StandardPage):
    alias = version(page)

    assert alias.is_untranslated
    assert alias.content_language == "fr"
    assert not page.is_untranslated
    assert page.content_language == "fr"


def test_an_alias_in_the_same_language_is_no_untranslated_page(page: StandardPage):
    twin = page.create_alias(update_slug="combles-bis", reset_translation_key=True)

    assert not twin.is_untranslated


def test_gives_a_page_made_in_the_back_office_one_alias_only(home: HomePage, editor: Client):
    answer = editor.post(
        reverse("wagtailadmin_pages:add", args=["home", "newsindexpage", home.pk]),
        {"title": "Actualités", "slug": "actualites", "summary": "", "action-publish": "1"},
    )

    assert answer.status_code == 302
    made = NewsIndexPage.objects.get(locale__language_code="fr")
    assert Page.objects.filter(translation_key=made.translation_key).count() == 2


def test_hides_the_alias_of_a_draft_until_it_is_published(home: HomePage, editor: Client):
    editor.post(
        reverse("wagtailadmin_pages:add", args=["home", "newsindexpage", home.pk]),
        {"title": "Actualités", "slug": "actualites", "summary": ""},
    )
    draft = NewsIndexPage.objects.get(locale__language_code="fr")
    assert not version(draft).live

    publish(draft)

    assert version(draft).live


def test_shows_a_change_once_it_is_published(page: StandardPage):
    page.title = "Isoler le toit"
    page.save_revision()
    assert version(page).title == "Isoler les combles"

    publish(page, title="Isoler le toit")

    assert version(page).title == "Isoler le toit"


def test_follows_the_topics_of_its_page(home: HomePage):
    index = publish(home.add_child(instance=NewsIndexPage(title="Actualités", slug="actualites")))
    news = publish(index.add_child(instance=NewsPage(title="Une aide", slug="aide")))

    publish(news, topics=[Topic.objects.create(slug="aides", name="Aides")])

    assert [topic.slug for topic in version(news).topics.all()] == ["aides"]


def test_follows_a_change_of_address(page: StandardPage):
    publish(page, slug="toit")

    assert version(page).url == "/en/toit/"


def test_is_withdrawn_and_comes_back_with_its_page(page: StandardPage):
    page.unpublish()
    assert not version(page).live

    publish(page)

    assert version(page).live


def test_moves_with_its_page(home: HomePage, page: StandardPage):
    other = advice(home, "Se chauffer", "chauffage")

    page.move(other, pos="first-child")

    assert version(page).url == "/en/chauffage/combles/"


def test_keeps_the_order_of_its_page(home: HomePage, page: StandardPage):
    second, third = advice(home, "B", "b"), advice(home, "C", "c")

    third.move(page, pos="left")

    slugs = list(version(home).get_children().order_by("path").values_list("slug", flat=True))
    assert slugs == ["c", "combles", second.slug]


def test_goes_with_its_page_and_what_is_under_it(page: StandardPage):
    advice(page, "Les prix", "prix")
    page.refresh_from_db()

    page.delete()

    assert not Page.objects.filter(slug__in=["combles", "prix"]).exists()


def test_makes_the_aliases_that_are_missing_and_no_more(home: HomePage):
    index = home.add_child(instance=ExperienceIndexPage(title="Ils l’ont fait", slug="experiences"))
    index.add_child(instance=ExperienceIndexPage(title="Encore", slug="encore"))

    assert mirror_everything() == 2
    assert mirror_everything() == 0
    assert version(index).url == "/en/experiences/"


def test_a_command_makes_them_after_pages_were_loaded(home: HomePage, capsys: Any):
    home.add_child(instance=StandardPage(title="Isoler", slug="isoler"))

    call_command("mirror_languages")
    call_command("mirror_languages")

    assert capsys.readouterr().out.splitlines() == ["1 page à traduire ajoutée.", "0 page à traduire ajoutée."]


def test_a_new_alias_ends_the_pages_kept_in_memory(home: HomePage):
    home.add_child(instance=StandardPage(title="Isoler", slug="isoler"))
    before = Generation.current()

    mirror_everything()

    assert Generation.current() > before


def test_says_in_english_that_the_page_is_in_french_and_links_to_it(page: StandardPage):
    with override("en"):
        notice = render_to_string("components/untranslated.html", {"page": version(page)})

    assert "This page is not translated yet: here it is in French." in notice
    assert 'lang="en"' in notice
    assert 'href="/combles/" hreflang="fr"' in notice


def test_says_nothing_of_a_page_in_its_own_language(page: StandardPage):
    assert render_to_string("components/untranslated.html", {"page": page}).strip() == ""


def test_tells_the_language_of_its_text_without_a_query_when_its_source_was_read(
    page: StandardPage, django_assert_num_queries: Any
):
    alias = StandardPage.objects.select_related("alias_of").get(pk=version(page).pk)

    with django_assert_num_queries(0):
        assert (alias.is_untranslated, alias.content_language) == (True, "fr")


def test_says_so_on_the_page_itself_in_the_language_of_the_text(home: HomePage, client: Client):
    page = BeautifulSoup(client.get("/en/").content, "html.parser")

    assert page.html["lang"] == "en"
    assert page.h1.find_parent(lang=True)["lang"] == "fr" if not page.h1.has_attr("lang") else page.h1["lang"] == "fr"
    assert "This page is not translated yet" in page.select_one("main .notice[lang=en]").get_text()


def test_names_the_french_page_as_the_one_to_index(home: HomePage, client: Client):
    page = BeautifulSoup(client.get("/en/").content, "html.parser")

    assert page.select_one("link[rel=canonical]")["href"] == "http://testserver/"


def test_stays_out_of_the_sitemap(page: StandardPage, rf: Any):
    assert len(page.get_sitemap_urls(rf.get("/sitemap.xml"))) == 1
    assert version(page).get_sitemap_urls(rf.get("/sitemap.xml")) == []
