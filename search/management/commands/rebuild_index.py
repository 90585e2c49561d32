from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from search import index


class Command(BaseCommand):
    """Make the search index again from the directory; searches go on meanwhile."""

    help = "Reconstruit l’index de recherche à partir de l’annuaire ; les recherches continuent pendant ce temps."

    def handle(self, *args: Any, **options: Any) -> None:
        start = perf_counter()
        count = index.rebuild()
        seconds = perf_counter() - start
        self.stdout.write(_("%(count)d fiches indexées en %(seconds).1f s.") % {"count": count, "seconds": seconds})
