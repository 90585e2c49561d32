"""Drawings of a pack."""

from dataclasses import dataclass

from django import template

from experiences.pack.qr import qr_path

register = template.Library()


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: its side in modules, and the path of SVG that draws it."""

    side: int
    path: str


@register.simple_tag
def qr_of(address: str) -> Code:
    """Draw an address."""
    return Code(*qr_path(address))


@register.filter
def unlocalized(number: float) -> str:
    """Write a number as drawings do, with a point."""
    return f"{number:g}"
