from django.contrib.sitemaps import Sitemap
from django.urls import reverse


class PlainPagesSitemap(Sitemap[str]):
    """The plain pages, by the names of their addresses."""

    changefreq = "yearly"

    def items(self) -> list[str]:
        return ["directory:index"]

    def location(self, item: str) -> str:
        return reverse(item)
