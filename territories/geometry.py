"""Distances on the sphere; the only place that knows the earth's size."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.00877


def distance_km(latitude_1: float, longitude_1: float, latitude_2: float, longitude_2: float) -> float:
    """Give the great-circle distance in km between two points in degrees (haversine)."""
    phi_1, phi_2 = radians(latitude_1), radians(latitude_2)
    half_chord = (
        sin((phi_2 - phi_1) / 2) ** 2 + cos(phi_1) * cos(phi_2) * sin(radians(longitude_2 - longitude_1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half_chord)))
