"""The pages under a page of advice."""

from typing import Any

from wagtail.models import Page

from home.querysets import CardQuerySet


def pages_under(page: Page) -> list[Any]:
    """List the pages under one that readers may open, each as what it is, with what its card shows: one query."""
    if not page.numchild:
        return []
    kinds = page.allowed_subpage_models()
    names = [kind._meta.get_field("page_ptr").remote_field.get_accessor_name() for kind in kinds]
    rows = CardQuerySet(Page).child_of(page).type(*kinds).readable().order_by("path")
    rows = rows.select_related("locale", "alias_of__locale", *(f"{name}__picture" for name in names))
    return [next(getattr(row, name) for name in names if hasattr(row, name)) for row in rows]
