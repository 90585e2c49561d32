"""The shop's own list: the signatories of its charter, one row per firm (template: `directory/data/`)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.tables.csv_files import Columns
from core.tables.errors import RowRefused
from core.tables.report import RowReport
from core.text import fold
from directory.imports import cells as read
from directory.imports.offices import Gazetteer
from directory.imports.rows import Cells
from directory.imports.sheets import Area, Office, Sheet, unpacked
from directory.models import RADII_KM, ServiceArea, Source, Trade

REVIEW_MONTHS = 24  # a signature is to be reviewed so long after, unless the row says otherwise
HOUSING = {"maison": "for_houses", "copropriete": "for_coownerships"}


class CharterFormat:
    """The list as a source: it alone tells descriptions, areas and signatures."""

    source = Source.CHARTER
    columns = Columns(
        required=("nom", "code_postal", "ville", "metiers", "zones", "charte_signee_le"),
        expected=("siret", "contact", "telephone", "email", "site_internet", "adresse", "presentation"),
        optional=("latitude", "longitude", "logement", "charte_a_revoir_le"),
    )

    def __init__(self) -> None:
        self.trades = set(Trade.objects.values_list("slug", flat=True))

    def read(self, cells: Mapping[str, str], line: int, report: RowReport) -> tuple[str, str]:
        """Give the firm's key and its sheet packed. Raise `RowRefused`."""
        sheet = self._sheet(Cells(cells, line, report))
        return sheet.key, sheet.packed()

    def gather(self, rows: list[tuple[int, str]], gazetteer: Gazetteer, report: RowReport) -> Sheet | None:
        """Give the sheet of the first row; the same firm written again is refused, and unknown areas are dropped."""
        (line, packed), *others = rows
        for other, _packed in others:
            report.refuse(other, "nom", _("Même entreprise qu’à la ligne %d.") % line)
        sheet = unpacked(packed)
        office, doubt = gazetteer.placed(sheet.office)
        if doubt:
            report.warn(line, "ville", doubt, f"{office.postcode} {office.city}")
        values = {name: getattr(sheet, name) for name in Sheet.__slots__}
        return Sheet(**{**values, "office": office, "areas": _known(sheet.areas, gazetteer, line, report)})

    def _sheet(self, cells: Cells) -> Sheet:
        signed = cells.sound("charte_signee_le", read.french_day)
        return Sheet(
            name=cells.name("nom"),
            siret=cells.sound("siret", lambda value: read.siret(value) if value.strip() else ""),
            contact_name=cells.text("contact", 120),
            email=cells.doubted("email", read.email),
            phone=cells.doubted("telephone", read.phone),
            website=cells.doubted("site_internet", read.website),
            office=_office(cells),
            description=read.prose(cells["presentation"], 3000),
            **_housing(cells),
            charter_signed_on=signed,
            charter_review_on=_review(cells, signed),
            trades=self._trades(cells),
            areas=_areas(cells),
        )

    def _trades(self, cells: Cells) -> tuple[str, ...]:
        written = tuple(fold(slug).replace(" ", "-") for slug in read.parts(cells["metiers"]))
        for slug in written:
            if slug not in self.trades:
                cells.warn("metiers", _("Métier inconnu, laissé de côté."), slug)
        known = tuple(sorted(set(written) & self.trades))
        if not known:
            raise RowRefused(
                "metiers", _("Aucun métier connu : écrivez leurs identifiants, séparés par « | »."), cells["metiers"]
            )
        return known


def _office(cells: Cells) -> Office:
    latitude, longitude = cells.position()
    return Office(
        address=cells.text("adresse", 200),
        postcode=cells.doubted("code_postal", read.postcode),
        city=read.city(cells["ville"]),
        latitude=latitude,
        longitude=longitude,
    )


def _housing(cells: Cells) -> dict[str, Any]:
    written = {fold(part) for part in read.parts(cells["logement"])}
    for unknown in sorted(written - set(HOUSING)):
        cells.warn("logement", _("Écrivez « maison », « copropriete » ou les deux, séparés par « | »."), unknown)
    if not written & set(HOUSING):
        return dict.fromkeys(HOUSING.values())
    return {field: kind in written for kind, field in HOUSING.items()}


def _review(cells: Cells, signed: date) -> date:
    if not cells["charte_a_revoir_le"].strip():
        return _months_later(signed, REVIEW_MONTHS)
    review = cells.sound("charte_a_revoir_le", read.french_day)
    if review <= signed:
        raise RowRefused("charte_a_revoir_le", _("La date de revue suit la signature."), cells["charte_a_revoir_le"])
    return review


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError  # no month has fewer than 28 days


def _areas(cells: Cells) -> tuple[Area, ...]:
    areas = set()
    for part in read.parts(cells["zones"]):
        kind, _colon, code = (piece.strip() for piece in part.partition(":"))
        area = Area(fold(kind), code.upper())
        if _well_formed(area):
            areas.add(area)
        else:
            cells.warn(
                "zones", _("Zone illisible, laissée de côté (exemples : commune:31555, rayon:30, france)."), part
            )
    return tuple(sorted(areas))


def _well_formed(area: Area) -> bool:
    if area.kind == ServiceArea.Kind.FRANCE:
        return not area.code
    if area.kind == ServiceArea.Kind.RADIUS:
        return area.code in map(str, RADII_KM)
    return area.kind in ServiceArea.Kind.values and bool(area.code)


def _known(areas: tuple[Area, ...], gazetteer: Gazetteer, line: int, report: RowReport) -> tuple[Area, ...]:
    known = tuple(area for area in areas if area.kind not in gazetteer.codes or area.code in gazetteer.codes[area.kind])
    for area in sorted(set(areas) - set(known)):
        report.warn(line, "zones", _("Code inconnu du découpage, laissé de côté."), f"{area.kind}:{area.code}")
    if not known:
        report.warn(line, "zones", _("Aucune zone confirmée : un rayon autour de l’adresse est supposé."))
    return known
