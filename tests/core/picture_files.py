"""Pictures drawn for the tests, with what telephones and software hide in them."""

import struct
import zlib
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from core.models import Picture

SECRET = "Zéphyrine Quinquet"  # an author whom nobody may find
RED, BLUE = (200, 30, 30), (30, 30, 200)


def drawn(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Draw a picture: red on its left half, blue on its right half."""
    image = Image.new("RGB", (width, height), BLUE)
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height), fill=RED)
    return image.convert(mode)


def seen_through(width: int = 60, height: int = 40) -> Image.Image:
    """Draw a picture whose left half lets the page be seen."""
    image = drawn(width, height, "RGBA")
    image.paste((0, 0, 0, 0), (0, 0, width // 2, height))
    return image


def in_format(image: Image.Image, name: str = "JPEG", **options: Any) -> bytes:
    """Write a picture in a format of Pillow's."""
    output = BytesIO()
    image.save(output, name, **options)
    return output.getvalue()


def telling(orientation: int = 1) -> Image.Exif:
    """Give the metadata of a telephone: place, author, camera, and how it was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F], exif[0x013B], exif[0x8298] = "Appareil-Photo", SECRET, SECRET
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 36.0, 16.0), 3: "E", 4: (1.0, 26.0, 38.0)})
    return exif


def telling_jpeg(orientation: int = 1) -> bytes:
    """Give a JPEG with everything that may be hidden in it, and a film after its end."""
    options = {"exif": telling(orientation), "comment": SECRET.encode(), "xmp": f"<x>{SECRET}</x>".encode()}
    jpeg = in_format(drawn(), quality=95, **options)
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">L", 40) + b"\x1c\x02\x50\x00\x14" + SECRET.encode()
    segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return jpeg[:2] + segment + jpeg[2:] + b"ftypmp42" + SECRET.encode()


def telling_png() -> bytes:
    """Give a PNG with texts, metadata and a profile."""
    texts = PngInfo()
    texts.add_text("Author", SECRET, zip=False)
    texts.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return in_format(seen_through(), "PNG", pnginfo=texts, exif=telling(), icc_profile=profile)


def png_announcing(width: int, height: int) -> bytes:
    """Give a small PNG of one grey, as large as this: a bomb when it is large."""
    packer, row = zlib.compressobj(9), b"\x00" * (width + 1)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def animated_gif(frames: int = 3) -> bytes:
    """Give an animation that begins with the usual drawing."""
    others = [Image.new("RGB", (60, 40), (0, 80 * number, 0)) for number in range(1, frames)]
    return in_format(drawn(), "GIF", save_all=True, append_images=others, duration=100, loop=0)


def stored(image: Image.Image | None = None, name: str = "photo.jpg", **values: Any) -> Picture:
    """Store a picture as a program would."""
    content = in_format(image or drawn(1800, 1200), "PNG" if name.endswith(".png") else "JPEG")
    return Picture.objects.create(title="Façade", file=ContentFile(content, name=name), **values)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
