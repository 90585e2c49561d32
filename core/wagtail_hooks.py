"""What core adds to Wagtail's screens."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.accessibility_checker import OurChecker
from core.models import AccessibilityAudit
from core.page_links import RememberedPageLinks


@hooks.register("construct_wagtail_userbar")
def check_what_editors_can_mend(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Put our settings of the accessibility checker in the place of Wagtail's."""
    items[:] = [OurChecker(item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items]


@hooks.register("register_rich_text_features", order=1)
def remember_where_links_lead(features: FeatureRegistry) -> None:
    """Put our way of writing links to pages in the place of Wagtail's."""
    features.register_link_type(RememberedPageLinks)


class AccessibilityAuditViewSet(SnippetViewSet):
    """The audits from which the site claims a level of accessibility."""

    model = AccessibilityAudit
    icon = "clipboard-list"
    menu_label = _("Audits d’accessibilité")
    add_to_settings_menu = True
    list_display = ["done_on", "site", "auditor", "standard", "percent"]
    panels = [FieldPanel(name) for name in ("site", "done_on", "auditor", "standard", "percent", "failures")]


register_snippet(AccessibilityAuditViewSet)
