"""The case studies that an editor chose one by one."""

from collections.abc import Iterable

from django import template
from wagtail.models import Page

from experiences.models import ExperiencePage

register = template.Library()


@register.simple_tag(takes_context=True)
def chosen_cases(context: template.Context, pages: Iterable[Page | None]) -> list[ExperiencePage]:
    """Give those that readers may open, in the order chosen and in the page's language: one query."""
    keys = [page.translation_key for page in pages if page]
    here = context.get("page")
    asked = here.locale_id if isinstance(here, Page) else None
    found = list(ExperiencePage.objects.filter(translation_key__in=keys).readable().for_cards())
    mine = {case.translation_key: case for case in found if case.locale_id == asked}
    others = {case.translation_key: case for case in found}
    return [chosen for key in keys if (chosen := mine.get(key) or others.get(key))]
