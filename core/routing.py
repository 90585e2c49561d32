"""Which page answers at an address? Found with those above it in one query, and itself in another.

Wagtail asks two for each part of the address, then one more for each thing that needs the pages above. It does the rest
as usual: hooks, restrictions, the page's own `route` for what follows its address.
"""

from itertools import accumulate
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail import views
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.breadcrumbs import with_labels
from core.shops.memory import place_of


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with the page at this path."""
    asked: Any = request  # Wagtail looks there for what was found already
    asked._wagtail_site, root = place_of(request)
    if root:
        asked._wagtail_route_for_request = _route(request, root, [part for part in path.split("/") if part])
    return views.serve(request, path)


def _route(request: HttpRequest, root: Page, parts: list[str]) -> RouteResult | None:
    """Ask the deepest page on the way for what is left of the path."""
    way = _way(root, parts)
    if not way or way[-1].depth < root.depth:
        return None
    page, left = _read(way), parts[way[-1].depth - root.depth :]
    try:
        return page.route(request, left)
    except Http404:
        return None


def _way(root: Page, parts: list[str]) -> list[Page]:
    """Find the pages on the way to an address, from the top of the tree down."""
    addresses = accumulate(parts, "{}{}/".format, initial=root.url_path)
    above = [root.path[:end] for end in range(root.steplen, len(root.path), root.steplen)]
    under = Q(slug__in=[root.slug, *parts], url_path__in=list(addresses))  # slugs have an index, addresses have none
    return list(with_labels(Page.objects.filter(Q(path__in=above) | under)).select_related("alias_of").order_by("path"))


def _read(way: list[Page]) -> Page:
    """Read the last page as what it is, with what every reading of it needs; it knows the others."""
    last: Any = way[-1]
    kind: Any = last.specific_class or Page
    page = kind._default_manager.select_related(*getattr(kind, "read_with", ())).get(pk=last.pk)
    page.alias_of, page._above = last.alias_of, way[:-1]
    if page._above:
        page._cached_parent_obj = page._above[-1]
    return page
