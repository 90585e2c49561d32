"""What a swap would change: the staged sheets set against what the source said before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from core.tables.errors import RowRefused
from core.tables.report import RowReport
from directory.imports.sheets import DIGEST_LENGTH, name_key
from directory.imports.staging import StagedSheet, Staging
from directory.models import Professional, SourceRecord

MARKS = {"trades": "t", "service_areas": "a"}  # what staff held when the record was written
CHUNK = 10_000
SIRETS = 500


@dataclass(frozen=True, slots=True)
class Known:
    """What the directory holds of one firm of the source."""

    professional: int
    digest: str
    held: str


@dataclass(slots=True)
class Plan:
    """Positions of sheets to write, with the firm they belong to (None for a new one), and the firms that leave."""

    new: list[int] = field(default_factory=list)
    changed: dict[int, int] = field(default_factory=dict)
    unchanged: int = 0
    leaving: list[int] = field(default_factory=list)
    known: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether the file says what the directory already holds."""
        return not (self.new or self.changed or self.leaving)


def held_marks(edited_fields: list[str]) -> str:
    """Mark which lists of a firm staff keep in their own hands ("t" trades, "a" areas)."""
    return "".join(mark for name, mark in MARKS.items() if name in edited_fields)


def plan(staged: Staging, source: str, report: RowReport) -> Plan:
    """Compare every staged sheet with its source's record; nothing is written."""
    match = _Match(dict(_known(source)))
    match.look_up(sheet.key for sheet in staged.fingerprints())
    result = Plan(known=len(match.known))
    for sheet in staged.fingerprints():
        known = match.known.get(sheet.key)
        if known and _says_the_same(known, sheet.digest):
            result.unchanged += 1
            continue
        try:
            professional = known.professional if known else match.find(sheet)
        except RowRefused as error:
            report.refuse(sheet.line, error.column, error.reason, error.value)
            continue
        if professional is None:
            result.new.append(sheet.position)
        else:
            result.changed[sheet.position] = professional
    result.leaving = sorted({known.professional for known in match.known.values()} - match.claimed)
    return result


def _says_the_same(known: Known, digest: str) -> bool:
    """Tell whether nothing is to be written; a list that staff gave back is, though the source said it before."""
    written, held_then = known.digest[:DIGEST_LENGTH], known.digest[DIGEST_LENGTH:]
    return written == digest and set(held_then) <= set(known.held)


def _known(source: str) -> Iterator[tuple[str, Known]]:
    said = {
        name: KT(f"fields__{name}") for name in ("siret", "name", "postcode")
    }  # as text: SQLite reads digits as numbers
    rows = SourceRecord.objects.filter(source=source).values_list(
        "professional_id", "digest", "professional__edited_fields", *said.values()
    )
    for professional, digest, edited, siret, name, postcode in rows.iterator(CHUNK):
        yield siret or name_key(name or "", postcode or ""), Known(professional, digest, held_marks(edited))


class _Match:
    """Finds the firm a new sheet speaks of: by SIRET, else by name and postcode where one of the two has no SIRET."""

    def __init__(self, known: dict[str, Known]) -> None:
        self.known = known
        self.claimed: set[int] = set()
        self.by_siret: dict[str, int] = {}
        self.unidentified: dict[str, list[int]] = {}
        rows = Professional.objects.filter(siret__isnull=True).values_list("pk", "name", "postcode").order_by("pk")
        for pk, name, postcode in rows.iterator(CHUNK):
            self.unidentified.setdefault(name_key(name, postcode), []).append(pk)

    def look_up(self, keys: Iterable[str]) -> None:
        """Keep the firms that the file still names for the rows that name them, and find others by SIRET."""
        fresh = []
        for key in keys:
            if key in self.known:
                self.claimed.add(self.known[key].professional)
            else:
                fresh.append(key)
        for start in range(0, len(fresh), SIRETS):
            found = Professional.objects.filter(siret__in=fresh[start : start + SIRETS])
            self.by_siret.update(found.values_list("siret", "pk"))

    def find(self, sheet: StagedSheet) -> int | None:
        """Give the firm, None for a new one. Raise `RowRefused` when it is not one firm for certain."""
        found = self._identified(sheet) if sheet.key != sheet.name else self._alike(sheet)
        if found in self.claimed:
            raise RowRefused("siret", _("Cette ligne désigne la même fiche qu’une autre ligne."), sheet.key)
        if found is not None:
            self.claimed.add(found)
        return found

    def _identified(self, sheet: StagedSheet) -> int | None:
        """Find by SIRET, else the signatory that had none until now, else the one firm of that name without any."""
        if sheet.key in self.by_siret:
            return self.by_siret[sheet.key]
        if sheet.name in self.known:
            return self.known[sheet.name].professional
        alike = [pk for pk in self.unidentified.get(sheet.name, []) if pk not in self.claimed]
        return alike[0] if len(alike) == 1 else None

    def _alike(self, sheet: StagedSheet) -> int | None:
        """Find by name and postcode. Raise `RowRefused` when several fit."""
        there = Professional.objects.filter(postcode=sheet.name.rpartition("|")[2]).order_by("pk")
        rows = there.values_list("pk", "name", "postcode")
        alike = [pk for pk, name, postcode in rows if name_key(name, postcode) == sheet.name]
        if len(alike) > 1:
            raise RowRefused("siret", _("Plusieurs fiches portent ce nom : donnez le SIRET."), sheet.key)
        return alike[0] if alike else None
