"""From a file to rows: what each one says of its case, by the names of `ExperiencePage`’s fields. Writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from core.tables import cells as shared
from core.tables.csv_files import TableRow, open_table
from core.tables.errors import ImportRefused, RowRefused
from core.tables.report import RowReport
from core.tables.rows import Cells
from core.tables.workbooks import is_workbook, open_workbook
from core.text import fold
from experiences.imports import cells as read
from experiences.imports.columns import ALIASES, COLUMNS, ENERGIES, HOUSING, METHODS, MODES, PERIODS, PRECISIONS
from territories import places
from territories.place import Found
from territories.positions import position

MAX_BYTES = 5_000_000
MAX_CASES = 2_000
NUMBERS = {  # column → field, most, whole, least
    "logements": ("dwellings", 5_000, True, 1), "lots": ("lots", 20_000, True, 1), "etages": ("storeys", 60, True, 0),
    "surface": ("floor_area", 500_000, True, 9), "kwhep_avant": ("before_kwhep", 2_000, False, 0),
    "kwhep_electricite_avant": ("before_electricity_kwhep", 2_000, False, 0),
    "kgco2_avant": ("before_kgco2", 600, False, 0), "kwhep_apres": ("after_kwhep", 2_000, False, 0),
    "kwhep_electricite_apres": ("after_electricity_kwhep", 2_000, False, 0),
    "kgco2_apres": ("after_kgco2", 600, False, 0), "factures_avant": ("bills_before", 10_000_000, True, 0),
    "factures_apres": ("bills_after", 10_000_000, True, 0), "cout": ("cost", 100_000_000, False, 0),
    "pret": ("loan_amount", 100_000_000, False, 0), "pret_annees": ("loan_years", 40, True, 1),
    "pret_taux": ("loan_rate", 20, False, 0), "paye_comptant": ("own_funds", 100_000_000, False, 0),
}  # fmt: skip
DAYS = {
    "debut_travaux": "started_on", "fin_travaux": "finished_on", "mesure_avant_le": "measured_before_on",
    "mesure_apres_le": "measured_after_on", "autorisation_le": "consent_given_on",
    "autorisation_jusqu_au": "consent_expires_on",
}  # fmt: skip
WORDS: dict[str, tuple[str, Mapping[str, str]]] = {
    "periode": ("period", PERIODS), "chauffage_mode": ("heating_mode", MODES),
    "chauffage_energie": ("heating_energy", ENERGIES), "chauffage_mode_apres": ("heating_mode_after", MODES),
    "chauffage_energie_apres": ("heating_energy_after", ENERGIES), "precision": ("precision", PRECISIONS),
    "methode": ("method", METHODS),
}  # fmt: skip
TEXTS = {
    "resume": ("summary", 400), "adresse": ("address", 200), "autorisation_de": ("consent_holder", 160),
    "citation_auteur": ("quote_author", 120),
}  # fmt: skip
PROSE = {
    "pourquoi": ("why", 4_000), "obstacles": ("obstacles", 4_000), "assemblee": ("assembly", 4_000),
    "lecons": ("lessons", 4_000),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as a file tells it. `values` holds only what the file's cells say: an empty cell changes nothing.

    `key` is the slug that the file gives it, or that its title and commune make; empty for a case that is known by
    its number in the national register alone. `trades` are slugs.
    """

    line: int
    key: str
    register_number: str
    title: str
    values: dict[str, Any]
    trades: tuple[str, ...] | None = None
    votes: tuple[read.Vote, ...] | None = None
    aids: tuple[read.Aid, ...] | None = None


@dataclass(slots=True)
class FileRead:
    """What was read of a file: its good rows, how many it has, and the report of the others."""

    rows: list[CaseRow] = field(default_factory=list)
    count: int = 0
    report: RowReport = field(default_factory=RowReport)


def read_file(path: Path, trades: frozenset[str]) -> FileRead:
    """Read every row; `trades` are the slugs that are known. Raise `ImportRefused` when the file cannot be read."""
    found = FileRead()
    taken: dict[str, int] = {}
    for row in _table(path):
        found.count += 1
        if found.count > MAX_CASES:
            raise ImportRefused(_("Plus de %d lignes : coupez le fichier en plusieurs.") % MAX_CASES)
        try:
            case = _case(row, trades, found.report)
            _check_once(case, taken)
            found.rows.append(case)
        except RowRefused as error:
            found.report.refuse(row.line, error.column, error.reason, error.value)
    if not found.count:
        raise ImportRefused(_("Le fichier n’a aucune ligne sous son en-tête."))
    return found


