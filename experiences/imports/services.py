"""What imports a file: sent and rehearsed first, then applied as drafts in one transaction. All of it or nothing."""

import re
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _

from core.tables.errors import ImportRefused
from core.tables.report import RowReport
from directory.models import Trade
from experiences.imports.planning import Known, Plan, latest_draft, plan, write
from experiences.imports.reading import CaseRow, read_file
from experiences.models import CaseImport, ExperienceIndexPage, ExperiencePage

FORGOTTEN_AFTER = timedelta(days=1)  # a file that nobody confirmed
LONGEST_SLUG = 120


class AlreadyOver(Exception):
    """The import was confirmed or refused before."""


def send(*, name: str, content: bytes, index: ExperienceIndexPage, by: Any) -> CaseImport:
    """Keep a file and say what it would change; nothing of the site is written. A bad file is kept as refused."""
    forget_unconfirmed()
    sent = CaseImport(index=index, file_name=_shown_name(name), content=content, sent_by=by)
    report = RowReport()
    try:
        found, report = _planned(sent)
        _count(sent, found)
        if report.refused:
            raise ImportRefused(_("Des lignes sont refusées : corrigez le fichier, puis renvoyez-le en entier."))
    except ImportRefused as refusal:
        sent.outcome, sent.reasons, sent.content = CaseImport.Outcome.REFUSED, "\n".join(refusal.reasons), b""
    _close(sent, report)
    return sent


@transaction.atomic
def confirm(*, pk: int, by: Any) -> CaseImport:
    """Write the drafts of a file that was rehearsed. Raise `AlreadyOver`, or `ImportRefused` when it holds no more."""
    sent = CaseImport.objects.select_for_update().get(pk=pk)
    if not sent.waits:
        raise AlreadyOver
    found, report = _planned(sent)
    if report.refused:
        raise ImportRefused(_("Le site a changé depuis l’essai : renvoyez le fichier."))
    known = Known(sent.index)
    for row in found.new:
        _create(row, sent.index, known, by)
    for row, page in found.changed:
        _change(row, page.pk, known, by)
    _count(sent, found)
    sent.outcome, sent.content = CaseImport.Outcome.APPLIED, b""
    _close(sent, report)
    return sent


def forget_unconfirmed() -> None:
    """Erase the files that nobody confirmed within a day."""
    old = CaseImport.objects.filter(outcome=CaseImport.Outcome.WAITING, sent_at__lt=now() - FORGOTTEN_AFTER)
    old.update(outcome=CaseImport.Outcome.REFUSED, reasons=_("Personne n’a confirmé en un jour."), content=b"")


def _planned(sent: CaseImport) -> tuple[Plan, RowReport]:
    trades = frozenset(Trade.objects.values_list("slug", flat=True))
    with tempfile.NamedTemporaryFile(suffix=".import") as file:
        file.write(bytes(sent.content))
        file.flush()
        read = read_file(Path(file.name), trades)
    sent.rows = read.count
    return plan(read.rows, sent.index, read.report), read.report


def _create(row: CaseRow, index: ExperienceIndexPage, known: Known, by: Any) -> None:
    page = ExperiencePage(live=False, owner=by)
    write(page, row, known)
    page.draft_title, page.slug = page.title, _free_slug(row.key or slugify(page.title), known)
    known.by_key[page.slug] = 0
    index.add_child(instance=page)
    page.save_revision(user=by, log_action=True)


def _change(row: CaseRow, pk: int, known: Known, by: Any) -> None:
    """Write a new draft over the latest one; what readers see stays as it is until somebody publishes."""
    page = latest_draft(pk)
    write(page, row, known)
    page.work_out()
    page.save_revision(user=by, log_action=True)


def _free_slug(wanted: str, known: Known) -> str:
    base = wanted[:LONGEST_SLUG] or "fiche"
    number, slug = 1, base
    while slug in known.by_key:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _count(sent: CaseImport, found: Plan) -> None:
    sent.created, sent.changed, sent.unchanged = len(found.new), len(found.changed), found.unchanged


def _close(sent: CaseImport, report: RowReport) -> None:
    sent.refused, sent.warnings, sent.report = report.refused, report.warnings, report.as_csv()
    sent.save()


def _shown_name(name: str) -> str:
    return re.sub(r"[^\w.\- ]", "_", Path(name).name)[:255] or "fichier"
