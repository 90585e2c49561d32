"""Import the fictitious professionals of the demonstration."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.demo import require_demo
from core.tables.errors import ImportRefused
from directory.imports.charter import CharterFormat
from directory.imports.rge import RgeFormat
from directory.imports.services import digest_of_file, run_import
from directory.models import ImportRun, Professional

LISTS = (
    ("liste-rge-2026-06-01.csv", RgeFormat),
    ("signataires-charte-2026-06-01.csv", CharterFormat),
)


class Command(BaseCommand):
    """Import the two lists of demo/, marked as fictitious, unless they already are what the directory holds."""

    help = "Charge les professionnels fictifs de démonstration. Refusé en production ; laisse de vraies fiches seules."

    def handle(self, **options: Any) -> None:
        """Import what is not there yet."""
        require_demo()
        for name, source_format in LISTS:
            self._load(settings.ROOT / "demo" / name, source_format)
        count = Professional.objects.filter(fictitious=True).count()
        self.stdout.write(_("Professionnels fictifs : %d") % count)

    def _load(self, path: Path, source_format: type[RgeFormat] | type[CharterFormat]) -> None:
        last = ImportRun.objects.last_applied(source_format.source)
        if last and last.file_digest == digest_of_file(path):
            return
        if Professional.objects.filter(fictitious=False).exists():
            self.stdout.write(_("L’annuaire contient de vraies fiches : la démonstration ne s’y mêle pas."))
            return
        try:
            run_import(path=path, source_format=source_format, ran_by="load_demo", force=True, fictitious=True)
        except ImportRefused as refusal:
            raise CommandError(str(refusal)) from refusal
