"""Translating a page as an editor does: every text is offered, every text comes back in its place."""

import json
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from django.utils.translation import override
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringSegment, Translation

from core.blocks import BodyBlock
from core.translations.links import localized
from home.models import (
    FaqPage,
    GlossaryPage,
    HomePage,
    StandardPage,
)
from tests.home.translation_samples import (
    FIGURE,
    TABLE,
    advice,
    block,
    case,
    english,
    every_block,
    french_site,
    french_words,
    items,
    publish,
    publish_translation,
    start_translation,
    texts,
    translated,
    version,
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


@pytest.fixture
def rich(home: HomePage) -> StandardPage:
    """A page with one block of each type."""
    target = advice(home, "Se chauffer", "chauffage")
    return advice(home, "Isoler", "isoler", body=json.dumps(every_block(target, case(home))))


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser(email="a@exemple.fr", password="x" * 12))
    return client


def bodies(page: Any, name: str = "body") -> dict[str, Any]:
    """Give the stored value of each block of a page by its type."""
    return {one["type"]: one["value"] for one in getattr(page, name).get_prep_value()}


def test_the_sample_holds_every_type_of_block(rich: StandardPage):
    assert bodies(rich).keys() == BodyBlock().child_blocks.keys()


@pytest.mark.parametrize("kind", list(BodyBlock().child_blocks))
def test_brings_every_text_of_a_block_back_in_english(
    rich: StandardPage, kind: str, django_capture_on_commit_callbacks: Any
):
    done = translated(rich, django_capture_on_commit_callbacks)

    lines = {line for line in french_words(bodies(done)[kind]) if line and line not in KEPT}
    assert [line for line in lines if "EN " not in line] == []


@pytest.mark.parametrize("kind", list(BodyBlock().child_blocks))
def test_changes_nothing_else_in_a_block(rich: StandardPage, kind: str, django_capture_on_commit_callbacks: Any):
    done = translated(rich, django_capture_on_commit_callbacks)

    assert json.dumps(bodies(done)[kind]).replace("EN ", "") == json.dumps(bodies(rich)[kind])


def test_gives_each_text_of_a_table_once(home: HomePage):
    page = advice(home, body=json.dumps([block("table", {"cells": TABLE, "row_headers": True})]))

    offered = texts(start_translation(page))

    assert {"Épaisseurs courantes", "Paroi", "Épaisseur", "Murs", "14 cm", "Toiture", "30 cm", "Plancher"} <= offered


def test_a_row_put_in_above_loses_no_translation_of_a_table(home: HomePage, django_capture_on_commit_callbacks: Any):
    page = advice(home, body=json.dumps([block("table", {"cells": TABLE, "row_headers": True})]))
    translation = start_translation(page)
    write(translation, {"Murs": "Walls"})
    body = page.body.get_prep_value()
    body[0]["value"]["cells"]["rows"].insert(0, {"values": ["Fenêtres", "4 cm"]})
    publish(page, body=json.dumps(body))

    translation.source.update_from_db()
    done = publish_translation(translation, django_capture_on_commit_callbacks)

    assert bodies(done)["table"]["cells"]["rows"][:2] == [
        {"values": ["Fenêtres", "4 cm"]},
        {"values": ["Walls", "EN 14 cm"]},
    ]


def test_lets_a_translator_change_a_telephone_but_not_forget_it(
    home: HomePage, django_capture_on_commit_callbacks: Any
):
    page = advice(home, body=json.dumps([block("contact", {"name": "Le guichet", "phone": "05 61 00 00 00",
                                                           "email": "", "hours": "", "address": ""})]))  # fmt: skip
    translation = start_translation(page)
    write(translation)
    segment = OverridableSegment.objects.get(source=translation.source, context__path__endswith=".phone")
    SegmentOverride.objects.create(locale=english(), context=segment.context, data_json=json.dumps("+33 5 61 00 00 00"))

    done = publish_translation(translation, django_capture_on_commit_callbacks)

    assert bodies(done)["contact"]["phone"] == "+33 5 61 00 00 00"


