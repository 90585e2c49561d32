"""The index of pages follows what editors publish, without a step of theirs."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import FaqPage, HomePage
from search.models import IndexedPage, PageWord
from search.pages.finding import find
from search.pages.lexicon import PageLexicon
from search.pages.reading import read_query
from tests.home import samples
from tests.home.pages import standard, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_is_missing(db: None) -> None:
    call_command("index_pages", stdout=StringIO())  # files the page that Wagtail is installed with


def found(home: HomePage, words: str) -> list[int]:
    lexicon = PageLexicon(home.path, "fr")
    return [page.key for page in find(read_query(words, lexicon), lexicon).pages]


def run(command: str) -> str:
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_a_draft_is_not_found_until_it_is_published(home: HomePage) -> None:
    page = standard(home, "Le tambourin", live=False)
    assert found(home, "tambourin") == []

    page.save_revision().publish()

    assert found(home, "tambourin") == [page.pk]


def test_a_draft_of_a_published_page_changes_nothing(home: HomePage) -> None:
    page = standard(home, "Le tambourin")
    page.title = "La clarinette"

    page.save_revision()

    assert found(home, "tambourin") == [page.pk]
    assert found(home, "clarinette") == []


def test_follows_a_new_version(home: HomePage) -> None:
    page = standard(home, "Le tambourin")
    page.title, page.body = "La clarinette", [text("<p>Un hautbois.</p>")]

    page.save_revision().publish()

    assert found(home, "tambourin") == []
    assert found(home, "hautbois") == [page.pk]


def test_forgets_what_is_unpublished_or_deleted(home: HomePage) -> None:
    first, second = standard(home, "Le tambourin"), standard(home, "Un tambourin de plus")

    first.unpublish()
    second.delete()

    assert found(home, "tambourin") == []
    assert not PageWord.objects.filter(word="tambourin").exists()


def test_never_shows_what_is_reserved(home: HomePage) -> None:
    parent = standard(home, "La musique")
    page = standard(parent, "Le tambourin")
    assert found(home, "tambourin") == [page.pk]

    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)

    assert found(home, "tambourin") == []


def test_never_shows_the_pages_of_another_site(home: HomePage) -> None:
    other = Page.objects.get(depth=1).add_child(instance=HomePage(title="Ailleurs", slug="ailleurs"))
    standard(other, "Le tambourin")

    assert found(home, "tambourin") == []


def test_leaves_out_what_nobody_translated_yet(home: HomePage) -> None:
    page = standard(home, "Le tambourin")
    english = Locale.objects.get_or_create(language_code="en")[0]
    home.copy_for_translation(english, alias=True)

    page.copy_for_translation(english, alias=True)

    versions = IndexedPage.objects.filter(page__translation_key=page.translation_key)
    assert [each.pk for each in versions] == [page.pk]


def test_reads_questions_terms_and_places(home: HomePage) -> None:
    answer = {"question": "Peut-on jouer ?", "answer": "<p>Oui, de la clarinette.</p>"}
    faq = home.add_child(instance=FaqPage(title="Questions", questions=[{"type": "question", "value": answer}]))
    event = samples.event(samples.event_index(home), venue="Médiathèque du tambourin")

    assert found(home, "clarinette") == [faq.pk]
    assert found(home, "tambourin") == [event.pk]


def test_a_command_files_what_went_live_without_a_word(home: HomePage) -> None:
    page = standard(home, "Le tambourin", live=False)
    Page.objects.filter(pk=page.pk).update(live=True)
    with pytest.raises(CommandError, match="1"):
        run("check_index")

    said = run("index_pages")

    assert "1 page" in said
    assert found(home, "tambourin") == [page.pk]
    assert run("index_pages") == ""
    assert run("check_index")


def test_everything_can_be_made_again(home: HomePage) -> None:
    page = standard(home, "Le tambourin")
    before = set(PageWord.objects.values_list("page", "word", "stem", "weight"))
    IndexedPage.objects.all().delete()

    run("rebuild_index")

    assert set(PageWord.objects.values_list("page", "word", "stem", "weight")) == before
    assert found(home, "tambourin") == [page.pk]
