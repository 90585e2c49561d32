"""The tree of the public pages, in one query, as the site map shows it."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from wagtail.models import Page


@dataclass(slots=True)
class Branch:
    """A page and those under it. `lang` is set when the page is still in another language than its tree."""

    title: str
    url: str
    lang: str = ""
    branches: list["Branch"] = field(default_factory=list)


def tree_of(home: Page, request: HttpRequest) -> Branch:
    """Give the home page with every public page under it, in the order of the back office."""
    pages = home.get_descendants(inclusive=True).live().public().select_related("locale", "alias_of__locale")
    by_path: dict[str, Branch] = {}
    for page in pages.order_by("path"):
        branch = Branch(page.title, page.get_url(request) or "", _other_language(page))
        above = by_path.get(page.path[: -Page.steplen])
        if above or page.path == home.path:  # what stands under a private page stays out
            by_path[page.path] = branch
        if above:
            above.branches.append(branch)
    return by_path[home.path]


def _other_language(page: Page) -> str:
    source = page.alias_of
    return source.locale.language_code if source and source.locale_id != page.locale_id else ""
