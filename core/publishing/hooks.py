"""What the back office asks before it publishes without the form of a page."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.models import Page

from core.publishing.refusals import refuses
from core.translations import following


@hooks.register("before_bulk_action")
def _check_what_is_published_at_once(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Publish all of the pages or none: one would not know which ones are left."""
    if action_type != "publish" or action.model is not Page:
        return None
    pages = list(_published_by(action, objects))
    refused = [page for page in pages if refuses(request, page.get_latest_revision_as_object())]
    return redirect(action.next_url) if refused else None


def _published_by(action: Any, pages: list[Page]) -> Iterator[Page]:
    """Give the pages that a bulk action would publish: those that were ticked, and the drafts under them if asked."""
    yield from pages
    if not action.cleaned_form.cleaned_data["include_descendants"]:
        return
    for page in pages:
        drafts = page.get_descendants().not_live()
        yield from (draft for draft in drafts if draft.permissions_for_user(action.request.user).can_publish())


@hooks.register("before_edit_page", order=-2)  # ahead of those that open, and publish, the translation
def _check_a_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to publish a translation: what the translator wrote was kept line by line already."""
    asked = request.method == "POST" and request.POST.get("action") == "publish"
    translation = following.being_translated(page) if asked else None
    if translation is None:
        return None
    written = translation.source.get_ephemeral_translated_instance(page.locale, fallback=True)
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk])) if refuses(request, written) else None


@hooks.register("register_admin_urls", order=-1)  # ahead of wagtail-localize’s own view at the same address
def _update_translations_with_care() -> list[URLPattern]:
    from core.publishing.views import CheckedUpdateView  # its forms need every app to be ready

    address = "localize/update/<int:translation_source_id>/"
    return [path(address, CheckedUpdateView.as_view(), name="checked_update_translations")]
