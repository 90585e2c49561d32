"""What the back office does at pages whose translation is under way."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from core.translations import following


@hooks.register("before_edit_page", order=-1)
def _open_the_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Open the editor of translations: wagtail-localize offers to start one at every alias, even under way."""
    from wagtail_localize.views.edit_translation import edit_translation  # its forms need every app to be ready

    translation = following.being_translated(page) if page.alias_of_id else None
    return edit_translation(request, translation, page) if translation else None


@hooks.register("after_convert_alias_page")
def _hide_until_it_is_written(request: HttpRequest, page: Page) -> None:
    """Hide a page that is no longer an alias: its text is still the other language's."""
    if not following.is_source(page) and following.source_of(page):
        Page.objects.filter(pk=page.pk).update(live=False)


@hooks.register("construct_translated_pages_to_cascade_actions")
def _translations_go_along(pages: list[Page], action: str) -> dict[Page, Any]:
    """Tell who deletes or unpublishes a page which translations go with it; the rest follows by itself."""
    if action not in ("delete", "unpublish"):
        return {}
    return {page: page.get_translations().filter(alias_of__isnull=True) for page in pages if following.is_source(page)}
