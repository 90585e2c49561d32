from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.models import AccessibilityAudit


class AccessibilityAuditViewSet(SnippetViewSet):
    """The audits from which the site claims a level of accessibility."""

    model = AccessibilityAudit
    icon = "clipboard-list"
    menu_label = _("Audits d’accessibilité")
    add_to_settings_menu = True
    list_display = ["done_on", "site", "auditor", "standard", "percent"]
    panels = [FieldPanel(name) for name in ("site", "done_on", "auditor", "standard", "percent", "failures")]


register_snippet(AccessibilityAuditViewSet)
