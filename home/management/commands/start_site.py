"""The first thing one does on a new installation, after `migrate`."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.utils.translation import gettext as _

from home.starting import start_site

MAX_PORT = 65535


class Command(BaseCommand):
    """Make what is missing of a site; what is there stays as it is."""

    help = "Crée la page d’accueil, les rubriques et les pages légales qui manquent, avec un texte de départ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="nom du site, par exemple « Rénov’ Guichet »")
        parser.add_argument("hostname", help="nom d’hôte, par exemple renov.exemple.fr")
        parser.add_argument("--port", type=int, default=443)

    def handle(self, *, name: str, hostname: str, port: int, **options: Any) -> None:
        """Start the site, or say why not."""
        name, hostname = name.strip(), hostname.strip().lower()
        if not name or not hostname or "/" in hostname or not 0 < port <= MAX_PORT:
            raise CommandError(_("Donnez un nom, puis un nom d’hôte sans « https:// » ni « / »."))
        home = start_site(name=name, hostname=hostname, port=port)
        call_command("mirror_languages", verbosity=0)
        self.stdout.write(_("Page d’accueil : « %s »") % home.title)
