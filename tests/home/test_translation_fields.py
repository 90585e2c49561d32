"""What a translation copies, what it offers to translate, what it lets a translator change."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import OverridableSegment, SegmentOverride

from core.models import BasePage
from home.models import (
    EventIndexPage,
    EventPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    ResourceIndexPage,
    ResourcePage,
    Topic,
)
from tests.home.translation_samples import (
    advice,
    english,
    french_site,
    picture,
    publish,
    publish_translation,
    start_translation,
    texts,
    translated,
    write,
)

pytestmark = pytest.mark.django_db

# What each block holds that is the same in every language, or that no reader sees.
KEPT = {
    "https://vimeo.com/1", "05 61 00 00 00", "a@exemple.fr", "1 rue du Pont", "isolation", "maison", "2026-01-31",
}  # fmt: skip


@pytest.fixture
def home(settings: Any) -> HomePage:
    settings.PAGE_CACHE_SECONDS = 0
    return french_site()


def test_keeps_the_address_unless_the_translator_changes_it(home: HomePage, django_capture_on_commit_callbacks: Any):
    translation = start_translation(advice(home))
    assert "combles" not in texts(translation)
    write(translation)
    segment = OverridableSegment.objects.get(source=translation.source, context__path="slug")
    SegmentOverride.objects.create(locale=english(), context=segment.context, data_json=json.dumps("attic"))

    assert publish_translation(translation, django_capture_on_commit_callbacks).url == "/en/attic/"


def test_keeps_the_address_of_the_front_door_in_english(home: HomePage, django_capture_on_commit_callbacks: Any):
    assert translated(home, django_capture_on_commit_callbacks).url == "/en/"


def test_copies_dates_places_and_links_of_an_event(home: HomePage, django_capture_on_commit_callbacks: Any):
    index = publish(home.add_child(instance=EventIndexPage(title="Agenda", slug="agenda")))
    moment = datetime(2026, 12, 1, 18, tzinfo=UTC)
    facts = {
        "starts_at": moment, "ends_at": moment, "address": "2 place du Capitole", "online_url": "https://exemple.fr/",
        "registration_url": "https://exemple.fr/inscription", "cancelled": True, "for_houses": False,
    }  # fmt: skip
    event = publish(index.add_child(instance=EventPage(title="Salon", slug="salon", venue="La halle", **facts)))

    done = translated(event, django_capture_on_commit_callbacks)

    assert {name: getattr(done, name) for name in facts} == {name: getattr(event, name) for name in facts}
    assert done.venue == "EN La halle"


def test_copies_the_kind_the_audience_the_topics_and_the_picture_of_a_resource(
    home: HomePage, django_capture_on_commit_callbacks: Any
):
    index = publish(home.add_child(instance=ResourceIndexPage(title="Ressources", slug="ressources")))
    page = index.add_child(instance=ResourcePage(
        title="Un lien", slug="lien", kind="lien", audience="bailleurs", link="https://exemple.fr/", picture=picture(),
        reviewed_on=date(2026, 2, 3),
    ))  # fmt: skip
    page = publish(page, topics=[Topic.objects.create(slug="aides", name="Aides")])

    done = translated(page, django_capture_on_commit_callbacks)

    names = ("kind", "audience", "link", "picture", "reviewed_on")
    assert [getattr(done, name) for name in names] == [getattr(page, name) for name in names]
    assert [topic.slug for topic in done.topics.all()] == ["aides"]


def test_a_topic_added_later_reaches_the_translation(home: HomePage, django_capture_on_commit_callbacks: Any):
    index = publish(home.add_child(instance=NewsIndexPage(title="Actualités", slug="actualites")))
    news = publish(index.add_child(instance=NewsPage(title="Une aide", slug="aide")))
    translation = start_translation(news)
    write(translation)
    publish_translation(translation, django_capture_on_commit_callbacks)
    publish(news, topics=[Topic.objects.create(slug="aides", name="Aides")])

    translation.source.update_from_db()
    done = publish_translation(translation, django_capture_on_commit_callbacks)

    assert [topic.slug for topic in done.topics.all()] == ["aides"]


@pytest.mark.parametrize("model", [one for one in apps.get_models() if issubclass(one, BasePage)])
def test_forgets_no_field_of_a_page(model: Any):
    known = {field.field_name for field in get_translatable_fields(model)}

    own = {field.name for field in model._meta.local_fields + model._meta.local_many_to_many if field.editable}
    assert own - known - {"page_ptr"} == set()
