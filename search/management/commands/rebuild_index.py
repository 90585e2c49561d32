from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from search import index
from search.pages import indexing


class Command(BaseCommand):
    """Make the search indexes again from the directory and the pages; searches go on meanwhile."""

    help = "Reconstruit les index de recherche (annuaire et pages) ; les recherches continuent pendant ce temps."

    def handle(self, *args: Any, **options: Any) -> None:
        start = perf_counter()
        count = index.rebuild()
        seconds = perf_counter() - start
        self.stdout.write(_("%(count)d fiches indexées en %(seconds).1f s.") % {"count": count, "seconds": seconds})
        start = perf_counter()
        count = indexing.rebuild()
        seconds = perf_counter() - start
        self.stdout.write(_("%(count)d pages indexées en %(seconds).1f s.") % {"count": count, "seconds": seconds})
