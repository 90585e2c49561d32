"""Whichever screen publishes a page, its text is checked; what was written is kept."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Workflow

from home.models import FaqPage, GlossaryPage, HomePage, StandardPage
from tests.core import sample_blocks as samples
from tests.core.editor_forms import errors, publish, text
from tests.home.advice_samples import advice, faq, glossary
from tests.home.translation_samples import advice as published_advice
from tests.home.translation_samples import french_site, start_translation, version, write

pytestmark = pytest.mark.django_db
JUMPED = "<h2>Un</h2><h4>Trop loin</h4>"
VAGUE = '<p><a href="https://exemple.fr/">Cliquez ici</a></p>'


@pytest.fixture
def home(settings: Any) -> HomePage:
    settings.PAGE_CACHE_SECONDS = 0
    return french_site()


@pytest.fixture
def editor(admin_client: Client) -> Client:
    return admin_client


def draft(home: HomePage, html: str, title: str = "Le brouillon") -> StandardPage:
    """Keep a page of advice as a draft."""
    page = advice(home, title, live=False, body=samples.body(samples.text(html)))
    page.save_revision()
    return page


def bulk_publish(editor: Client, *pages: Page, **values: str) -> Any:
    query = "&".join(f"id={page.pk}" for page in pages)
    return editor.post(f"/gestion/bulk/wagtailcore/page/publish/?{query}&next=/gestion/", values, follow=True)


def told(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def test_refuses_to_publish_at_once_a_draft_that_its_form_would_refuse(editor: Client, home: HomePage) -> None:
    page = draft(home, JUMPED + VAGUE)

    response = bulk_publish(editor, page)

    assert "La page «\u00a0Le brouillon\u00a0» n’est pas publiée." in told(response)
    assert "Le titre « Trop loin » saute un niveau" in told(response)
    assert "Le lien « Cliquez ici » ne dit pas où il mène" in told(response)
    assert not is_live(page)


def test_keeps_the_draft_that_it_refuses(editor: Client, home: HomePage) -> None:
    page = draft(home, JUMPED)

    bulk_publish(editor, page)

    assert "Trop loin" in str(StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object().body)


def test_checks_the_draft_and_not_the_text_that_is_online(editor: Client, home: HomePage) -> None:
    page = published_advice(home)
    page.body = samples.body(samples.text(VAGUE))
    page.save_revision()

    assert "n’est pas publiée" in told(bulk_publish(editor, page))
    assert not StandardPage.objects.get(pk=page.pk).body


def test_publishes_at_once_drafts_without_fault(editor: Client, home: HomePage) -> None:
    pages = [draft(home, "<h2>Un</h2><p>a</p>"), draft(home, "<p>b</p>", "Un autre")]

    bulk_publish(editor, *pages)

    assert all(is_live(page) for page in pages)


def test_publishes_none_of_the_pages_when_one_is_refused(editor: Client, home: HomePage) -> None:
    good, bad = draft(home, "<p>a</p>", "Le bon"), draft(home, VAGUE)

    response = bulk_publish(editor, good, bad)

    assert not is_live(good)
    assert "Le bon" not in told(response)


def test_checks_the_drafts_under_a_page_when_they_go_along(editor: Client, home: HomePage) -> None:
    parent = draft(home, "<p>a</p>", "Le dessus")
    under = draft(parent, VAGUE)

    assert "Le brouillon" in told(bulk_publish(editor, parent, include_descendants="on"))
    assert not is_live(under)


def test_does_not_check_the_drafts_that_stay_drafts(editor: Client, home: HomePage) -> None:
    parent = draft(home, "<p>a</p>", "Le dessus")
    draft(parent, VAGUE)

    bulk_publish(editor, parent)

    assert is_live(parent)


def test_still_deletes_such_a_draft_at_once(editor: Client, home: HomePage) -> None:
    page = draft(home, VAGUE)

    editor.post(f"/gestion/bulk/wagtailcore/page/delete/?id={page.pk}&next=/gestion/")

    assert not Page.objects.filter(pk=page.pk).exists()


def approve(editor: Client, page: StandardPage, **extra: Any) -> Any:
    """Submit the latest draft to moderation, then approve it from the dashboard."""
    Workflow.objects.get().start(page, None)
    task = Page.objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    return editor.post(address, {"comment": ""}, **extra)


def test_refuses_to_approve_a_text_that_its_form_would_refuse(editor: Client, home: HomePage) -> None:
    page = draft(home, VAGUE)

    response = approve(editor, page, follow=True)

    assert "Le lien « Cliquez ici » ne dit pas où il mène" in told(response)
    assert not is_live(page)
    assert Page.objects.get(pk=page.pk).workflow_in_progress


def test_brings_the_approver_back_to_the_page_by_the_window_too(editor: Client, home: HomePage) -> None:
    page = draft(home, VAGUE)

    answer = approve(editor, page, headers={"x-requested-with": "XMLHttpRequest"}).json()

    assert answer == {"step": "success", "redirect": f"/gestion/pages/{page.pk}/edit/"}
    assert not is_live(page)


def test_checks_the_latest_draft_which_an_approval_puts_online(editor: Client, home: HomePage) -> None:
    page = draft(home, "<p>Sans faute.</p>")
    Workflow.objects.get().start(page, None)
    page.body = samples.body(samples.text(VAGUE))
    page.save_revision()
    task = Page.objects.get(pk=page.pk).current_workflow_task_state

    editor.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]), {"comment": ""})

    assert not is_live(page)


def test_approves_a_text_without_fault(editor: Client, home: HomePage) -> None:
    page = draft(home, "<p>a</p>")

    approve(editor, page)

    assert is_live(page)


def test_lets_nobody_approve_without_the_right_to_enter(client: Client, home: HomePage) -> None:
    page = draft(home, "<p>a</p>")

    assert approve(client, page).url.startswith("/gestion/login/")
    assert not is_live(page)


FRENCH = '<p><a href="https://exemple.fr/">Les aides</a></p>'


def being_translated(home: HomePage, words: str) -> tuple[StandardPage, Any]:
    """Start the translation of a page, whose link is now said in these words."""
    page = published_advice(home, body=samples.body(samples.text(FRENCH)))
    translation = start_translation(page)
    write(translation, {'<a id="a1">Les aides</a>': f'<a id="a1">{words}</a>'})
    return page, translation


def test_refuses_to_publish_a_translation_whose_link_says_nothing(
    editor: Client, home: HomePage, django_capture_on_commit_callbacks: Any
) -> None:
    page, _translation = being_translated(home, "Click here")

    with django_capture_on_commit_callbacks(execute=True):
        response = editor.post(f"/gestion/pages/{version(page).pk}/edit/", {"action": "publish"}, follow=True)

    assert "Le lien « Click here » ne dit pas où il mène" in told(response)
    assert version(page).is_untranslated


def test_keeps_what_the_translator_wrote_when_it_refuses(editor: Client, home: HomePage) -> None:
    page, translation = being_translated(home, "Click here")

    editor.post(f"/gestion/pages/{version(page).pk}/edit/", {"action": "publish"})

    kept = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    assert "Click here" in kept.body[0].value.source


def test_publishes_a_translation_without_fault(
    editor: Client, home: HomePage, django_capture_on_commit_callbacks: Any
) -> None:
    page, _translation = being_translated(home, "The grants")

    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"/gestion/pages/{version(page).pk}/edit/", {"action": "publish"})

    assert "The grants" in version(page).body[0].value.source
    assert not version(page).is_untranslated


@pytest.mark.parametrize(("words", "published"), [("Click here", False), ("The grants", True)])
def test_publishes_translations_brought_up_to_date_only_when_they_are_without_fault(
    editor: Client, home: HomePage, django_capture_on_commit_callbacks: Any, words: str, published: bool
) -> None:
    page, translation = being_translated(home, words)
    address = reverse("wagtail_localize:update_translations", args=[translation.source.pk])

    with django_capture_on_commit_callbacks(execute=True):
        response = editor.post(address, {"publish_translations": "on", "next": "/gestion/"}, follow=True)

    assert ("ne dit pas où il mène" in told(response)) is not published
    assert version(page).is_untranslated is not published


@pytest.mark.parametrize(
    "block",
    [
        samples.accordion(items=[{"title": "Le prix", "text": VAGUE}]),
        samples.steps(steps=[{"title": "Un", "text": VAGUE}, {"title": "Deux", "text": ""}]),
        samples.call(text=VAGUE),
        samples.call(link={"label": "Cliquez  ici", "page": None, "url": "https://exemple.fr/"}),
        samples.appointment(text=VAGUE),
    ],
    ids=["accordion", "steps", "text of a call", "button of a call", "appointment"],
)
def test_refuses_a_link_that_says_nothing_wherever_it_stands(
    editor: Client, home: HomePage, block: dict[str, Any]
) -> None:
    page = advice(home, "Le brouillon", live=False, body=samples.body(block))
    page.save_revision()

    assert "Le lien « Cliquez ici » ne dit pas où il mène" in told(bulk_publish(editor, page))


@pytest.mark.parametrize("words", ["https://exemple.fr/aides", "www.exemple.fr", "HTTP://exemple.fr"])
def test_refuses_a_link_whose_words_are_an_address(editor: Client, home: HomePage, words: str) -> None:
    page = advice(home, live=False)

    response = publish(editor, page, text(f'<p><a href="https://exemple.fr/">{words}</a></p>'))

    assert f"Le lien «\u00a0{words}\u00a0» est une adresse" in errors(response)


def test_refuses_a_vague_link_in_an_answer(editor: Client, home: HomePage) -> None:
    page = faq(home, {"Qui paie ?": VAGUE}, live=False)
    page.save_revision()

    assert "ne dit pas où il mène" in told(bulk_publish(editor, page))
    assert not FaqPage.objects.get(pk=page.pk).live


def test_refuses_a_vague_link_in_a_definition(editor: Client, home: HomePage) -> None:
    page = glossary(home, {"Audit": VAGUE}, live=False)
    page.save_revision()

    assert "ne dit pas où il mène" in told(bulk_publish(editor, page))
    assert not GlossaryPage.objects.get(pk=page.pk).live


def test_refuses_at_once_a_page_that_concerns_nobody(editor: Client, home: HomePage) -> None:
    page = advice(home, "Le brouillon", live=False, for_houses=False, for_coownerships=False)
    page.save_revision()

    assert "Une page concerne au moins un type de logement." in told(bulk_publish(editor, page))


def test_publishes_by_code_what_it_is_given(home: HomePage) -> None:
    page = draft(home, VAGUE)

    page.get_latest_revision().publish()

    assert is_live(page)
