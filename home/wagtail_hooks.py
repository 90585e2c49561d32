"""What the editorial site adds to the back office."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.snippets.models import register_snippet

from home import guards
from home.reports.reminders import ToReviewItem, remind_to_review, works_on_pages
from home.reports.views import SiteStateView
from home.staff import ContentsGroup
from home.topics import refuse_to_delete_what_is_used

register_snippet(ContentsGroup)
hooks.register("before_delete_snippet", refuse_to_delete_what_is_used)
hooks.register("before_delete_page", guards.refuse_to_delete)
hooks.register("before_unpublish_page", guards.refuse_to_unpublish)
hooks.register("before_move_page", guards.refuse_to_move)
hooks.register("before_bulk_action", guards.refuse_in_bulk)
hooks.register("construct_admin_api", guards.guard_the_api)
hooks.register("before_edit_page", remind_to_review, order=1)  # after the screen of translations, which has no date


class SiteStateMenuItem(MenuItem):
    """The report, for those who work on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_on_pages(request)


@hooks.register("register_admin_urls")
def register_site_state() -> list[URLPattern]:
    """Add the report under /gestion/."""
    return [path("reports/etat-du-site/", SiteStateView.as_view(), name="site_state")]


@hooks.register("register_reports_menu_item")
def register_site_state_menu_item() -> MenuItem:
    """Add it to the menu of reports, first."""
    return SiteStateMenuItem(_("État du site"), reverse("site_state"), icon_name="clipboard-list", order=1)


@hooks.register("construct_homepage_summary_items")
def add_pages_to_review(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Say on the dashboard how many pages are to be read again."""
    items.append(ToReviewItem(request))
