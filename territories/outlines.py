"""The outlines of communes, for maps that need no tile server: coarse, good to zoom 12.

`data/outlines-<department>.json.gz` holds, for each inter-communal body by its SIREN, its communes: code, name,
centre and rings. They are files and not rows: nothing is ever asked of them but all those of one body at once.
"""

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from territories.files import FOLDER

Point = tuple[float, float]  # longitude, latitude, degrees WGS84
Box = tuple[float, float, float, float]  # west, south, east, north, degrees WGS84


@dataclass(frozen=True, slots=True)
class Outline:
    """A commune as a map draws it. `rings` are closed lines; `centre` stands inside."""

    code: str
    name: str
    population: int
    centre: Point
    rings: tuple[tuple[Point, ...], ...]


def outlines_of(epci: str) -> tuple[Outline, ...]:
    """Give the outlines of a body's communes, the most populated first; none where the project ships none."""
    return _shipped(FOLDER).get(epci, ())


def box_of(outlines: tuple[Outline, ...]) -> Box | None:
    """Give what holds these outlines, None when there are none."""
    points = [point for outline in outlines for ring in outline.rings for point in ring]
    if not points:
        return None
    longitudes, latitudes = zip(*points, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


@lru_cache(maxsize=64)
def geojson_of(epci: str) -> bytes:
    """Give the outlines of a body's communes as GeoJSON (RFC 7946), with `code`, `name`, `population` and `centre`."""
    features = [_feature(outline) for outline in outlines_of(epci)]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


def _feature(outline: Outline) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": outline.code,
        "properties": {"name": outline.name, "population": outline.population, "centre": outline.centre},
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in outline.rings]},
    }


@lru_cache(maxsize=4)
def _shipped(folder: Path) -> dict[str, tuple[Outline, ...]]:
    """Read every file of outlines, once for each process: 0.1 MB."""
    shipped: dict[str, tuple[Outline, ...]] = {}
    for path in sorted(folder.glob("outlines-*.json.gz")):
        for epci, rows in json.loads(gzip.decompress(path.read_bytes())).items():
            found = (_outline(row) for row in rows)
            shipped[epci] = tuple(sorted(found, key=lambda outline: (-outline.population, outline.code)))
    return shipped


def _outline(row: list[Any]) -> Outline:
    code, name, population, centre, rings = row
    points = tuple(tuple((longitude, latitude) for longitude, latitude in ring) for ring in rings)
    return Outline(code, name, population, tuple(centre), points)
