"""What is kept of a picture that was sent: its pixels, upright, in the colours of screens, and nothing else."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps

from core.models import Picture
from core.pictures.renditions import prepare
from tests.core import picture_files as files
from tests.core.editors import send_picture as send
from tests.core.editors import signed_in_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return signed_in_editor()


def pixels(picture):
    with picture.file.open() as file:
        return Image.open(BytesIO(file.read())).convert("RGB")


def swapped_profile():
    """Give the profile of screens, with the primaries of red and blue exchanged."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tmpZ").replace(b"bXYZ", b"rXYZ").replace(b"tmpZ", b"bXYZ")


def is_near(colour, other):
    return all(abs(one - two) < 12 for one, two in zip(colour, other, strict=True))


@pytest.mark.parametrize("make", [files.telling_jpeg, files.telling_png])
def test_nothing_but_pixels_is_stored_nor_shown(editor, make):
    content = make()
    assert files.SECRET.encode() in content or files.SECRET.encode("latin-1") in content

    picture = Picture.objects.get(pk=send(editor, content)["image_id"])
    prepare(picture)

    originals = [picture.file, *(rendition.file for rendition in picture.renditions.all())]
    assert len(originals) > 5
    for file in originals:
        with file.open() as opened:
            kept = opened.read()
        image = Image.open(BytesIO(kept))
        assert files.SECRET.encode() not in kept
        assert b"Quinquet" not in kept
        assert b"Appareil-Photo" not in kept
        assert not image.getexif()
        assert not {"comment", "xmp", "exif", "photoshop", "icc_profile", "Author"} & set(image.info)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_stored_upright(editor, orientation):
    source = Image.open(BytesIO(files.telling_jpeg(orientation)))
    expected = ImageOps.exif_transpose(source).convert("RGB")

    picture = Picture.objects.get(pk=send(editor, files.telling_jpeg(orientation))["image_id"])

    assert (picture.width, picture.height) == expected.size
    assert all(is_near(pixels(picture).getpixel(at), expected.getpixel(at)) for at in ((3, 3), (36, 3), (3, 36)))


def test_colours_of_another_profile_are_brought_to_those_of_screens(editor):
    """In this profile red and blue have changed places."""
    profile = swapped_profile()

    picture = Picture.objects.get(pk=send(editor, files.in_format(files.drawn(), icc_profile=profile))["image_id"])

    red, _, blue = pixels(picture).getpixel((5, 5))
    assert blue > 150
    assert red < 80


def test_a_false_colour_profile_does_not_lose_the_picture(editor):
    answer = send(editor, files.in_format(files.drawn(), icc_profile=b"rien de tel" * 20))

    assert answer["success"] is True


def test_an_animation_becomes_its_first_image(editor):
    picture = Picture.objects.get(pk=send(editor, files.animated_gif(), "anime.gif")["image_id"])

    with picture.file.open() as file:
        kept = Image.open(BytesIO(file.read()))
    assert getattr(kept, "n_frames", 1) == 1
    assert is_near(pixels(picture).getpixel((5, 5)), files.RED)


def test_transparency_is_kept(editor):
    picture = Picture.objects.get(pk=send(editor, files.telling_png(), "dessin.png")["image_id"])

    with picture.file.open() as file:
        kept = Image.open(BytesIO(file.read()))
        assert kept.mode == "RGBA"
        assert kept.getpixel((5, 5))[3] == 0
        assert kept.getpixel((55, 5))[3] == 255


def test_what_a_program_stores_is_cleaned_too():
    picture = Picture.objects.create(title="Façade", file=ContentFile(files.telling_jpeg(6), name="photo.jpeg"))

    with picture.file.open() as file:
        assert b"Quinquet" not in file.read()
    assert (picture.width, picture.height) == (40, 60)
