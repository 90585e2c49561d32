"""The map for crawlers: each public page of the site once, in every language it really is written in."""

from collections import defaultdict
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page


class EditorialSitemap(Sitemap):
    """Pages of all the languages of the site asked for. Pages shown in another language's text stay out."""

    def items(self) -> QuerySet[Any]:
        """Give the pages in two queries, whatever their number."""
        roots = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        within = reduce(or_, (Q(path__startswith=root.path) for root in roots))
        pages = Page.objects.live().public().filter(within, alias_of=None)
        return pages.select_related("locale").order_by("path")

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        shown = list(self.paginator.page(page).object_list)
        versions = self._versions(shown)
        return [self._entry(each, versions[each.translation_key]) for each in shown]

    def _versions(self, pages: list[Page]) -> dict[Any, list[dict[str, str]]]:
        keys = {page.translation_key for page in pages}
        found: dict[Any, list[dict[str, str]]] = defaultdict(list)
        for page in self.items().filter(translation_key__in=keys):
            alternate = {"lang_code": page.locale.language_code, "location": page.get_full_url(self.request)}
            found[page.translation_key].append(alternate)
        return found

    def _entry(self, page: Page, versions: list[dict[str, str]]) -> dict[str, Any]:
        return {
            "location": page.get_full_url(self.request),
            "lastmod": self.lastmod(page),
            "alternates": versions if len(versions) > 1 else [],
        }

    def get_latest_lastmod(self) -> datetime | None:
        """Give the day of the latest change, read from one row."""
        latest = self.items().order_by("-last_published_at").values_list("last_published_at", flat=True).first()
        return latest if isinstance(latest, datetime) else None
