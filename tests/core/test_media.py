"""Uploaded pictures, as the site itself serves them."""

import pytest

from core import media

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(settings, tmp_path):
    """Give a folder of uploaded files, on a disk."""
    settings.MEDIA_ROOT = str(tmp_path)
    for name in ("images/a.avif", "images/a.webp", "original_images/a.jpg", "documents/secret.pdf", "images/a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"content")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "kind"),
    [("images/a.avif", "image/avif"), ("images/a.webp", "image/webp"), ("original_images/a.jpg", "image/jpeg")],
)
def test_pictures_are_served_as_what_they_are_on_any_machine(client, shelf, monkeypatch, path, kind):
    monkeypatch.setattr("mimetypes.guess_type", lambda *args, **options: (None, None))

    answer = client.get(f"/media/{path}")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert not answer.cookies


def test_renditions_are_kept_for_ever_and_originals_for_a_day(client, shelf):
    rendition, original = client.get("/media/images/a.avif"), client.get("/media/original_images/a.jpg")

    assert rendition.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert original.headers["Cache-Control"] == "public, max-age=86400"


def test_a_picture_that_did_not_change_is_not_sent_again(client, shelf):
    first = client.get("/media/images/a.avif")

    again = client.get("/media/images/a.avif", headers={"if-modified-since": first.headers["Last-Modified"]})

    assert again.status_code == 304
    assert "immutable" in again.headers["Cache-Control"]


@pytest.mark.parametrize("bounds", ["bytes=0-3", "bytes=9-1", "bytes=-", "lines=1"])
def test_a_part_of_a_picture_is_never_an_error(client, shelf, bounds):
    assert client.get("/media/images/a.avif", headers={"range": bounds}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "documents/secret.pdf",
        "images/../documents/secret.pdf",
        "images/%2e%2e/documents/secret.pdf",
        "images/..%2fdocuments/secret.pdf",
        "images//../../documents/secret.pdf",
        "images/a.html",
        "images/",
        "images/absente.jpg",
        "images/../../../etc/passwd",
        "/etc/passwd",
        "images/a.avif/",
        "wagtail_uploads/a.jpg",
    ],
)
def test_nothing_else_is_served(client, shelf, path):
    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.parametrize("path", ["images/../documents/secret.png", "images/../images/a.avif", "./images/a.avif"])
def test_a_picture_has_one_address_only(rf, shelf, path):
    (shelf / "documents" / "secret.png").write_bytes(b"content")

    with pytest.raises(media.Http404):
        media.media(rf.get("/media/x"), path)


def test_a_nul_in_an_address_is_refused(client, shelf):
    assert client.get("/media/images/a%00.jpg").status_code == 400


def test_pictures_are_only_read(client, shelf):
    assert client.put("/media/images/a.avif").status_code in (403, 405)
