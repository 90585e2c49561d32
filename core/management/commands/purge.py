"""Erase what was kept as long as was said."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser
from django.utils.module_loading import import_string
from django.utils.timezone import localdate
from django.utils.translation import gettext as _


class Command(BaseCommand):
    """Run the purges of `settings.PURGES` (name → dotted path). Each may be run again, and takes up where it was."""

    help = "Efface les données personnelles dont la durée de conservation est passée (--dry-run : compte seulement)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="compte sans effacer")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        """Purge each room, and say how much."""
        for name, path in settings.PURGES.items():
            count = import_string(path)(today=localdate(), dry_run=dry_run)
            self.stdout.write(_("%(what)s : %(count)d") % {"what": name, "count": count})
