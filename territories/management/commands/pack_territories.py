from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from territories.packing import pack


class Command(BaseCommand):
    """Make the shipped data files from the sources' CSV files."""

    help = "Fabrique les fichiers de territories/data/ à partir des CSV sources (voir territories/data/README.md)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, metavar="DOSSIER", help="Dossier des CSV sources")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            counts = pack(options["source"])
        except (OSError, KeyError, ValueError) as error:
            raise CommandError(f"Les fichiers sources ne peuvent pas être lus : {error}") from error
        for name, count in counts.items():
            self.stdout.write(f"{name}.csv.gz : {count} lignes")
