"""What imports a file: read, gather, compare, check, swap. All of it or nothing."""

import re
from collections.abc import Callable
from datetime import date, datetime
from hashlib import file_digest
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate, now

from core.models import Generation
from core.tables.csv_files import open_table
from core.tables.encodings import encoding_of
from core.tables.errors import ImportRefused, RowRefused
from core.tables.report import RowReport
from directory.imports import guards
from directory.imports.areas import refresh_supposed_areas
from directory.imports.formats import SourceFormat
from directory.imports.offices import Gazetteer, gazetteer
from directory.imports.planning import Plan, plan
from directory.imports.progress import Progress, Silent
from directory.imports.staging import Staging, staging
from directory.imports.swapping import Swap, Written, lock_against_other_imports
from directory.models import DirectorySettings, ImportRun, Professional, SourceRecord
from directory.signals import professionals_changed

_DATE_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_]?(\d\d)[-_]?(\d\d)(?!\d)")


class Import:
    """One reading of one file. `run` fills as it goes."""

    def __init__(
        self, path: Path, of: SourceFormat, *, ran_by: str, progress: Progress, fictitious: bool, day: date | None
    ) -> None:
        self.path, self.format, self.progress, self.fictitious = path, of, progress, fictitious
        self.report = RowReport()
        self.day = day
        self.run = ImportRun(source=of.source, file_name=_shown_name(path), ran_by=ran_by[:150], started_at=now())
        self.missing: tuple[str, ...] = ()

    def apply(self, *, dry_run: bool, force: bool) -> ImportRun:
        """Do it, or only rehearse it. Raise `ImportRefused`, the directory being as it was."""
        encoding_of(self.path)  # refuses what is not a file of text before anything else reads it
        self.run.extracted_on = self.day or _day_in_name(self.path.name) or _modified_on(self.path)
        self.run.file_digest = digest_of_file(self.path)
        with staging() as staged:
            self._read(staged)
            places = gazetteer()
            self._gather(staged, places)
            with transaction.atomic():
                lock_against_other_imports()
                self._swap(staged, places, dry_run=dry_run, force=force)
        return self.run

    def close(self, outcome: str) -> None:
        """Set down the report and the totals."""
        run, report = self.run, self.report
        run.outcome, run.finished_at = outcome, now()
        run.rows_refused, run.warnings, run.report = report.refused, report.warnings, report.as_csv()

    def _read(self, staged: Staging) -> None:
        self.progress.stage("read", self.path.stat().st_size)
        with open_table(self.path, self.format.columns) as table:
            self.missing = table.missing
            told = 0
            for row in table.rows:
                self.run.rows += 1
                try:
                    if row.fault:
                        raise RowRefused("", row.fault)
                    key, packed = self.format.read(row.cells, row.line, self.report)
                    staged.add_row(key, row.line, packed)
                except RowRefused as error:
                    self.report.refuse(row.line, error.column, error.reason, error.value)
                if self.run.rows % 1_000 == 0:
                    self.progress.advance(table.lines.characters - told)
                    told = table.lines.characters

    def _gather(self, staged: Staging, places: Gazetteer) -> None:
        self.progress.stage("gather", staged.count_keys())
        for rows in staged.groups():
            sheet = self.format.gather(rows, places, self.report)
            if sheet:
                staged.add_sheet(sheet, rows[0][0])
                self.run.firms += 1
            self.progress.advance(1)

    def _swap(self, staged: Staging, places: Gazetteer, *, dry_run: bool, force: bool) -> None:
        changes = plan(staged, self.format.source, self.report)
        self._count(changes)
        last = ImportRun.objects.last_applied(self.format.source)
        guards.check(self.run, last, changes, self.missing, force=force)
        if dry_run:
            self.close(ImportRun.Outcome.REHEARSED)
            return
        written = self._write(changes, staged, places)
        self.run.deleted = written.deleted
        self.close(ImportRun.Outcome.APPLIED)
        self.run.save()
        self._tell(written.ids)

    def _count(self, changes: Plan) -> None:
        run = self.run
        run.rows_refused = self.report.refused
        run.created, run.changed = len(changes.new), len(changes.changed)
        run.unchanged, run.gone = changes.unchanged, len(changes.leaving)

    def _write(self, changes: Plan, staged: Staging, places: Gazetteer) -> Written:
        radius, day = DirectorySettings.radius_km(), self.run.extracted_on or localdate()
        swap = Swap(self.format.source, day, places, radius, fictitious=self.fictitious)
        written = swap.write(changes, staged, self.progress)
        settled = set(refresh_supposed_areas(radius)) - set(written.ids)
        self.run.changed += len(settled)
        self.run.unchanged -= min(len(settled), self.run.unchanged)
        written.ids += sorted(settled)
        _date_the_rest(self.format.source, day)
        return written

    def _tell(self, ids: list[int]) -> None:
        if ids:
            professionals_changed.send(sender=ImportRun, ids=ids)
        Generation.bump()


def run_import(
    *,
    path: Path,
    source_format: Callable[[], SourceFormat],
    ran_by: str,
    dry_run: bool = False,
    force: bool = False,
    extracted_on: date | None = None,
    fictitious: bool = False,
    progress: Progress | None = None,
) -> ImportRun:
    """Import a source's file in one transaction and give what was done; `dry_run` does all but the writing.

    Raise `ImportRefused` when the file cannot be read or a guard rail stops it: the directory is then as it was,
    and the refusal is kept with its report (except of a rehearsal). `ran_by` is an account's address or a system user.
    """
    job = Import(
        path, source_format(), ran_by=ran_by, progress=progress or Silent(), fictitious=fictitious, day=extracted_on
    )
    try:
        return job.apply(dry_run=dry_run, force=force)
    except ImportRefused as refusal:
        job.close(ImportRun.Outcome.REFUSED)
        job.run.reasons = "\n".join(refusal.reasons)
        if not dry_run:
            job.run.save()
        refusal.run = job.run
        raise


def _date_the_rest(source: str, day: date) -> None:
    """Say of the firms that did not change that the list still told so on this day."""
    SourceRecord.objects.filter(source=source).exclude(extracted_on=day).update(extracted_on=day)
    told = Q(source=source, source_records__source=source)
    stale = Professional.objects.filter(told).exclude(source_date=day)
    Professional.objects.filter(pk__in=stale.values("pk")).update(source_date=day)


def digest_of_file(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _shown_name(path: Path) -> str:
    return re.sub(r"[^\w.\- ]", "_", path.name)[:255]


def _day_in_name(name: str) -> date | None:
    for found in _DATE_IN_NAME.finditer(name):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            continue
    return None


def _modified_on(path: Path) -> date:
    return localdate(datetime.fromtimestamp(path.stat().st_mtime).astimezone())
