"""Documents sent to the back office: what is refused and how it is said, what a PDF tells of itself."""

import subprocess
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import SiteDocument
from tests.core import document_files as files
from tests.core.editors import send_document as send
from tests.core.editors import signed_in_editor

pytestmark = pytest.mark.django_db
OTHER = "son contenu est autre"
KIND = "n’est pas accepté"
WORD, EXCEL = "word/document.xml", "xl/workbook.xml"


@pytest.fixture
def editor():
    return signed_in_editor()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("guide.pdf", files.pdf()),
        ("GUIDE.PDF", b"\xef\xbb\xbf\r\n%PDF-1.4 ..."),
        ("lettre.odt", files.open_document("text")),
        ("tableau.ods", files.open_document("spreadsheet")),
        ("lettre.docx", files.office(WORD)),
        ("tableau.xlsx", files.office(EXCEL)),
        ("communes.csv", "commune;aide\nL’Union;1 000 €\n".encode()),
        ("communes.csv", "commune;aide\nSaint-Alban;1 000 €\n".encode("cp1252")),
        ("communes.csv", "commune;aide\n".encode("utf-16")),
    ],
)
def test_accepts_the_six_kinds_of_documents(editor, name, content):
    answer = send(editor, content, name)

    assert answer["success"] is True
    assert SiteDocument.objects.get(pk=answer["doc_id"]).file_size == len(content)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("virus.exe", b"MZ\x90\x00", KIND),
        ("page.html", b"<script>alert(1)</script>", KIND),
        ("macro.docm", files.office(WORD), KIND),
        ("sans-extension", files.pdf(), KIND),
        ("guide.pdf.exe", files.pdf(), KIND),
        ("guide.pdf", b"MZ\x90\x00" + b"\x00" * 200, OTHER),
        ("guide.pdf", b"MZ\x90\x00%PDF-1.7", OTHER),
        ("guide.pdf", b"<html><script>alert(1)</script>", OTHER),
        ("guide.pdf", files.office(WORD), OTHER),
        ("lettre.docx", files.pdf(), OTHER),
        ("lettre.docx", files.office(EXCEL), OTHER),
        ("tableau.xlsx", files.office(WORD), OTHER),
        ("lettre.docx", files.archive({"virus.exe": b"MZ"}), OTHER),
        ("lettre.docx", files.office(WORD)[:-30], OTHER),
        ("lettre.docx", b"PK\x05\x06" + b"\x00" * 18, OTHER),
        ("lettre.odt", files.open_document("spreadsheet"), OTHER),
        ("tableau.ods", files.archive({"content.xml": b"<x/>"}), OTHER),
        ("lettre.odt", b"PK\x03\x04" + b"\x00" * 60, OTHER),
        ("macro.docx", files.office(WORD, {"word/vbaProject.bin": b"x"}), "macros"),
        ("communes.csv", b"MZ\x90\x00\x03\x00", OTHER),
        ("communes.csv", b"  <html><script>alert(1)</script>", OTHER),
        ("communes.csv", files.office(EXCEL), OTHER),
        ("communes.csv", files.pdf(), OTHER),
    ],
)
def test_says_in_french_why_a_document_is_refused(editor, name, content, message):
    answer = send(editor, content, name)

    assert answer["success"] is False
    assert message in answer["error_message"]
    assert not SiteDocument.objects.exists()


def test_refuses_a_document_over_twenty_megabytes_and_says_so(editor):
    answer = send(editor, files.pdf() + b"\x00" * (20 * 1024 * 1024))

    assert answer["success"] is False
    assert "20,0" in answer["error_message"]


def test_refuses_an_empty_document(editor):
    assert send(editor, b"")["success"] is False


MEASURE = """
import resource, sys
sys.path[:0] = [".", "site"]
import django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from core.documents.uploads import check
from tests.core import document_files as files
def refused(content):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        check(SimpleUploadedFile("lettre.docx", content))
    except Exception as error:
        name = type(error).__name__
    print(name, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
many = files.archive({f"word/{n}": b"" for n in range(60000)} | {"[Content_Types].xml": b"", "word/document.xml": b""})
bomb = files.archive({"[Content_Types].xml": b"", "word/document.xml": b"0" * 310_000_000})
refused(b"x")
refused(many)
refused(bomb)
"""


