"""The swap: writes what the plan says, in bulk, inside the caller's transaction, and only what changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.utils.timezone import now

from directory.imports.areas import settle_supposed_areas
from directory.imports.bulk import insert
from directory.imports.leaving import delete_firms, is_staffs
from directory.imports.lines import Lines, Pair
from directory.imports.merging import WRITTEN, hold_what_staff_typed, show
from directory.imports.offices import Gazetteer
from directory.imports.planning import Plan
from directory.imports.progress import Progress
from directory.imports.sheets import unpacked
from directory.imports.staging import Staging
from directory.models import Professional, Source, SourceRecord

CHUNK = 500  # firms written together: keeps statements and memory small
Said = Mapping[str, tuple[dict[str, Any], date]]  # by source: its record's fields, and its extraction date


@dataclass(slots=True)
class Written:
    """Ids of the firms that a swap wrote or removed, and how many of them left the directory."""

    ids: list[int] = field(default_factory=list)
    deleted: int = 0


class Swap:
    """Everything a swap needs at hand: one source, one extraction date."""

    def __init__(self, source: str, day: date, of: Gazetteer, radius_km: int, *, fictitious: bool = False) -> None:
        self.source, self.day, self.gazetteer, self.radius_km = source, day, of, radius_km
        self.fictitious = fictitious
        self.lines = Lines(source, day)

    def write(self, plan: Plan, staged: Staging, progress: Progress) -> Written:
        """Write new and changed firms, and take away what the source no longer says of the others."""
        written = Written()
        progress.stage("write", len(plan.new) + len(plan.changed) + len(plan.leaving))
        for positions in batches(plan.new):
            written.ids += self._make(staged, positions)
            progress.advance(len(positions))
        for positions in batches(sorted(plan.changed)):
            written.ids += self._change(staged, positions, [plan.changed[position] for position in positions])
            progress.advance(len(positions))
        for ids in batches(plan.leaving):
            written.deleted += self._take_away(list(ids))
            written.ids += ids
            progress.advance(len(ids))
        return written

    def _make(self, staged: Staging, positions: Sequence[int]) -> list[int]:
        pairs = []
        for sheet, digest in _sheets(staged, positions):
            firm = Professional(source=self.source, fictitious=self.fictitious)
            self._show(firm, {self.source: (sheet.record, self.day)})
            pairs.append(Pair(firm, sheet, digest))
        _insert([pair.firm for pair in pairs])
        self.lines.replace(pairs, fresh=True)
        return self._settled(pairs)

    def _change(self, staged: Staging, positions: Sequence[int], ids: list[int]) -> list[int]:
        firms, records = _locked(ids), _records(ids)
        pairs = []
        for pk, (sheet, digest) in zip(ids, _sheets(staged, positions), strict=True):
            self._show(firms[pk], {**records.get(pk, {}), self.source: (sheet.record, self.day)})
            pairs.append(Pair(firms[pk], sheet, digest))
        _update(list(firms.values()))
        self.lines.replace(pairs, fresh=False)
        return self._settled(pairs)

    def _settled(self, pairs: list[Pair]) -> list[int]:
        settle_supposed_areas([pair.firm for pair in pairs], self.source, self.radius_km)
        return [pair.firm.pk for pair in pairs]

    def _show(self, firm: Professional, said: Said) -> None:
        if firm.pk and set(said) == {self.source}:
            hold_what_staff_typed(firm)
        records = {source: record for source, (record, _day) in said.items()}
        days = {source: day for source, (_record, day) in said.items()}
        show(firm, records, days, self.gazetteer)

    def _take_away(self, ids: list[int]) -> int:
        """Forget what the source said of these firms; delete those nobody else speaks of. Give how many."""
        firms = _locked(ids)
        self.lines.remove(ids)
        records = _records(ids)
        deleted = delete_firms([pk for pk, firm in firms.items() if pk not in records and not is_staffs(firm)])
        others = [firm for pk, firm in firms.items() if pk in records]
        for firm in others:
            self._show(firm, records[firm.pk])
        _update(others)
        settle_supposed_areas(others, Source.RGE, self.radius_km)
        return len(deleted)


def batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Cut a sequence in chunks of at most `CHUNK`."""
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def lock_against_other_imports() -> None:
    """Let one import write at a time; SQLite's immediate transactions already do."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE directory_sourcerecord IN SHARE ROW EXCLUSIVE MODE")


def _sheets(staged: Staging, positions: Sequence[int]) -> Iterator[tuple[Any, str]]:
    return ((unpacked(waiting.packed), waiting.digest) for waiting in staged.sheets(list(positions)))


def _locked(ids: list[int]) -> dict[int, Professional]:
    """Give the firms, which nobody else may write until the end of the transaction."""
    return Professional.objects.select_for_update().in_bulk(ids)


def _records(ids: list[int]) -> dict[int, dict[str, tuple[dict[str, Any], date]]]:
    found: dict[int, dict[str, tuple[dict[str, Any], date]]] = {}
    for record in SourceRecord.objects.filter(professional__in=ids):
        found.setdefault(record.professional_id, {})[record.source] = (record.fields, record.extracted_on)
    return found


def _insert(firms: list[Professional]) -> None:
    """Write new firms and give them their keys, found again by SIRET (a firm without one goes alone)."""
    identified = [firm for firm in firms if firm.siret]
    for firm in firms:
        if not firm.siret:
            firm.save()
        firm.created_at = firm.updated_at = now()
    fields = [field for field in Professional._meta.concrete_fields if not field.primary_key]
    names = [field.attname for field in fields]
    insert(Professional, [f.name for f in fields], ([getattr(firm, name) for name in names] for firm in identified))
    keys = dict(Professional.objects.filter(siret__in=[f.siret for f in identified]).values_list("siret", "pk"))
    for firm in identified:
        firm.pk = keys[firm.siret]


def _update(firms: list[Professional]) -> None:
    """Write of these firms only what an import may write."""
    for firm in firms:
        firm.updated_at = now()
    Professional.objects.bulk_create(firms, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN)
