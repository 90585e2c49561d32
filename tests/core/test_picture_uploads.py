"""Pictures sent to the back office: what is refused and how it is said, what is stored."""

import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import Picture
from core.pictures.renditions import every_spec, prepare
from tests.core import picture_files as files
from tests.core.editors import send_picture as send
from tests.core.editors import signed_in_editor

pytestmark = pytest.mark.django_db
NOT_SENT = "n’est pas une image que le site sait lire"
DAMAGED = "incomplète ou abîmée"


@pytest.fixture
def editor():
    return signed_in_editor()


TWO = {"save_all": True, "append_images": [files.drawn()]}
READ = {
    "JPEG": (files.in_format(files.drawn()), ".jpg"),
    "grey JPEG": (files.in_format(files.drawn(mode="L")), ".jpg"),
    "JPEG of a printer": (files.in_format(files.drawn(mode="CMYK")), ".jpg"),
    "JPEG of two pictures": (
        files.in_format(files.drawn(), "MPO", **TWO),
        ".jpg",
    ),
    "PNG": (files.in_format(files.drawn(), "PNG"), ".png"),
    "PNG with a palette": (files.in_format(files.drawn(mode="P"), "PNG"), ".png"),
    "PNG in black and white": (files.in_format(files.drawn(mode="1"), "PNG"), ".png"),
    "PNG of 16 bits": (files.in_format(files.drawn(mode="L").convert("I;16"), "PNG"), ".png"),
    "transparent PNG": (files.in_format(files.seen_through(), "PNG"), ".png"),
    "GIF": (files.in_format(files.drawn(), "GIF"), ".png"),
    "animated GIF": (files.animated_gif(), ".png"),
    "WebP": (files.in_format(files.drawn(), "WEBP"), ".jpg"),
    "transparent WebP": (files.in_format(files.seen_through(), "WEBP"), ".png"),
    "AVIF": (files.in_format(files.drawn(), "AVIF"), ".jpg"),
    "HEIC": (files.in_format(files.drawn(), "HEIF"), ".jpg"),
}


@pytest.mark.parametrize("kind", READ)
def test_reads_every_usual_format_by_its_content_whatever_its_name(editor, kind):
    content, extension = READ[kind]

    answer = send(editor, content, "nom-trompeur.gif")

    picture = Picture.objects.get(pk=answer["image_id"])
    assert answer["success"] is True
    assert picture.file.name.endswith(extension)
    assert (picture.width, picture.height) == (60, 40)
    assert picture.file_size == picture.file.size


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("dessin.svg", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("dessin.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
        ("photo.jpg", b"MZ\x90\x00" + b"\x00" * 500, NOT_SENT),
        ("photo.png", b"<html><script>alert(1)</script></html>", NOT_SENT),
        ("photo.jpg", b"%PDF-1.7\n", NOT_SENT),
        ("photo.tiff", files.in_format(files.drawn(), "TIFF"), NOT_SENT),
        ("photo.jpg", files.in_format(files.drawn(), "BMP"), NOT_SENT),
        ("photo.jpg", b"\x00", NOT_SENT),
        ("photo.jpg", files.in_format(files.drawn(400, 400))[:600], "ou est abîmé"),
        ("photo.jpg", files.in_format(files.drawn(400, 400))[:-500], DAMAGED),
        ("photo.png", files.in_format(files.drawn(400, 400), "PNG")[:200], DAMAGED),
        ("photo.webp", files.in_format(files.drawn(400, 400), "WEBP")[:-200], ""),
        ("photo.avif", files.in_format(files.drawn(400, 400), "AVIF")[:-100], ""),
        ("photo.heic", files.in_format(files.drawn(400, 400), "HEIF")[:-100], ""),
        ("photo.gif", files.in_format(files.drawn(400, 400), "GIF")[:-900], DAMAGED),
        ("photo.png", files.png_announcing(6000, 5000), "30,0 mégapixels (6000 × 5000)"),
        ("photo.png", files.png_announcing(20_000, 20_000)[:60], "plus de 170 mégapixels"),
        ("frise.png", files.png_announcing(4000, 10), "trop étirée"),
    ],
)
def test_says_in_french_why_a_picture_is_refused(editor, name, content, message):
    answer = send(editor, content, name)

    assert answer["success"] is False
    assert message in answer["error_message"]
    assert not Picture.objects.exists()


