from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet

from directory.models import Professional


class ProfessionalSitemap(Sitemap[Professional]):
    """Every published sheet. Invented firms stay out: they are no news for the world."""

    limit = 2000  # rows of one file; the index lists the files

    def items(self) -> QuerySet[Professional]:
        published = Professional.objects.published().filter(fictitious=False)
        return published.only("pk", "name", "updated_at").order_by("pk")

    def lastmod(self, item: Professional) -> datetime:
        return item.updated_at

    def get_latest_lastmod(self) -> datetime | None:
        """Ask the database: Django's own way walks every row."""
        return self.items().aggregate(latest=Max("updated_at"))["latest"]
