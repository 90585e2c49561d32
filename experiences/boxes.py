"""A box of the map as an address writes it: `bbox=west,south,east,north`, in degrees."""

from math import isfinite

from django.utils.translation import gettext as _

from core.api import Refused

Box = tuple[float, float, float, float]


def read_box(text: str) -> Box | None:
    """Read a box, None for no text. Raise `Refused` for anything but four numbers in order that the Earth holds."""
    if not text:
        return None
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        raise _refusal() from None
    if not all(map(isfinite, (west, south, east, north))):
        raise _refusal()
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise _refusal()
    return west, south, east, north


def _refusal() -> Refused:
    return Refused("bad_box", _("« bbox » est fait de quatre nombres : ouest, sud, est, nord, en degrés."))
