"""The state's list of RGE firms (ADEME, "liste-des-entreprises-rge-2"): one row per SIRET and qualification."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext as _

from core.tables.csv_files import Columns
from core.tables.errors import CellRefused, RowRefused
from core.tables.report import RowReport
from core.text import fold
from directory.imports import cells as read
from directory.imports.offices import Gazetteer
from directory.imports.rows import Cells
from directory.imports.sheets import Office, Proof, Sheet
from directory.models import QualificationDomain, Source

MAX_DOMAIN = 150


@dataclass(frozen=True, slots=True)
class RgeRow:
    """One row of the list, every value clean. Degrees WGS84; days are ISO text; `domains` as spelled in the list."""

    siret: str
    name: str
    address: str
    postcode: str
    city: str
    latitude: float | None
    longitude: float | None
    phone: str
    email: str
    website: str
    code: str
    qualification: str
    url: str
    certificate: str
    domains: tuple[str, ...]
    body: str
    for_individuals: bool | None
    starts: str
    ends: str

    def packed(self) -> str:
        """Give the row as a JSON array."""
        return json.dumps([getattr(self, name) for name in FIELDS], ensure_ascii=False)

    @property
    def office(self) -> Office:
        """Give where the firm is, as this row tells it."""
        return Office(self.address, self.postcode, self.city, None, self.latitude, self.longitude)

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """Give one proof for each domain."""
        return tuple(
            Proof(domain, self.code, self.qualification, self.body, self.certificate, self.url, self.starts, self.ends)
            for domain in self.domains
        )


IDENTITY_COLUMNS = (
    "siret", "nom_entreprise", "adresse", "code_postal", "commune", "latitude", "longitude", "telephone", "email",
    "site_internet", "particulier",
)  # fmt: skip
FIELDS = tuple(field.name for field in fields(RgeRow))


def parse(cells: Cells) -> RgeRow:
    """Read one row. Raise `RowRefused` without SIRET, name, domain or a readable end; report what is doubtful."""
    return RgeRow(**_identity(cells), **_proof(cells))


def _identity(cells: Cells) -> dict[str, Any]:
    siret, name = cells.sound("siret", read.siret), cells.name("nom_entreprise")
    latitude, longitude = cells.position()
    return {
        "siret": siret,
        "name": name,
        "address": cells.text("adresse", 200),
        "postcode": cells.doubted("code_postal", read.postcode),
        "city": read.city(cells["commune"]),
        "latitude": latitude,
        "longitude": longitude,
        "phone": cells.doubted("telephone", read.phone),
        "email": cells.doubted("email", read.email),
        "website": cells.doubted("site_internet", read.website),
        "for_individuals": cells.doubted("particulier", read.yes_or_no),
    }


def _proof(cells: Cells) -> dict[str, Any]:
    starts, ends = cells.sound("lien_date_debut", _optional_day), cells.sound("lien_date_fin", read.day).isoformat()
    if starts > ends:
        raise RowRefused("lien_date_fin", _("La fin précède le début."), cells["lien_date_fin"])
    domains = cells.sound("domaine", _domains)
    return {
        "domains": domains,
        "code": cells.text("code_qualification", 40),
        "qualification": cells.text("nom_qualification", 250) or domains[0],
        "url": cells.doubted("url_qualification", _link),
        "certificate": cells.text("nom_certificat", 120),
        "body": cells.text("organisme", 40),
        "starts": starts,
        "ends": ends,
    }


class RgeFormat:
    """The list as a source: trades come from the table of domains that staff keep."""

    source = Source.RGE
    columns = Columns(
        required=("siret", "nom_entreprise", "code_postal", "domaine", "nom_qualification", "lien_date_fin"),
        expected=("adresse", "commune", "latitude", "longitude", "telephone", "email", "site_internet"),
        optional=(
            "code_qualification", "url_qualification", "nom_certificat", "organisme", "particulier", "lien_date_debut",
        ),
    )  # fmt: skip

    def __init__(self) -> None:
        domains = QualificationDomain.objects.prefetch_related("trades")
        self.trades = {domain_key(d.name): tuple(trade.slug for trade in d.trades.all()) for d in domains}
        self.unknown: set[str] = set()
        self._last: tuple[tuple[str, ...], dict[str, Any]] = ((), {})

    def read(self, cells: Mapping[str, str], line: int, report: RowReport) -> tuple[str, str]:
        """Give the SIRET and the row packed. Raise `RowRefused`."""
        row = self._row(Cells(cells, line, report))
        for domain in row.domains:
            if domain_key(domain) not in self.trades and domain_key(domain) not in self.unknown:
                self.unknown.add(domain_key(domain))
                report.warn(line, "domaine", _("Domaine inconnu, gardé sans métier : à relier."), domain)
        return row.siret, row.packed()

    def _row(self, cells: Cells) -> RgeRow:
        """Read one row; a firm's rows follow each other, so what they repeat is read and reported once."""
        proof = _proof(cells)
        written = tuple(cells[column] for column in IDENTITY_COLUMNS)
        if written != self._last[0]:
            self._last = (written, _identity(cells))
        return RgeRow(**self._last[1], **proof)

    def gather(self, rows: list[tuple[int, str]], gazetteer: Gazetteer, report: RowReport) -> Sheet | None:
        """Give a firm's sheet: for each value what most of its rows say, whatever their order."""
        parsed = [RgeRow(*_restored(packed)) for _line, packed in rows]
        office, doubt = gazetteer.placed(_usual(row.office for row in parsed) or Office())
        if doubt:
            report.warn(rows[0][0], "commune", doubt, f"{office.postcode} {office.city}")
        proofs = {proof for row in parsed for proof in row.proofs}
        return Sheet(
            siret=parsed[0].siret,
            name=_usual(row.name for row in parsed),
            phone=_usual(row.phone for row in parsed),
            email=_usual(row.email for row in parsed),
            website=_usual(row.website for row in parsed),
            office=office,
            for_houses=any(row.for_individuals is not False for row in parsed),
            for_coownerships=True,
            proofs=tuple(sorted(proofs)),
            trades=tuple(sorted({slug for proof in proofs for slug in self.trades.get(domain_key(proof.domain), ())})),
        )


def domain_key(name: str) -> str:
    """Make spellings of a domain comparable: case, accents, blanks, final point."""
    return " ".join(fold(name).rstrip(". ").split())


def _restored(packed: str) -> list[Any]:
    values = json.loads(packed)
    values[_DOMAINS] = tuple(values[_DOMAINS])
    return values


_DOMAINS = FIELDS.index("domains")


def _usual(values: Iterable[Any]) -> Any:
    """Give the value most rows hold, empty ones aside; ties go to the longest, then to the alphabet."""
    counted = Counter(value for value in values if value and value != Office())
    if not counted:
        return ""
    return max(counted, key=lambda value: (counted[value], len(str(value)), str(value)))


def _optional_day(value: str) -> str:
    return read.day(value).isoformat() if value.strip() else ""


def _domains(value: str) -> tuple[str, ...]:
    names = tuple(name[:MAX_DOMAIN] for name in read.names(value))
    if not names:
        raise CellRefused(_("La qualification n’a pas de domaine."))
    return names


def _link(value: str) -> read.Doubted:
    return read.website(value, 500)
