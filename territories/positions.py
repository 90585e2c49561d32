"""Where something stands on earth: degrees as exports write them, swapped, or in Lambert 93. Pure functions."""

from dataclasses import dataclass
from math import atan, degrees, exp, log, pi, radians, sin, sqrt

from django.utils.translation import gettext as _

from core.text import clean

Position = tuple[float, float]  # latitude, longitude: WGS84 degrees, five decimals

# Latitudes, then longitudes, that hold each part of France.
BOXES: tuple[tuple[float, float, float, float], ...] = (
    (41.2, 51.2, -5.3, 9.7),  # mainland and Corsica
    (15.7, 18.2, -63.3, -60.9),  # Guadeloupe, Saint-Martin, Saint-Barthélemy
    (14.3, 15.0, -61.3, -60.7),  # Martinique
    (2.0, 6.0, -54.7, -51.5),  # Guyane
    (-21.5, -20.8, 55.1, 55.9),  # La Réunion
    (-13.1, -12.5, 44.9, 45.4),  # Mayotte
    (46.7, 47.2, -56.5, -56.1),  # Saint-Pierre-et-Miquelon
    (-22.9, -19.5, 163.4, 168.2),  # Nouvelle-Calédonie
    (-28.0, -7.8, -154.8, -134.4),  # Polynésie française
    (-14.4, -13.1, -178.3, -176.0),  # Wallis-et-Futuna
)
EASTINGS, NORTHINGS = (50_000, 1_300_000), (6_000_000, 7_200_000)  # metres of Lambert 93 on the mainland


@dataclass(frozen=True, slots=True)
class Lambert93:
    """The projection's constants (IGN, NTG 71; ellipsoid GRS 1980): exponent, radius, origin, eccentricity."""

    n: float = 0.7256077650532670
    c: float = 11_754_255.426096
    x_0: float = 700_000.0
    y_0: float = 12_655_612.049876
    e: float = 0.0818191910428158
    longitude_0: float = 3.0


def position(latitude: str, longitude: str) -> tuple[Position | None, str]:
    """Give the position that two cells name, and a doubt when it was repaired or dropped."""
    written = clean(latitude, 40), clean(longitude, 40)
    if not any(written):
        return None, ""
    first, second = map(_number, written)
    if first is None or second is None:
        return None, _("Coordonnées illisibles, laissées vides.")
    return _placed(first, second)


def from_lambert93(easting: float, northing: float, of: Lambert93 = Lambert93()) -> Position:
    """Give the degrees of a point in metres of Lambert 93, by the projection's inverse formula."""
    x, y = easting - of.x_0, of.y_0 - northing
    isometric = -log(sqrt(x * x + y * y) / of.c) / of.n
    phi = 2 * atan(exp(isometric)) - pi / 2
    for _step in range(6):  # converges to 1e-11 rad
        s = of.e * sin(phi)
        phi = 2 * atan(((1 + s) / (1 - s)) ** (of.e / 2) * exp(isometric)) - pi / 2
    longitude = atan(x / y) / of.n + radians(of.longitude_0)
    return round(degrees(phi), 5), round(degrees(longitude), 5)


def in_france(latitude: float, longitude: float) -> bool:
    """Tell whether the point stands in a box around a part of France, seas included."""
    return any(south <= latitude <= north and west <= longitude <= east for south, north, west, east in BOXES)


def _placed(first: float, second: float) -> tuple[Position | None, str]:
    if in_france(first, second):
        return (round(first, 5), round(second, 5)), ""
    if in_france(second, first):
        return (round(second, 5), round(first, 5)), _("Latitude et longitude inversées : remises en place.")
    metres = _metres(first, second)
    if metres and in_france(*(found := from_lambert93(*metres))):
        return found, _("Coordonnées Lambert 93 converties en degrés.")
    return None, _("Coordonnées hors de France, laissées vides.")


def _metres(first: float, second: float) -> tuple[float, float] | None:
    for easting, northing in ((first, second), (second, first)):
        if EASTINGS[0] <= easting <= EASTINGS[1] and NORTHINGS[0] <= northing <= NORTHINGS[1]:
            return easting, northing
    return None


def _number(written: str) -> float | None:
    try:
        return float(written.replace(",", ".").replace(" ", ""))  # what is not finite is in no box
    except ValueError:
        return None
