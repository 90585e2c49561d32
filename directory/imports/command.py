"""What both import commands share: options, progress, the report's file, the summary."""

import getpass
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils.translation import gettext as _

from core.tables.errors import ImportRefused
from directory.imports.formats import SourceFormat
from directory.imports.progress import Told
from directory.imports.services import run_import
from directory.models import ImportRun

STOPPED = 3  # exit code when a guard rail asks


class ImportCommand(BaseCommand):
    """Imports a file in the format of the subclass."""

    source_format: Callable[[], SourceFormat]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help=_("fichier CSV à importer"))
        parser.add_argument("--dry-run", action="store_true", help=_("compte ce qui changerait, sans rien écrire"))
        parser.add_argument("--force", action="store_true", help=_("passe outre les garde-fous (votre nom est gardé)"))
        parser.add_argument("--user", default="", help=_("adresse du compte qui demande (par défaut : compte système)"))
        parser.add_argument("--date", type=_iso_day, help=_("date d’extraction AAAA-MM-JJ (sinon : nom du fichier)"))

    def handle(self, *, file: str, dry_run: bool, force: bool, user: str, date: date | None, **options: Any) -> None:
        """Import, then say what was done. Exit with 1 when the file is refused, 3 when a guard rail asks."""
        _spare_memory()
        asked: dict[str, Any] = {"dry_run": dry_run, "force": force, "extracted_on": date, "ran_by": _who(user)}
        try:
            with Told(sys.stderr) as progress:
                run = run_import(path=Path(file), source_format=type(self).source_format, progress=progress, **asked)
        except ImportRefused as refusal:
            self._say_refusal(refusal)
        else:
            self._say(run)

    def _say(self, run: ImportRun) -> None:
        if not (run.created or run.changed or run.gone):
            self.stdout.write(self.style.SUCCESS(_("Aucun changement : l’annuaire dit déjà la même chose.")))
        self.stdout.write(summary(run))
        if run.outcome == ImportRun.Outcome.REHEARSED:
            self.stdout.write(self.style.WARNING(_("Essai à blanc : rien n’a été écrit.")))
        self._write_report(run)

    def _say_refusal(self, refusal: ImportRefused) -> None:
        if refusal.run:
            self._write_report(refusal.run)
        lines = [_("Import arrêté, l’annuaire n’a pas changé :"), *(f"- {reason}" for reason in refusal.reasons)]
        if refusal.forceable:
            lines.append(_("Vérifiez le fichier ; si tout est normal, relancez avec --force."))
        raise CommandError("\n".join(lines), returncode=STOPPED if refusal.forceable else 1) from refusal

    def _write_report(self, run: ImportRun) -> None:
        if not (run.rows_refused or run.warnings):
            return
        path = settings.VAR / "imports" / run.report_name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(run.report, encoding="utf-8-sig", newline="")
        self.stdout.write(_("Rapport ligne à ligne : %s") % os.path.relpath(path))


def summary(run: ImportRun) -> str:
    """Give the totals of a run in French, one per line."""
    totals = (
        (_("lignes lues"), run.rows),
        (_("lignes refusées"), run.rows_refused),
        (_("avertissements"), run.warnings),
        (_("entreprises dans le fichier"), run.firms),
        (_("fiches créées"), run.created),
        (_("fiches modifiées"), run.changed),
        (_("fiches inchangées"), run.unchanged),
        (_("fiches sorties de la liste"), run.gone),
        (_("dont supprimées"), run.deleted),
    )
    return "\n".join(f"{count:>8} {label}" for label, count in totals)


def _who(address: str) -> str:
    """Give who runs the command. Raise `CommandError` when the account does not exist."""
    if address:
        user = get_user_model()._default_manager.filter(email__iexact=address).first()
        if user is None:
            raise CommandError(_("Aucun compte n’a l’adresse « %s ».") % address)
        return str(user.email)
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a name for its user
        return f"uid {os.getuid()}"


def _spare_memory() -> None:
    """Have SQLite read through its own small cache: mapped, the whole database would count as this process's memory."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA mmap_size = 0")
            cursor.execute("PRAGMA cache_size = -16384")


def _iso_day(value: str) -> date:
    return date.fromisoformat(value)
