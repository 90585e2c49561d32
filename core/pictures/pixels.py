"""A picture's pixels as every screen shows them: upright, in sRGB, with 8 bits for each colour."""

from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms

ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def web_pixels(image: Image.Image, largest_side: int) -> Image.Image:
    """Read a picture (the first of an animation), no larger than this: RGB, or RGBA where one sees through it."""
    image.load()
    pixels = _without_palette(image)
    if max(pixels.size) > largest_side:
        scale = largest_side / max(pixels.size)
        size = (max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale)))
        pixels = pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    pixels = _opaque_if_it_is(_in_srgb(pixels, image.info.get("icc_profile")))
    pixels.info = {}  # or the comments and the rest would be written again
    return pixels


def upright(pixels: Image.Image, source: Image.Image) -> Image.Image:
    """Turn pixels as the camera that took `source` was held."""
    turn = None
    with suppress(Exception):  # damaged metadata do not make the picture worse
        turn = TURNS.get(source.getexif().get(ORIENTATION, 1))
    return pixels.transpose(turn) if turn is not None else pixels


def _without_palette(image: Image.Image) -> Image.Image:
    """Give full colours: a palette or a bit depth of its own cannot be reduced smoothly."""
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.point(lambda value: value / 256).convert("L")
    if "transparency" in image.info or image.mode in ("PA", "La"):
        return image.convert("RGBA")
    if image.mode in ("1", "P"):
        return image.convert("RGB")
    return image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    seen_through = "A" in image.getbands()
    mode = "RGBA" if seen_through else "RGB"
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        with suppress(ImageCms.PyCMSError, OSError):  # a false profile: the colours stay as they are
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    return image.convert(mode)


def _opaque_if_it_is(image: Image.Image) -> Image.Image:
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image
