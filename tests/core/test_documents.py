"""Documents as readers receive them: to keep, never to open in the site's own name."""

import pytest
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from tests.core import document_files as files

pytestmark = pytest.mark.django_db
WORD = "word/document.xml"


@pytest.fixture
def on_disk(settings, tmp_path):
    """Keep files on a disk, as a real site does."""
    settings.MEDIA_ROOT = str(tmp_path)
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}


def restricted(kind, **values):
    """Make a collection that some readers only may see."""
    collection = Collection.get_first_root_node().add_child(name="Réservé")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind, **values)
    return collection


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("guide.pdf", files.pdf(), "application/pdf"),
        ("lettre.odt", files.open_document("text"), "application/vnd.oasis.opendocument.text"),
        ("communes.csv", b"a;b\n", "text/csv"),
    ],
)
def test_a_document_is_to_be_kept_and_cannot_act(client, on_disk, monkeypatch, name, content, kind):
    monkeypatch.setattr("mimetypes.guess_type", lambda *args, **options: (None, None))
    document = files.stored(content, name)

    answer = client.get(document.url)

    assert b"".join(answer.streaming_content) == content
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert name in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Type"].partition(";")[0] == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Content-Length"] == str(len(content))
    assert answer.headers.get("Content-Encoding") is None


def test_a_document_sets_no_cookie(client, on_disk):
    assert not client.get(files.stored().url).cookies


def test_everybodys_document_is_kept_by_caches_that_ask_again(client, on_disk):
    document = files.stored()
    first = client.get(document.url)

    again = client.get(document.url, headers={"if-none-match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == again.headers["Cache-Control"] == "public, no-cache"
    assert again.status_code == 304


def test_a_document_that_was_replaced_is_sent_anew(client, on_disk):
    document = files.stored(files.pdf(pages=1))
    tag = client.get(document.url).headers["ETag"]

    document.file.delete(save=False)
    document.file.save("guide.pdf", files.ContentFile(files.pdf(pages=2)))
    answer = client.get(document.url, headers={"if-none-match": tag})

    assert document.url.endswith("/guide.pdf")
    assert answer.status_code == 200


def test_a_document_for_staff_is_not_shown_nor_kept(client, on_disk):
    document = files.stored(collection=restricted("login"))

    answer = client.get(document.url)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/gestion/login/")
    assert "private" in answer.headers["Cache-Control"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_staff_receive_it_and_no_cache_keeps_it(admin_client, on_disk):
    document = files.stored(collection=restricted("login"))

    answer = admin_client.get(document.url)

    assert answer.status_code == 200
    assert "private" in answer.headers["Cache-Control"]
    assert "Cookie" in answer.headers["Vary"]
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_password_opens_a_document_and_nothing_else_does(client, on_disk):
    document = files.stored(collection=restricted("password", password="sesame"))
    restriction = CollectionViewRestriction.objects.get()

    asked = client.get(document.url)
    client.post(
        reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk]),
        {"password": "sesame", "return_url": document.url},
    )
    opened = client.get(document.url)

    assert b"%PDF" not in asked.content
    assert "no-store" in asked.headers["Cache-Control"]
    assert opened.headers["Content-Disposition"].startswith("attachment")
    assert "private" in opened.headers["Cache-Control"]


def test_the_page_that_asks_for_the_password_is_ours_and_in_french(client):
    document = files.stored(collection=restricted("password", password="sesame"))

    page = client.get(document.url).content.decode()

    assert '<html lang="fr"' in page
    assert "Ce document est protégé par un mot de passe" in page
    assert "<style" not in page


@pytest.mark.parametrize("password", ["", "faux", "\x00", "x" * 10_000])
def test_a_wrong_password_is_said_to_be_wrong(client, password):
    document = files.stored(collection=restricted("password", password="sesame"))
    restriction = CollectionViewRestriction.objects.get()

    answer = client.post(
        reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk]),
        {"password": password, "return_url": document.url},
    )

    assert answer.status_code == 200
    assert b"%PDF" not in answer.content


@pytest.mark.parametrize(
    "path",
    [
        "/documents/999999/guide.pdf",
        "/documents/99999999999999999999999999/guide.pdf",
        "/documents/{pk}/autre.pdf",
        "/documents/{pk}/",
        "/documents/{pk}/../../etc/passwd",
        "/documents/x/guide.pdf",
        "/documents/authenticate_with_password/999999/",
    ],
)
def test_an_address_that_leads_nowhere_is_a_page_not_found(client, path):
    document = files.stored()

    assert client.get(path.format(pk=document.pk)).status_code == 404


def test_a_document_whose_file_is_lost_is_a_page_not_found(client, on_disk):
    document = files.stored()
    document.file.storage.delete(document.file.name)

    assert client.get(document.url).status_code == 404


def test_a_document_is_not_served_as_a_picture(client, on_disk):
    document = files.stored()

    assert client.get(f"/media/{document.file.name}").status_code == 404
    assert client.get(f"/media/images/../{document.file.name}").status_code == 404