def test_refuses_a_picture_over_ten_megabytes_and_says_so(editor):
    answer = send(editor, files.in_format(files.drawn()) + b"\x00" * (10 * 1024 * 1024))

    assert answer["success"] is False
    assert "trop lourd" in answer["error_message"]
    assert "10,0" in answer["error_message"]


def test_accepts_twenty_five_megapixels_and_keeps_twice_what_a_page_shows(editor):
    answer = send(editor, files.in_format(files.drawn(5000, 5000)))

    picture = Picture.objects.get(pk=answer["image_id"])
    assert (picture.width, picture.height) == (3200, 3200)


def test_an_upload_is_ready_to_be_shown_when_the_answer_comes_back(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(editor, files.in_format(files.drawn(900, 600)))

    picture = Picture.objects.get(pk=answer["image_id"])
    assert set(every_spec(picture)) <= set(picture.renditions.values_list("filter_spec", flat=True))


def choose(editor, content, name="photo.jpg"):
    """Send a picture by the window that opens while one writes a page."""
    data = {"image-chooser-upload-title": "Façade", "image-chooser-upload-file": SimpleUploadedFile(name, content)}
    return editor.post(reverse("wagtailimages_chooser:create"), data)


def test_the_window_of_a_page_refuses_and_cleans_as_well(editor):
    refused = choose(editor, b"<svg></svg>", "dessin.svg")
    kept = choose(editor, files.telling_jpeg())

    assert "SVG" in refused.json()["htmlFragment"]
    assert kept.json()["step"] == "chosen"
    with Picture.objects.get().file.open() as file:
        assert b"Quinquet" not in file.read()


def replace(editor, picture, content, name="photo.jpg"):
    data = {"title": picture.title, "file": SimpleUploadedFile(name, content), "collection": picture.collection_id}
    return editor.post(reverse("wagtailimages:edit", args=[picture.pk]), data)


def test_a_picture_that_replaces_another_is_cleaned_and_its_renditions_made_again(editor):
    picture = files.stored(files.drawn(300, 200))
    prepare(picture)
    before = set(picture.renditions.values_list("file", flat=True))

    answer = replace(editor, picture, files.telling_jpeg())

    picture.refresh_from_db()
    prepare(picture)
    assert answer.status_code == 302
    assert (picture.width, picture.height) == (60, 40)
    assert not before & set(picture.renditions.values_list("file", flat=True))


def test_a_picture_refused_as_a_replacement_changes_nothing(editor):
    picture = files.stored(files.drawn(300, 200))

    answer = replace(editor, picture, files.in_format(files.drawn(400, 400))[:-500])

    assert answer.status_code == 200
    assert DAMAGED in answer.content.decode()
    assert (Picture.objects.get().width, Picture.objects.get().file.size > 0) == (300, True)


def test_a_description_is_edited_without_sending_the_picture_again(editor):
    picture = files.stored(files.drawn(300, 200))
    data = {"title": "Mairie", "description": "La mairie", "collection": picture.collection_id}

    answer = editor.post(reverse("wagtailimages:edit", args=[picture.pk]), data)

    picture.refresh_from_db()
    assert answer.status_code == 302
    assert picture.description == "La mairie"


def test_a_form_sent_without_a_file_says_so(editor):
    data = {"image-chooser-upload-title": "Façade"}

    answer = editor.post(reverse("wagtailimages_chooser:create"), data)

    assert "Champ requis" in answer.json()["htmlFragment"]


@pytest.mark.parametrize("content", [b"", b"<svg/>", files.in_format(files.drawn(400, 400))[:600]])
def test_what_a_program_stores_is_refused_too(content):
    picture = Picture(title="Façade", file=ContentFile(content, name="photo.jpg"))

    with pytest.raises(ValidationError):
        picture.save()


MEASURE = """
import resource, sys
sys.path[:0] = [".", "site"]
import django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from core.models import Picture
from tests.core import picture_files as files
from core.pictures.forms import UploadField
field = UploadField()
field.clean(SimpleUploadedFile("photo.png", files.in_format(files.drawn(), "PNG")))
bomb = files.png_announcing(13000, 12000)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    field.clean(SimpleUploadedFile("photo.png", bomb))
except Exception as refused:
    print(type(refused).__name__)
Picture(title="x", collection_id=1, file=SimpleUploadedFile("photo.png", bomb))
print(len(bomb) // 1024, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_a_bomb_of_a_few_kilobytes_costs_no_memory():
    run = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)

    refused, figures = run.stdout.split("\n")[:2]
    weight, megabytes = map(int, figures.split())
    assert refused == "ValidationError"
    assert weight < 200
    assert megabytes < 10
