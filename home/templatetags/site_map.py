from typing import Any

from django import template
from wagtail.models import Page

from home.site_map import Branch, tree_of

register = template.Library()


@register.simple_tag(takes_context=True)
def site_map_tree(context: Any) -> Branch:
    """Give the tree of the site to which the page belongs, in its language."""
    page: Page = context["page"]
    return tree_of(page.get_parent(), context["request"])
