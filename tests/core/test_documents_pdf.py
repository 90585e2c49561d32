"""What a PDF tells of itself when it is sent, and what the editor is told that it lacks."""

from time import monotonic

import pytest

from core.documents import pdf as pdf_reading
from core.models import SiteDocument
from tests.core import document_files as files
from tests.core.editors import send_document as send
from tests.core.editors import signed_in_editor

pytestmark = pytest.mark.django_db
WORD = "word/document.xml"


@pytest.fixture
def editor():
    return signed_in_editor()


def sent(editor, content, name="guide.pdf"):
    return SiteDocument.objects.get(pk=send(editor, content, name)["doc_id"])


def test_a_complete_pdf_tells_its_pages_its_language_and_that_it_is_tagged(editor):
    document = sent(editor, files.pdf(language="en-GB", pages=4))

    assert (document.pages, document.language, document.tagged) == (4, "en", True)
    assert document.gaps == []
    assert document.advice == ""


@pytest.mark.parametrize(
    ("lacks", "gaps"),
    [
        ({"title": ""}, ["title"]),
        ({"title": "Microsoft Word - guide"}, ["title"]),
        ({"title": "guide_v3.docx"}, ["title"]),
        ({"language": ""}, ["language"]),
        ({"tagged": False}, ["tags"]),
        ({"title": "", "language": "", "tagged": False}, ["title", "language", "tags"]),
    ],
)
def test_the_editor_is_told_what_a_pdf_lacks_as_soon_as_it_is_sent(editor, lacks, gaps):
    answer = send(editor, files.pdf(**lacks))

    assert SiteDocument.objects.get().gaps == gaps
    assert "Certaines personnes liront mal ce PDF" in answer["form"]


def test_a_document_that_is_no_pdf_lacks_nothing(editor):
    document = sent(editor, files.office(WORD), "lettre.docx")

    assert (document.pages, document.tagged, document.gaps, document.language) == (None, None, [], "fr")
    assert document.accessibility == ""


def test_a_language_that_the_site_does_not_have_leaves_its_own(editor):
    document = sent(editor, files.pdf(language="oc"))

    assert document.language == "fr"
    assert document.gaps == []


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n" + b"\x00" * 300,
        files.pdf()[:200],
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>",
        b"%PDF-" + b"[" * 100_000,
        files.locked_pdf(),
    ],
)
def test_a_pdf_that_cannot_be_read_is_kept_and_said_to_be_unknown(editor, content):
    document = sent(editor, content)

    assert (document.pages, document.tagged) == (None, None)
    assert document.gaps == ["unread"]
    assert "n’a pas pu lire ce PDF" in document.advice


def test_a_pdf_that_goes_round_in_circles_ends_in_time(editor):
    start = monotonic()

    document = sent(editor, files.looping_pdf())

    assert monotonic() - start < 15
    assert document.pages is None or document.pages < 10


def test_a_reader_that_never_ends_is_stopped(editor, monkeypatch, tmp_path):
    endless = tmp_path / "endless.py"
    endless.write_text("while True: pass")
    monkeypatch.setattr(pdf_reading, "READER", endless)
    monkeypatch.setattr(pdf_reading, "SECONDS", 1)

    assert sent(editor, files.pdf()).gaps == ["unread"]


@pytest.mark.parametrize(
    "told", ["", "[]", '{"pages": "x"}', '{"pages": -1, "tagged": 1, "language": 5, "title": [1]}', "null"]
)
def test_a_reader_that_says_nonsense_is_not_believed(editor, monkeypatch, tmp_path, told):
    liar = tmp_path / "liar.py"
    liar.write_text(f"print({told!r})")
    monkeypatch.setattr(pdf_reading, "READER", liar)

    document = sent(editor, files.pdf())

    assert document.pages is None
    assert not document.tagged
