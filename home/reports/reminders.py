"""Where staff are reminded of what the report says: when they open a page to read again, and on the dashboard."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.site_summary import SummaryItem
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core.dates import day_in_words
from core.models import ReviewedPage
from home.reports.findings import count_to_review


def works_on_pages(request: HttpRequest) -> bool:
    """Tell whether the report is for this person."""
    return bool(page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"]))


def remind_to_review(request: HttpRequest, page: Page) -> None:
    """Ask who opens a published page to read it again, unless its draft already has another date."""
    if request.method != "GET" or not isinstance(page, ReviewedPage) or page.alias_of_id:
        return
    if page.live and page.needs_review:
        asked = _("Cette page n’a pas été relue depuis le %(day)s : vérifiez-la, puis changez la date « relue le ».")
        messages.warning(request, asked % {"day": day_in_words(page.reviewed_on)})


class Reminder(SummaryItem):
    """How many things wait for those who work on pages, with the way to their list; nothing when there are none."""

    def is_shown(self) -> bool:
        """Tell whether there is something to do, for somebody who may."""
        return works_on_pages(self.request) and self.count > 0

    def get_context_data(self, parent_context: Any) -> dict[str, int]:
        """Give the count."""
        return {"count": self.count}

    @cached_property
    def count(self) -> int:
        return self.counted()

    def counted(self) -> int:
        """Count what waits."""
        raise NotImplementedError


class ToReviewItem(Reminder):
    """Pages to be read again."""

    order = 150
    template_name = "home/reports/to_review_summary.html"

    def counted(self) -> int:
        """Count them."""
        return count_to_review()
