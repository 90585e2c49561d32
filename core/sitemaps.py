from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from core.languages import spoken


class PlainPagesSitemap(Sitemap[str]):
    """The plain pages, by the names of their addresses, in every language that the interface speaks."""

    changefreq = "yearly"
    i18n = True
    alternates = True

    def __init__(self, *names: str) -> None:
        self.names = names

    def items(self) -> list[str]:
        return list(self.names)

    def get_languages_for_item(self, item: str) -> list[str]:
        return spoken()

    def location(self, item: str) -> str:
        return reverse(item)