def test_archives_made_to_harm_are_refused_without_being_unpacked():
    run = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)

    names, megabytes = zip(*(line.split() for line in run.stdout.strip().split("\n")), strict=True)
    assert set(names) == {"ValidationError"}
    assert max(map(int, megabytes)) < 20


def test_an_archive_that_would_fill_a_disk_is_refused(editor):
    answer = send(editor, files.office(WORD, {"word/media/image1.png": b"0" * 301_000_000}), "lettre.docx")

    assert "place démesurée" in answer["error_message"]


def choose(editor, content, name="guide.pdf", language=""):
    """Send a document by the window that opens while one writes a page."""
    data = {
        "document-chooser-upload-title": "Guide",
        "document-chooser-upload-file": SimpleUploadedFile(name, content),
        "document-chooser-upload-language": language,
    }
    return editor.post(reverse("wagtaildocs_chooser:create"), data)


def test_the_window_of_a_page_refuses_and_reads_as_well(editor):
    refused = choose(editor, b"MZ")
    kept = choose(editor, files.pdf(language="en"))

    assert OTHER in refused.json()["htmlFragment"]
    assert kept.json()["step"] == "chosen"
    assert SiteDocument.objects.get().language == "en"


def test_the_language_that_the_editor_chooses_wins(editor):
    choose(editor, files.pdf(language="en"), language="fr")

    assert SiteDocument.objects.get().language == "fr"


def add(editor, content, name="guide.pdf"):
    data = {"title": "Guide", "file": SimpleUploadedFile(name, content), "language": ""}
    return editor.post(reverse("wagtaildocs:add"), data, follow=True)


def test_the_form_of_one_document_says_what_it_lacks(editor):
    answer = add(editor, files.pdf(tagged=False))

    assert "Certaines personnes liront mal ce PDF : il est non balisé." in answer.content.decode()


def test_the_form_of_one_document_refuses_a_program(editor):
    answer = add(editor, b"MZ\x90\x00")

    assert answer.status_code == 200
    assert OTHER in answer.content.decode()


def replace(editor, document, content, name="guide.pdf"):
    data = {
        "title": "Guide", "file": SimpleUploadedFile(name, content), "language": "fr",
        "collection": document.collection_id,
    }  # fmt: skip
    return editor.post(reverse("wagtaildocs:edit", args=[document.pk]), data, follow=True)


def test_a_file_that_replaces_another_is_read_again(editor):
    document = files.stored(files.pdf(tagged=False, pages=2))

    answer = replace(editor, document, files.pdf(pages=5))

    document.refresh_from_db()
    assert (document.pages, document.tagged, document.gaps) == (5, True, [])
    assert "liront mal" not in answer.content.decode()


def test_a_file_refused_as_a_replacement_changes_nothing(editor):
    document = files.stored()

    answer = replace(editor, document, b"MZ\x90\x00")

    assert OTHER in answer.content.decode()
    with SiteDocument.objects.get().file.open() as file:
        assert file.read() == files.pdf()


def test_the_form_of_a_document_repeats_what_it_lacks(editor):
    document = files.stored(files.pdf(language=""))

    page = editor.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()

    assert "Certaines personnes liront mal ce PDF : il est sans langue." in page


def test_the_list_says_what_each_pdf_lacks(editor):
    files.stored(files.pdf(title="", tagged=False, pages=17))

    page = editor.get(reverse("wagtaildocs:index")).content.decode()

    assert "Accessibilité du PDF" in page
    assert "sans titre, non balisé" in page
    assert "17" in page


def test_the_list_asks_as_many_questions_for_one_document_as_for_ten(editor, django_assert_max_num_queries):
    for _ in range(10):
        files.stored(b"a;b\n", "communes.csv")

    editor.get(reverse("wagtaildocs:index"))  # reads the shop, once

    with django_assert_max_num_queries(20):
        editor.get(reverse("wagtaildocs:index"))
