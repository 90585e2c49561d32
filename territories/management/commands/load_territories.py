import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress as Bars

from territories.files import FOLDER, BadGeography
from territories.services import Loading, Progress, load


class Command(BaseCommand):
    """Load the geography of France that the project ships."""

    help = "Charge régions, départements, intercommunalités, communes et codes postaux ; sans effet s’ils sont à jour."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="Relire les fichiers même s’ils sont déjà chargés")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with self._progress(quiet=options["verbosity"] == 0) as progress:
                loading = load(progress=progress, force=options["force"], folder=FOLDER)
        except BadGeography as error:
            raise CommandError(_("Rien n’a été changé. %s") % error) from error
        if options["verbosity"]:
            self.stdout.write(_sentence(loading))

    @contextmanager
    def _progress(self, *, quiet: bool) -> Iterator[Progress]:
        """Show bars on a terminal, one line for each table elsewhere."""
        if quiet or not self.stdout.isatty():
            yield (lambda *step: None) if quiet else self._say
            return
        with Bars(console=Console(file=sys.stdout)) as bars:
            tasks: dict[str, Any] = {}

            def show(label: str, done: int, total: int) -> None:
                if not total:
                    return
                if label not in tasks:
                    tasks[label] = bars.add_task(label.capitalize(), total=total)
                bars.update(tasks[label], completed=done)

            yield show

    def _say(self, label: str, done: int, total: int) -> None:
        if total and done == total:
            self.stdout.write(f"{label.capitalize()} : {total}")


def _sentence(loading: Loading) -> str:
    if loading.up_to_date:
        return str(_("Découpage déjà à jour : 0 changement."))
    return str(
        _("Découpage chargé : %(created)d ligne(s) ajoutée(s), %(updated)d modifiée(s), %(removed)d retirée(s).")
        % {"created": loading.created, "updated": loading.updated, "removed": loading.removed}
    ) + (str(_(" %d gardée(s), car l’annuaire les cite encore.") % loading.kept if loading.kept else ""))