def _table(path: Path) -> list[TableRow]:
    if path.stat().st_size > MAX_BYTES:
        raise ImportRefused(_("Ce fichier dépasse %d Mo.") % (MAX_BYTES // 1_000_000))
    if is_workbook(path):
        with open_workbook(path, COLUMNS) as rows:
            return _named(rows)
    with open_table(path, COLUMNS) as table:
        return _named(table.rows)


def _named(rows: Any) -> list[TableRow]:
    """Give the rows with our names of columns. Raise `ImportRefused` when none is known."""
    found = [TableRow(row.line, _ours(row.cells), row.fault) for row in rows]
    if found and not any(row.cells or row.fault for row in found):
        raise ImportRefused(_("Aucune colonne connue dans l’en-tête : partez du modèle à télécharger."))
    return found


def _ours(cells: Mapping[str, str]) -> dict[str, str]:
    """Read the register's names as ours, which win when both are there."""
    ours = {ALIASES[name]: value for name, value in cells.items() if name in ALIASES}
    return ours | {name: value for name, value in cells.items() if name not in ALIASES}


def _case(row: TableRow, trades: frozenset[str], report: RowReport) -> CaseRow:
    if row.fault:
        raise RowRefused("", row.fault)
    cells = Cells(row.cells, row.line, report)
    number = cells.sound("numero_immatriculation", read.register_number)
    values = _values(cells)
    title = cells.text("titre", 200)
    if not title and not number:
        raise RowRefused("titre", _("Il faut un titre, ou un numéro d’immatriculation qui en tienne lieu."))
    if number:
        values["register_number"] = number
        values.setdefault("for_houses", False)
        values.setdefault("for_coownerships", True)
    written = cells["cle"] if cells["cle"].strip() else "" if number else f"{title} {values.get('commune_id', '')}"
    return CaseRow(
        row.line, read.key(written), number, title, values,
        trades=_trades(cells, trades) if cells["travaux"].strip() else None,
        votes=cells.sound("votes", read.votes) if cells["votes"].strip() else None,
        aids=cells.sound("aides", read.aids) if cells["aides"].strip() else None,
    )  # fmt: skip


def _values(cells: Cells) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column, (name, most, whole, least) in NUMBERS.items():
        values[name] = cells.sound(column, read.number(most, whole=whole, least=least))
    for column, name in DAYS.items():
        values[name] = cells.sound(column, read.day)
    for column, (name, words) in WORDS.items():
        values[name] = cells.sound(column, read.one_of(words))
    for column, (name, limit) in TEXTS.items():
        values[name] = cells.text(column, limit) or None
    for column, (name, limit) in PROSE.items():
        values[name] = _paragraphs(shared.prose(cells[column], limit))
    values["quote"] = shared.prose(cells["citation"], 500) or None
    values["protected"] = cells.sound("protege", read.flag)
    values["for_houses"], values["for_coownerships"] = cells.sound("logement", read.one_of(HOUSING)) or (None, None)
    values["commune_id"] = _commune(cells)
    values["latitude"], values["longitude"] = _position(cells)
    return {name: value for name, value in values.items() if value is not None}


def _commune(cells: Cells) -> str | None:
    """Read a commune by its INSEE code, or by its name when there is none. Raise `RowRefused`."""
    code, name = cells["code_insee"].strip(), cells["commune"].strip()
    if code and not read.nothing(code):
        found = places.commune(code.zfill(5)[:5]) if len(code) <= 5 else None
        if found is None:
            raise RowRefused("code_insee", _("Code INSEE inconnu : il a cinq caractères, par exemple 31044."), code)
        return found.code
    if not name or read.nothing(name):
        return None
    answer = places.find(name[:200])
    if isinstance(answer, Found) and answer.place.kind == "commune":
        return answer.place.code
    raise RowRefused("commune", _("Commune inconnue, ou plusieurs du même nom : donnez son code INSEE."), name)


def _position(cells: Cells) -> tuple[float | None, float | None]:
    written = "" if read.nothing(cells["latitude"]) else cells["latitude"]
    found, doubt = position(written, "" if read.nothing(cells["longitude"]) else cells["longitude"])
    if doubt:
        cells.warn("latitude", doubt, f"{cells['latitude']} {cells['longitude']}")
    return found or (None, None)


def _trades(cells: Cells, known: frozenset[str]) -> tuple[str, ...]:
    written = [fold(slug).replace(" ", "-") for slug in shared.parts(cells["travaux"])]
    for slug in written:
        if slug not in known:
            raise RowRefused("travaux", _("Métier inconnu : écrivez les identifiants de l’annuaire."), slug)
    return tuple(sorted(set(written)))


def _paragraphs(text: str) -> str | None:
    """Give plain text as the editor keeps it: escaped, a paragraph for each block of lines."""
    return linebreaks(text, autoescape=True) if text else None


def _check_once(case: CaseRow, taken: dict[str, int]) -> None:
    names = [name for name in (case.register_number, case.key) if name]
    for name in names:
        if name in taken:
            raise RowRefused("cle", _("Même cas qu’à la ligne %d.") % taken[name], name)
    taken.update(dict.fromkeys(names, case.line))
