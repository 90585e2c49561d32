from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from directory.models import Professional
from search.models import IndexedFirm
from search.pages.indexing import missing


class Command(BaseCommand):
    """Compare the firms and pages that are indexed with those that are published; exit 1 when they differ."""

    help = "Compare les index de recherche avec le site ; échoue s’ils diffèrent (alors : rebuild_index)."

    def handle(self, *args: Any, **options: Any) -> None:
        indexed = set(IndexedFirm.objects.values_list("id", flat=True))
        published = set(Professional.objects.published().values_list("pk", flat=True))
        if indexed != published:
            counts = {"missing": len(published - indexed), "extra": len(indexed - published)}
            raise CommandError(_("L’index diffère : %(missing)d fiches manquent, %(extra)d sont en trop.") % counts)
        if pages := missing().count():
            raise CommandError(_("L’index diffère : %d pages manquent (index_pages les ajoute).") % pages)
        self.stdout.write(_("L’index compte les %d fiches publiées, et elles seules.") % len(indexed))
