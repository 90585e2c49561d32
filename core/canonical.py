"""Where a page that editors write is read, in each language, and which address search engines keep."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page


def live_versions(page: Page) -> list[Page]:
    """List the page's other versions that are published, those that stand in for a translation too.

    One query, none when it was asked before. What an alias repeats is among them, and need not be read again.
    """
    known: list[Page] | None = page.__dict__.get("_live_versions")
    if known is None:
        others: Any = Page.objects.filter(translation_key=page.translation_key).live().exclude(pk=page.pk)
        known = page.__dict__["_live_versions"] = list(others.select_related("locale"))
        for source in known:
            if source.pk == page.alias_of_id:
                page.alias_of = source
    return known


def page_address(page: Page, request: HttpRequest) -> str:
    """Give where a page is read, host included."""
    return request.build_absolute_uri(page.get_url(request) or request.path)


def canonical_address(page: Page, request: HttpRequest, query: str = "") -> str:
    """Give the address that search engines keep: that of the page whose text it is, for one that stands in for it."""
    alias: Any = page
    if alias.alias_of_id:
        live_versions(page)
    return page_address(alias.alias_of or page, request) + (f"?{query}" if query else "")
