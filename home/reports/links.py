"""Links that lead nowhere: in the pages, in the menus, in the banners above every page."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.models import AlertBanner, BasePage, MenuLink
from home.reports.finding import Finding, concrete, content_type, of_page, references
from home.reports.known import Known


def broken_links() -> list[Finding]:
    """List what leads to a page, a document or an address that is not there."""
    known = Known.now()
    found = {*_in_references(), *_in_texts(known), *_in_menus(known), *_in_banners()}
    return sorted(found, key=lambda finding: (finding.title, finding.problem))


def _in_references() -> Iterator[Finding]:
    """Find choosers and links that lead to a page that is not public."""
    public = {str(pk) for pk in Page.objects.live().values_list("pk", flat=True)}
    rows = references(Page).filter(base_content_type=content_type(Page)).exclude(model_path="alias_of")
    sources = {object_id for object_id, to in rows.values_list("object_id", "to_object_id") if to not in public}
    for page in Page.objects.live().filter(pk__in=sources, alias_of=None):
        yield of_page(page, _("mène à une page hors ligne"))


def _in_texts(known: Known) -> Iterator[Finding]:
    """Find, in the texts, links to what was deleted and addresses of this very site that do not answer."""
    for model in concrete(BasePage):
        for page in model.objects.live().filter(alias_of=None):
            yield from (of_page(page, problem) for problem in dict.fromkeys(known.page_problems(page)))


def _in_menus(known: Known) -> Iterator[Finding]:
    for row in MenuLink.objects.select_related("page", "shop"):
        problems = list(known.problems(row.url)) if row.url else _of_target(row)
        yield from (_of_row(row, _("Menu : %s") % row, problem) for problem in problems)


def _in_banners() -> Iterator[Finding]:
    for row in AlertBanner.objects.current().select_related("page", "shop"):
        yield from (_of_row(row, _("Bandeau : %s") % row, problem) for problem in _of_target(row))


def _of_target(row: Any) -> list[str]:
    return [] if row.page is None or row.page.live else [_("mène à une page hors ligne")]


def _of_row(row: Any, title: str, problem: str) -> Finding:
    return Finding(title, problem, reverse("wagtailsettings:edit", args=["core", "sitesettings", row.shop.site_id]))
