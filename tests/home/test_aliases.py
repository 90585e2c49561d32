"""A page that nobody translated yet: its alias in English follows it in everything, and says so."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
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
    publish_translation,
    start_translation,
    translated,
    version,
    write,
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


def test_keeps_an_alias_in_sight_while_its_translation_is_written(page: StandardPage):
    translation = start_translation(page)
    write(translation)
    translation.save_target(publish=False)

    alias = version(page)
    assert alias.live
    assert alias.is_untranslated
    assert alias.title == "Isoler les combles"


def test_follows_its_page_while_its_translation_is_written(page: StandardPage):
    start_translation(page)

    publish(page, title="Isoler le toit")

    assert version(page).title == "Isoler le toit"


def test_is_no_alias_once_its_translation_is_published(page: StandardPage, django_capture_on_commit_callbacks: Any):
    english = translated(page, django_capture_on_commit_callbacks)

    assert english.live
    assert not english.is_untranslated
    assert english.content_language == "en"
    assert english.title == "EN Isoler les combles"


def test_a_change_of_the_french_leaves_a_published_translation_alone(
    page: StandardPage, django_capture_on_commit_callbacks: Any
):
    translated(page, django_capture_on_commit_callbacks)

    publish(page, title="Isoler le toit")

    assert version(page).title == "EN Isoler les combles"


def test_shows_french_again_where_a_translation_is_unpublished(
    page: StandardPage, django_capture_on_commit_callbacks: Any
):
    english = translated(page, django_capture_on_commit_callbacks)

    english.unpublish()

    alias = version(page)
    assert alias.live
    assert alias.is_untranslated
    assert alias.title == "Isoler les combles"


def test_withdraws_the_translation_with_its_page_and_shows_french_when_it_comes_back(
    page: StandardPage, django_capture_on_commit_callbacks: Any
):
    translated(page, django_capture_on_commit_callbacks)

    page.unpublish()
    assert not version(page).live
    publish(page)

    assert version(page).live
    assert version(page).is_untranslated


def test_publishes_the_translation_again_after_that(page: StandardPage, django_capture_on_commit_callbacks: Any):
    translation = start_translation(page)
    write(translation)
    publish_translation(translation, django_capture_on_commit_callbacks)
    page.unpublish()
    publish(page)

    english = publish_translation(translation, django_capture_on_commit_callbacks)

    assert not english.is_untranslated
    assert english.title == "EN Isoler les combles"


def test_a_translation_moves_with_its_page(home: HomePage, page: StandardPage, django_capture_on_commit_callbacks: Any):
    translated(page, django_capture_on_commit_callbacks)
    other = advice(home, "Se chauffer", "chauffage")

    page.move(other, pos="last-child")

    assert version(page).url == "/en/chauffage/combles/"


def test_a_translation_without_segments_is_hidden_until_it_is_published(page: StandardPage):
    translation = start_translation(page)

    translation.enabled = False
    translation.save()
    draft = version(page)
    assert not draft.live
    assert draft.alias_of_id is None
    publish(draft, title="Insulating the attic")

    assert version(page).title == "Insulating the attic"
    assert version(page).content_language == "en"


def test_opens_the_editor_of_translations_while_one_is_under_way(page: StandardPage, editor: Client):
    start_translation(page)

    answer = editor.get(reverse("wagtailadmin_pages:edit", args=[version(page).pk]))

    assert "wagtail_localize/admin/edit_translation.html" in [template.name for template in answer.templates]


def test_offers_to_translate_an_alias(page: StandardPage, editor: Client):
    answer = editor.get(reverse("wagtailadmin_pages:edit", args=[version(page).pk]))

    assert "wagtail_localize/admin/edit_translatable_alias.html" in [template.name for template in answer.templates]


def test_hides_an_alias_that_is_made_an_ordinary_page(page: StandardPage, editor: Client):
    editor.post(reverse("wagtailadmin_pages:convert_alias", args=[version(page).pk]))

    assert version(page).alias_of_id is None
    assert not version(page).live


def test_unpublishes_both_from_the_back_office(
    page: StandardPage, editor: Client, django_capture_on_commit_callbacks: Any
):
    translated(page, django_capture_on_commit_callbacks)

    editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    assert not Page.objects.filter(translation_key=page.translation_key).live().exists()


def test_deletes_both_from_the_back_office(page: StandardPage, editor: Client, django_capture_on_commit_callbacks: Any):
    translated(page, django_capture_on_commit_callbacks)

    with django_capture_on_commit_callbacks(execute=True):
        editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert not Page.objects.filter(translation_key=page.translation_key).exists()


def test_puts_an_alias_back_where_only_the_translation_is_deleted(
    page: StandardPage, django_capture_on_commit_callbacks: Any
):
    english = translated(page, django_capture_on_commit_callbacks)

    with django_capture_on_commit_callbacks(execute=True):
        english.delete()

    assert version(page).is_untranslated


def test_makes_the_aliases_that_are_missing_and_no_more(home: HomePage):
    index = home.add_child(instance=ExperienceIndexPage(title="Ils l’ont fait", slug="experiences"))
    index.add_child(instance=ExperienceIndexPage(title="Encore", slug="encore"))

    assert mirror_everything() == 2
    assert mirror_everything() == 0
    assert version(index).url == "/en/experiences/"


def test_leaves_the_greeting_of_wagtail_alone():
    mirror_everything()

    assert Page.objects.filter(depth=2).count() == 1


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


def test_stays_out_of_the_sitemap(page: StandardPage, client: Client):
    sitemap = client.get("/sitemap-pages.xml").content.decode()

    assert "/combles/</loc>" in sitemap
    assert "/en/" not in sitemap
