"""Pictures in pages."""

import logging
from dataclasses import dataclass
from typing import Any

from django import template
from wagtail.images.models import Filter

from core.models import Picture, PictureRendition
from core.pictures.renditions import MODERN, SHAPES, Shape, fallback_format, make

logger = logging.getLogger(__name__)
register = template.Library()
USUAL = 1  # the second width of a shape: what a browser that chooses nothing gets


@dataclass(frozen=True, slots=True)
class Source:
    """One format: its media type and its addresses by width."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page says of a picture. `width` and `height`, in pixels, keep its place before it arrives."""

    sources: tuple[Source, ...]
    src: str
    srcset: str
    width: int
    height: int
    alt: str


@register.inclusion_tag("components/picture.html")
def responsive_picture(
    picture: Picture | None,
    sizes: str = "100vw",
    alt: str = "",
    ratio: str = "",
    eager: bool = False,
    css: str = "",
    decorative: bool = False,
) -> dict[str, Any]:
    """Show a picture in the formats and widths that the reader's browser prefers; nothing when there is none.

    `ratio`: "" (its own), "card" (3:2), "wide" (16:9) or "square", cut around the focal point. `alt` is empty when the
    picture's own description says it all; `decorative` hides the picture from those who do not see it.
    """
    said = "" if decorative else (alt or (picture.description if picture else ""))
    shown = _shown(picture, SHAPES[ratio], said) if picture else None
    return {"shown": shown, "sizes": sizes, "eager": eager, "css": css}


def _shown(picture: Picture, shape: Shape, alt: str) -> Shown | None:
    plain = shape.specs(picture, fallback_format(picture))
    usual = plain[min(USUAL, len(plain) - 1)]
    found = _found(picture, [*(spec for name in MODERN for spec in shape.specs(picture, name)), *plain], usual)
    if usual not in found:
        return None
    fallbacks = [found[spec] for spec in plain if spec in found]
    sources = [
        Source(f"image/{name}", _srcset([found[spec] for spec in shape.specs(picture, name)]))
        for name in MODERN
        if all(spec in found for spec in shape.specs(picture, name))
    ]
    widest = fallbacks[-1]
    return Shown(tuple(sources), found[usual].url, _srcset(fallbacks), widest.width, widest.height, alt)


def _found(picture: Picture, specs: list[str], usual: str) -> dict[str, PictureRendition]:
    """Read the renditions that are ready. Only the one that every browser needs is made while a reader waits."""
    filters = [Filter(spec) for spec in specs]
    found = {one.spec: rendition for one, rendition in picture.find_existing_renditions(*filters).items()}
    if usual in found:
        return found
    try:
        make(picture, [usual])
    except OSError:
        logger.warning("The file of picture %s cannot be read", picture.pk)
        return found
    key = Filter(usual).get_cache_key(picture)
    return found | {usual: picture.renditions.get(filter_spec=usual, focal_point_key=key)}


def _srcset(renditions: list[PictureRendition]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
