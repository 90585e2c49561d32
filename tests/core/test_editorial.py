"""What an editor is told before a text is published, through the real editor of Wagtail."""

from typing import Any

import pytest
from django.test import Client

from core.editorial import headings, problems
from home.models import HomePage, StandardPage
from tests.core import sample_blocks as samples
from tests.core.editor_forms import errors, picture, publish, save, text
from tests.home.advice_samples import advice

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    return advice(home, live=False)


@pytest.fixture
def editor(admin_client: Client) -> Client:
    return admin_client


def is_live(page: StandardPage) -> bool:
    return StandardPage.objects.get(pk=page.pk).live


def found(*blocks: dict[str, Any]) -> list[str]:
    return problems(StandardPage(body=samples.body(*blocks)).body)


def test_publishes_a_text_whose_headings_follow_each_other(editor: Client, page: StandardPage) -> None:
    response = publish(editor, page, text("<h2>Un</h2><p>a</p><h3>Deux</h3><p>b</p><h2>Trois</h2><p>c</p>"))

    assert errors(response) == ""
    assert is_live(page)


def test_refuses_to_publish_a_heading_that_jumps_a_level(editor: Client, page: StandardPage) -> None:
    response = publish(editor, page, text("<h2>Un</h2><h4>Trop loin</h4><p>a</p>"))

    assert "Le titre « Trop loin » saute un niveau : mettez d’abord un titre de niveau 3." in errors(response)
    assert not is_live(page)


def test_keeps_what_was_typed_when_it_refuses(editor: Client, page: StandardPage) -> None:
    response = publish(editor, page, text("<h3>Trop loin</h3><p>Ce que j’avais écrit.</p>"), title="Nouveau titre")

    assert response.status_code == 200
    assert "Ce que j’avais écrit." in response.context["form"]["body"].value()[0].value.source
    assert response.context["form"]["title"].value() == "Nouveau titre"


def test_refuses_to_publish_an_empty_heading(editor: Client, page: StandardPage) -> None:
    assert "Un titre est vide" in errors(publish(editor, page, text("<h2> </h2><p>a</p>")))


@pytest.mark.parametrize("words", ["cliquez ici", "Ici", "En savoir plus…", "lire la suite", "click here"])
def test_refuses_to_publish_a_link_that_does_not_say_where_it_leads(
    editor: Client, page: StandardPage, words: str
) -> None:
    response = publish(editor, page, text(f'<p>Voir <a href="https://exemple.fr/">{words}</a></p>'))

    assert f"Le lien « {words} » ne dit pas où il mène" in errors(response)


def test_publishes_a_link_that_names_its_page(editor: Client, page: StandardPage) -> None:
    assert errors(publish(editor, page, text('<p><a href="https://exemple.fr/">Les aides de l’État</a></p>'))) == ""


def test_refuses_to_publish_a_picture_that_nothing_describes(editor: Client, page: StandardPage) -> None:
    shown = samples.a_picture(title="DSC_0042", description="")

    response = publish(editor, page, picture(shown))

    assert "L’image « DSC_0042 » n’est pas décrite" in errors(response)
    assert not is_live(page)


@pytest.mark.parametrize(
    ("description", "values"),
    [("Une façade", {}), ("", {"alt": "Une façade"}), ("", {"decorative": "on"})],
    ids=["by itself", "in this page", "decorative"],
)
def test_publishes_a_picture_that_is_described_or_decorative(
    editor: Client, page: StandardPage, description: str, values: dict[str, str]
) -> None:
    assert errors(publish(editor, page, picture(samples.a_picture(description=description), **values))) == ""
    assert is_live(page)


def test_keeps_a_draft_as_it_is(editor: Client, page: StandardPage) -> None:
    shown = samples.a_picture(description="")
    link = '<p><a href="https://exemple.fr/">ici</a></p>'

    response = save(editor, page, text(f"<h4>Loin</h4>{link}"), picture(shown))

    assert errors(response) == ""
    draft = StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["text", "picture"]
    assert not is_live(page)


def test_refuses_to_publish_a_page_that_concerns_nobody(editor: Client, page: StandardPage) -> None:
    response = publish(editor, page, text("<p>a</p>"), for_houses="", for_coownerships="")

    assert "Une page concerne au moins un type de logement." in errors(response)


def test_counts_the_title_of_a_block_among_the_headings() -> None:
    body = samples.body(samples.text("<h2>Un</h2><h3>Deux</h3>"), samples.steps(), samples.text("<h4>Trop loin</h4>"))

    assert [heading.level for heading in headings(StandardPage(body=body).body)] == [2, 3, 2, 4]
    assert found(samples.text("<h2>Un</h2><h3>Deux</h3>"), samples.steps(), samples.text("<h4>Loin</h4>")) != []
    assert found(samples.steps(), samples.text("<h3>Sous le titre des étapes</h3>")) == []


def test_counts_the_titles_of_parts_where_the_block_has_none() -> None:
    assert found(samples.accordion(title=""), samples.text("<h3>Sous un volet</h3>")) == []
    assert found(samples.steps(title=""), samples.text("<h4>Loin</h4>")) != []


def test_takes_no_caption_for_a_heading() -> None:
    assert found(samples.video(), samples.text("<h3>Trop loin</h3>")) != []
    assert found(samples.contact(), samples.text("<h3>Sous le guichet</h3>")) == []


def test_says_nothing_of_every_block_as_it_should_be() -> None:
    assert found(*samples.every_block(samples.a_picture(), samples.a_document())) == []
