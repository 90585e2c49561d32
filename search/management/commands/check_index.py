from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from directory.models import Professional
from search.models import IndexedFirm


class Command(BaseCommand):
    """Compare the firms that are indexed with those that are published; exit 1 when they differ."""

    help = "Compare l’index de recherche avec l’annuaire ; échoue s’ils diffèrent (alors : rebuild_index)."

    def handle(self, *args: Any, **options: Any) -> None:
        indexed = set(IndexedFirm.objects.values_list("id", flat=True))
        published = set(Professional.objects.published().values_list("pk", flat=True))
        if indexed != published:
            counts = {"missing": len(published - indexed), "extra": len(indexed - published)}
            raise CommandError(_("L’index diffère : %(missing)d fiches manquent, %(extra)d sont en trop.") % counts)
        self.stdout.write(_("L’index compte les %d fiches publiées, et elles seules.") % len(indexed))
