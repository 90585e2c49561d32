"""What templates may say of the site's maps."""

from django import template

from core import maps

register = template.Library()


@register.simple_tag
def map_tiles() -> maps.Tiles | None:
    """Give the background that another site serves, None when there is none."""
    return maps.tiles()
