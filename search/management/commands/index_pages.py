from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from search.pages import indexing


class Command(BaseCommand):
    """File the pages that the site-wide search lacks: after an update of the site, or a change made by a command."""

    help = "Ajoute à la recherche les pages publiées qui y manquent."

    def handle(self, *args: Any, **options: Any) -> None:
        count = indexing.catch_up()
        if count:
            self.stdout.write(ngettext("%d page ajoutée.", "%d pages ajoutées.", count) % count)
