"""What any page may show of the case studies."""

from typing import Any

from django import template
from django.template import Context

from experiences.models import ExperiencePage
from home.latest import Latest, latest

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_cases(context: Context, count: Any = 3, housing: str | None = None) -> Latest:
    """Give the latest case studies of the present page's site and language."""
    return latest(ExperiencePage.objects.latest_first(), context, count, housing)
