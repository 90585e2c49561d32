"""What an uploaded picture must be, and what is kept of it.

Nothing of the sender's file is stored: its pixels are read, turned upright, brought to sRGB, reduced to twice what a
page ever shows, and written anew. Place, author, camera, comments, thumbnails and whatever hides after the picture
(a phone's film, another file) stay behind.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath
from threading import Lock

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from PIL import Image
from pillow_heif import HeifImagePlugin  # noqa: F401 (teaches Pillow the format of telephones)

from core.pictures.pixels import upright, web_pixels

Image.init()  # every reader must be known before one names those that may be used
READ = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF")
DRAWN = ("PNG", "GIF")  # a drawing or a screenshot: kept without loss
LARGEST_SIDE = 3200  # twice the widest that a page shows
MOST_STRETCHED = 20
JPEG_QUALITY = 90

one_at_a_time = Lock()  # 25 megapixels take 200 to 390 MB while they are read: never twice in a process


class CleanPicture(ContentFile):
    """A picture's file, written by the site itself: pixels and nothing else."""


def cleaned(file: File) -> CleanPicture:
    """Write a picture anew from its pixels. Raise `ValidationError`, in the editor's words, for any other file."""
    if file.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise ValidationError(
            _("Ce fichier est trop lourd : %(weight)s. Le maximum est de %(most)s.")
            % {"weight": filesizeformat(file.size), "most": filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)},
            code="file_too_large",
        )
    with _opened(file) as image:
        _check_size(*image.size)
        content, extension = _written(image)
    return CleanPicture(content, name=str(PurePath(file.name or "image").with_suffix(extension)))


def size_of(file: File) -> tuple[int, int] | tuple[None, None]:
    """Give the width and height that a file's first bytes announce, None for what is no picture."""
    try:
        with _opened(file) as image:
            return image.size
    except ValidationError:
        return None, None


@contextmanager
def _opened(file: File) -> Iterator[Image.Image]:
    """Open a picture by its content, whatever its name: only its first bytes are read."""
    file.seek(0)
    try:
        image = Image.open(file, formats=READ)
    except Image.DecompressionBombError:
        raise _too_many_pixels(_("plus de 170 mégapixels")) from None
    except Exception as error:  # each format's reader has errors of its own
        raise _not_a_picture(file) from error
    try:
        yield image
    finally:
        file.seek(0)


def _check_size(width: int, height: int) -> None:
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        millions = number_format(width * height / 1_000_000, 1)
        raise _too_many_pixels(
            _("%(millions)s mégapixels (%(width)d × %(height)d)")
            % {"millions": millions, "width": width, "height": height}
        )
    if max(width, height) > MOST_STRETCHED * min(width, height):
        raise ValidationError(
            _("Cette image est trop étirée : un côté fait plus de %(most)d fois l’autre.") % {"most": MOST_STRETCHED},
            code="picture_too_stretched",
        )


def _written(image: Image.Image) -> tuple[bytes, str]:
    """Read the pixels and write them: the file's bytes, and its extension."""
    is_drawn, output = image.format in DRAWN, BytesIO()
    try:
        with one_at_a_time:
            pixels = upright(web_pixels(image, LARGEST_SIDE), image)
            if is_drawn or "A" in pixels.getbands():
                pixels.save(output, "PNG")
                return output.getvalue(), ".png"
            pixels.save(output, "JPEG", quality=JPEG_QUALITY)
            return output.getvalue(), ".jpg"
    except Exception as error:  # cut short, garbled: each format's reader has errors of its own
        raise ValidationError(
            _("Cette image est incomplète ou abîmée : ouvrez-la, enregistrez-la de nouveau, puis renvoyez-la."),
            code="damaged_picture",
        ) from error


def _too_many_pixels(size: str) -> ValidationError:
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    message = _("Cette image est trop grande : %(size)s. Le maximum est de %(most)d mégapixels : réduisez-la.")
    return ValidationError(message % {"size": size, "most": most}, code="file_too_many_pixels")


def _not_a_picture(file: File) -> ValidationError:
    file.seek(0)
    if b"<svg" in file.read(2000).lower():
        message = _("Une image SVG peut contenir du code : le site n’en reçoit pas. Enregistrez-la en PNG.")
    else:
        message = _(
            "Ce fichier n’est pas une image que le site sait lire (JPEG, PNG, WebP, AVIF, HEIC ou GIF), ou est abîmé."
        )
    return ValidationError(message, code="invalid_image")
