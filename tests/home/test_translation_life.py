"""What readers see while a translation is started, published, withdrawn, moved or deleted."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision

from core.translations.mirror import mirror_everything
from home.models import HomePage, StandardPage
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


def test_is_no_alias_once_its_draft_is_published_by_another_way(page: StandardPage):
    translation = start_translation(page)
    write(translation)
    translation.save_target(publish=False)

    Revision.objects.get(pk=version(page).latest_revision_id).publish()  # as a schedule or a workflow does

    assert not version(page).is_untranslated
    assert version(page).title == "EN Isoler les combles"


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


def test_leaves_the_greeting_of_wagtail_alone():
    mirror_everything()

    assert Page.objects.filter(depth=2).count() == 1
