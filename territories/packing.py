"""From the sources' plain CSV files to the compact ones that the project ships; done once a year, by hand."""

import csv
import gzip
import io
import json
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import Any

from territories.files import COLUMNS, FOLDER

Source = dict[str, str]


def pack(source: Path, target: Path = FOLDER) -> dict[str, int]:
    """Write the shipped files from a folder of sources and give each one's number of rows.

    The same sources give the same bytes: rows in code order, no date in the archives.
    """
    target.mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[tuple[str, ...]]] = {
        "regions": _regions(source),
        "departments": _departments(source),
        "epcis": [(row["siren"], row["name"]) for row in _read(source, "epci")],
        "communes": _communes(_read(source, "communes")),
        "former_communes": _former_communes(source),
    }
    for name, rows in tables.items():
        _write(target / f"{name}.csv.gz", COLUMNS[name], sorted(rows))
    for path in sorted(source.glob("communes-*.geojson")):
        _pack_outlines(path, tables["communes"], target / f"outlines-{path.stem.removeprefix('communes-')}.json.gz")
    return {name: len(rows) for name, rows in tables.items()}


def _regions(source: Path) -> list[tuple[str, ...]]:
    # An overseas collectivity stands in the source as its own region: it has none.
    return [(row["code"], row["name"]) for row in _read(source, "regions") if row["zone"] != "com"]


def _departments(source: Path) -> list[tuple[str, ...]]:
    return [
        (row["code"], row["name"], row["region"] if row["zone"] != "com" else "")
        for row in _read(source, "departements")
    ]


def _communes(rows: list[Source]) -> list[tuple[str, ...]]:
    centres = _centres_by_postcode(rows)
    return [
        (row["insee"], row["name"], row["postcodes"], row["dep"], row["epci"], row["population"] or "0",
         *_centre(row, centres), row["parent"])
        for row in rows
    ]  # fmt: skip


def _centres_by_postcode(rows: list[Source]) -> dict[str, list[tuple[float, float]]]:
    centres: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        if row["lat"]:
            for postcode in row["postcodes"].split("|"):
                centres[postcode].append((float(row["lat"]), float(row["lon"])))
    return centres


def _centre(row: Source, centres: dict[str, list[tuple[float, float]]]) -> tuple[str, str]:
    """Give a commune's centre; one that has none takes the mean of those that share its postcodes."""
    if row["lat"]:
        return row["lat"], row["lon"]
    near = [centre for postcode in row["postcodes"].split("|") if postcode for centre in centres.get(postcode, ())]
    if not near:
        return "", ""
    return f"{fmean(latitude for latitude, _ in near):.5f}", f"{fmean(longitude for _, longitude in near):.5f}"


def _former_communes(source: Path) -> list[tuple[str, ...]]:
    current = {row["insee"]: row["name"] for row in _read(source, "communes")}
    return sorted(
        {
            (row["old_insee"], row["old_name"], row["insee"])
            for row in _read(source, "commune_aliases")
            if row["old_name"] != current[row["insee"]]  # the name lives on
        }
    )


def _read(source: Path, name: str) -> list[Source]:
    with (source / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(path: Path, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerows([columns, *rows])
    path.write_bytes(gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0))


def _pack_outlines(path: Path, communes: list[tuple[str, ...]], target: Path) -> None:
    """Write the outlines of one department for `territories.outlines`: only their outer rings, none has a hole."""
    centres = {row[0]: [float(row[7]), float(row[6])] for row in communes if row[6]}
    bodies: dict[str, list[Any]] = defaultdict(list)
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        about, polygons = feature["properties"], feature["geometry"]["coordinates"]
        rings = [polygon[0] for polygon in polygons]
        code = about["code"]
        bodies[about["epci"]].append([code, about["nom"], about["population"], centres.get(code, rings[0][0]), rings])
    text = json.dumps(dict(sorted(bodies.items())), ensure_ascii=False, separators=(",", ":"))
    target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
