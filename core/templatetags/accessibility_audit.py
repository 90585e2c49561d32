from typing import Any

from django import template
from wagtail.models import Site

from core.models import AccessibilityAudit

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_audit(context: Any) -> AccessibilityAudit | None:
    """Give the latest audit of this site that is still in force."""
    site = Site.find_for_request(context["request"])
    audits = AccessibilityAudit.objects.in_force().filter(site=site)
    return audits.first()
