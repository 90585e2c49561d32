"""The geography as files: compact CSV shipped with the project (see `territories/data/README.md`)."""

import csv
import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.utils.translation import gettext as _

FOLDER = Path(__file__).resolve().parent / "data"
LAYOUT = b"2"  # raise it when the same files are to be read otherwise: every installation then reloads
COLUMNS = {
    "regions": ("code", "name"),
    "departments": ("code", "name", "region"),
    "epcis": ("code", "name"),
    "communes": (
        "code", "name", "postcodes", "department", "epci", "population", "latitude", "longitude", "parent",
    ),
    "former_communes": ("old_code", "name", "commune"),
}  # fmt: skip

Cell = str | int | float | None
Row = tuple[Cell, ...]


class BadGeography(Exception):
    """The files cannot be loaded; the message says which and why, in French."""


@dataclass(frozen=True, slots=True)
class Geography:
    """Rows ready for the tables, each in its model's order; codes are text, degrees WGS84, None where unknown.

    `regions` and `epcis`: code, name. `departments`: code, name, region. `communes`: code, name, department, epci,
    parent, population, latitude, longitude. `postcodes`: postcode, commune. `former_communes`: old code, name, commune.
    """

    regions: list[Row]
    departments: list[Row]
    epcis: list[Row]
    communes: list[Row]
    postcodes: list[Row]
    former_communes: list[Row]


def digest(folder: Path = FOLDER) -> str:
    """Give the SHA-256 of the files, 64 hexadecimal digits. Raise `BadGeography` when one is missing."""
    total = sha256(LAYOUT)
    for name in COLUMNS:
        total.update(_content(folder, name))
    return total.hexdigest()


def read(folder: Path = FOLDER) -> Geography:
    """Read and check every file. Raise `BadGeography` when one is missing, cut short or contradicts another."""
    communes = list(_rows(folder, "communes", lambda row: row))
    geography = Geography(
        regions=list(_rows(folder, "regions", tuple)),
        departments=list(_rows(folder, "departments", lambda row: (row[0], row[1], row[2] or None))),
        epcis=list(_rows(folder, "epcis", tuple)),
        communes=[_checked(number, row) for number, row in enumerate(communes, start=2)],
        postcodes=[(postcode, str(row[0])) for row in communes for postcode in str(row[2]).split("|") if postcode],
        former_communes=list(_rows(folder, "former_communes", tuple)),
    )
    _check_references(geography)
    return geography


def _content(folder: Path, name: str) -> bytes:
    path = folder / f"{name}.csv.gz"
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadGeography(_("Le fichier « %s » manque ou ne peut pas être lu.") % path.name) from error


def _rows(folder: Path, name: str, shape: Callable[[list[str]], Row | list[str]]) -> Iterator[Row]:
    lines = csv.reader(_text(folder, name).splitlines())
    columns = COLUMNS[name]
    if tuple(next(lines, ())) != columns:
        raise BadGeography(
            _("Le fichier « %(file)s » n’a pas les colonnes attendues (%(columns)s).")
            % {"file": f"{name}.csv.gz", "columns": ", ".join(columns)}
        )
    count = 0
    for count, row in enumerate(lines, start=1):
        if len(row) != len(columns) or not row[0] or not row[1]:
            raise _bad_line(name, count + 1)
        yield tuple(shape(row))
    if not count:
        raise BadGeography(_("Le fichier « %s » est vide.") % f"{name}.csv.gz")


def _text(folder: Path, name: str) -> str:
    try:
        return gzip.decompress(_content(folder, name)).decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise BadGeography(_("Le fichier « %s » est tronqué ou abîmé.") % f"{name}.csv.gz") from error


def _checked(number: int, row: Row) -> Row:
    code, name, _postcodes, department, epci, population, latitude, longitude, parent = map(str, row)
    try:
        return (
            code, name, department, epci or None, parent or None, int(population or 0),
            float(latitude) if latitude else None, float(longitude) if longitude else None,
        )  # fmt: skip
    except ValueError as error:
        raise _bad_line("communes", number) from error


def _bad_line(name: str, number: int) -> BadGeography:
    return BadGeography(
        _("Le fichier « %(file)s » est illisible à la ligne %(line)d.") % {"file": f"{name}.csv.gz", "line": number}
    )


def _check_references(geography: Geography) -> None:
    codes = {
        "regions": {row[0] for row in geography.regions},
        "departments": {row[0] for row in geography.departments},
        "epcis": {row[0] for row in geography.epcis},
        "communes": {row[0] for row in geography.communes},
    }
    references = {
        "regions": (row[2] for row in geography.departments),
        "departments": (row[2] for row in geography.communes),
        "epcis": (row[3] for row in geography.communes),
        "communes": (
            *(row[4] for row in geography.communes),
            *(row[2] for row in geography.former_communes),
        ),
    }
    for name, used in references.items():
        lost = sorted(str(code) for code in {*used} - codes[name] - {None})
        if lost:
            raise BadGeography(
                _("Le fichier « %(file)s » ne connaît pas « %(code)s », qu’un autre fichier cite.")
                % {"file": f"{name}.csv.gz", "code": lost[0]}
            )
