"""Where the links of a shop lead, in one language: to pages in that language if they are published, to plain views."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.translation import override
from wagtail.models import Page, Site

from core.shops.values import MenuItem


@dataclass
class PageLinks:
    """The published, public pages behind some page keys, as `site` names them in `language`."""

    site: Site
    language: str
    pages: dict[Any, list[Page]] = field(default_factory=dict)  # translation key → its page in each language

    def read(self, pages: Iterable[Page]) -> None:
        """Read these pages and their translations (a few queries, and one for each kind of page)."""
        keys = {page.translation_key for page in pages} - self.pages.keys()
        found = list(Page.objects.filter(translation_key__in=keys).live().public().specific())
        prefetch_related_objects(found, "locale", "alias_of__locale")
        self.pages |= {key: [] for key in keys}
        for page in found:
            self.pages[page.translation_key].append(page)

    def item(self, page: Page, label: str = "") -> MenuItem | None:
        """Give the link to a page, by its own menu title unless `label` names it; None when it is not to be seen."""
        shown = self._shown(page)
        url = shown.get_url(current_site=self.site) if shown else None
        if shown is None or url is None:
            return None
        spoken = (shown.alias_of or shown).locale.language_code
        title = label or getattr(shown, "menu_title", "") or shown.title
        return MenuItem(title, url, spoken if spoken != self.language and not label else "")

    def _shown(self, page: Page) -> Page | None:
        """Choose the page in the language of the moment, else the very page that was named."""
        versions = self.pages.get(page.translation_key, [])
        ours = (one for one in versions if one.locale.language_code == self.language)
        return next(ours, None) or next((one for one in versions if one.pk == page.pk), None)


def view_url(name: str) -> str:
    """Give the address of a plain view in the language of the moment, empty when there is none of that name."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def own_address(address: str, language: str) -> str:
    """Give an address that staff wrote, in `language` when it is one of our own plain views ("/annuaire/")."""
    parts = urlsplit(address)
    if not address.startswith("/") or address.startswith("//"):
        return address
    try:
        with override(settings.LANGUAGE_CODE):
            found = resolve(parts.path)
    except Resolver404:
        return address
    if found.view_name == "wagtail_serve":
        return address  # a page: one chooses it as such to have it in each language
    with override(language):
        path = reverse(found.view_name, args=found.args, kwargs=found.kwargs)
    return parts._replace(path=path).geturl()
