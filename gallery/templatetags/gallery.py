"""What the gallery's page needs."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from gallery.specimens import Specimen

register = template.Library()


@register.simple_tag(takes_context=True)
def drawn(context: Any, specimen: Specimen) -> SafeString:
    """Render a specimen on the page's own request."""
    return specimen.drawn(context["request"])