def test_leaves_untranslated_texts_in_french_for_the_rest_to_be_published(
    home: HomePage, django_capture_on_commit_callbacks: Any
):
    page = advice(home, summary="Un résumé.")
    translation = start_translation(page)
    write(translation, {})
    StringSegment.objects.get(source=translation.source, string__data="Un résumé.").string.translations.all().delete()

    assert publish_translation(translation, django_capture_on_commit_callbacks).summary == "Un résumé."


def test_translates_the_numbers_of_the_home_page(home: HomePage, django_capture_on_commit_callbacks: Any):
    publish(home, numbers=json.dumps([block("figures", items(FIGURE))]))

    done = translated(home, django_capture_on_commit_callbacks)

    value = done.numbers[0].value[0]
    assert (value["label"], value["source"]) == ("EN de chaleur", "EN Une étude")
    assert value["date"] == date(2026, 1, 31)


def test_translates_questions(home: HomePage, django_capture_on_commit_callbacks: Any):
    value = {"question": "Combien ?", "answer": "<p>Peu.</p>"}
    page = home.add_child(
        instance=FaqPage(title="Questions", slug="questions", questions=json.dumps([block("question", value)]))
    )

    done = translated(publish(page), django_capture_on_commit_callbacks)

    assert done.questions[0].value["question"] == "EN Combien ?"
    assert done.questions[0].value["answer"].source == "<p>EN Peu.</p>"


def test_translates_terms(home: HomePage, django_capture_on_commit_callbacks: Any):
    value = {"term": "DPE", "definition": "<p>Une étiquette.</p>"}
    page = home.add_child(instance=GlossaryPage(title="Mots", slug="mots", terms=json.dumps([block("term", value)])))

    done = translated(publish(page), django_capture_on_commit_callbacks)

    assert done.terms[0].value["term"] == "EN DPE"
    assert done.terms[0].value["definition"].source == "<p>EN Une étiquette.</p>"


def test_translates_from_the_back_office(
    home: HomePage, rich: StandardPage, editor: Client, django_capture_on_commit_callbacks: Any
):
    submit = reverse("wagtail_localize:submit_page_translation", args=[rich.pk])
    assert editor.post(submit, {"locales": [english().pk]}).status_code == 302
    translation = Translation.objects.get(source__object_id=rich.translation_key)
    segment = StringSegment.objects.get(source=translation.source, string__data="Isoler")

    saved = editor.put(
        reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
        encode_multipart(BOUNDARY, {"value": "Insulating"}), content_type=MULTIPART_CONTENT,
    )  # fmt: skip
    edit = reverse("wagtailadmin_pages:edit", args=[version(rich).pk])
    assert editor.get(edit).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(edit, {"action": "publish"})

    assert saved.status_code in (200, 201)
    assert version(rich).title == "Insulating"
    assert not version(rich).is_untranslated


def test_shows_the_page_of_the_language_where_a_block_points_at_one(home: HomePage, django_assert_num_queries: Any):
    pages = [advice(home, f"Page {number}", f"page-{number}") for number in range(5)]

    with override("en"), django_assert_num_queries(1):
        shown = localized(pages)

    assert [page.url for page in shown] == [f"/en/page-{number}/" for number in range(5)]


def test_leaves_out_a_page_that_nobody_may_read(home: HomePage):
    page = advice(home)
    page.unpublish()

    with override("en"):
        assert localized([page]) == []


def test_links_of_a_text_lead_to_the_page_of_the_language(home: HomePage, rf: Any):
    target = advice(home, "Se chauffer", "chauffage")
    html = f'<p><a linktype="page" id="{target.pk}">Se chauffer</a></p>'
    page = advice(home, body=json.dumps([block("text", html)]))

    with override("en"):
        assert 'href="/en/chauffage/"' in str(version(page).body[0].value)
