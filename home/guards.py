"""What nobody removes by one click: the home page of a site, the pages that the law asks for, a list that is not empty.

Every door to it is watched: the screens of one page, the actions on several, and the API of the back office.
"""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from wagtail.admin import messages
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page, Site

from core.translations.following import is_source
from home.models.lists import ListPage
from home.models.service import ServicePage

DELETE, UNPUBLISH, MOVE = ACTIONS = ("delete", "unpublish", "move")


def why_kept(page: Page, action: str) -> str:
    """Say why a page may not be deleted, unpublished or moved, and what to do instead; "" when it may."""
    kept = page.get_descendants(inclusive=True) if action == DELETE else Page.objects.filter(pk=page.pk)
    for each in kept.filter(translation_key__in=_home_keys()):
        return _(
            "« %(page)s » est l’accueil d’un site : sans lui, le site ne répond plus. Modifiez son contenu, "
            "ou demandez à un administrateur de donner d’abord un autre accueil au site."
        ) % {"page": each.title}
    specific = page.specific
    if isinstance(specific, ServicePage) and specific.required_by_law and is_source(page):
        return _(
            "« %(page)s » est une page que la loi impose à un site public : elle reste en ligne, à sa place. "
            "Modifiez plutôt son texte."
        ) % {"page": page.title}
    return _why_list_kept(page) if action == DELETE and isinstance(specific, ListPage) else ""


def _home_keys() -> Any:
    return Site.objects.values("root_page__translation_key")


def _why_list_kept(page: Page) -> str:
    count = page.get_children().live().count()
    if not count:
        return ""
    return ngettext(
        "« %(page)s » contient %(n)d page en ligne, qui disparaîtrait aussi. Dépubliez-la ou déplacez-la d’abord.",
        "« %(page)s » contient %(n)d pages en ligne, qui disparaîtraient aussi. Dépubliez-les ou déplacez-les d’abord.",
        count,
    ) % {"page": page.title, "n": count}


def refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Send back to the list of pages, saying why (called by Wagtail before it deletes)."""
    return _refuse(request, page, DELETE)


def refuse_to_unpublish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Send back, saying why (called by Wagtail before it unpublishes)."""
    return _refuse(request, page, UNPUBLISH)


def refuse_to_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Send back, saying why (called by Wagtail before it moves)."""
    return _refuse(request, page, MOVE)


def refuse_in_bulk(request: HttpRequest, action: str, objects: Iterable[Any], view: Any) -> HttpResponse | None:
    """Send back, saying why for each page that stays: then nothing is done to the others either."""
    pages = [each for each in objects if isinstance(each, Page)] if action in ACTIONS else []
    reasons = [why for page in pages if (why := why_kept(page, action))]
    for why in reasons:
        messages.error(request, why)
    return redirect(view.next_url) if reasons else None


def _refuse(request: HttpRequest, page: Page, action: str) -> HttpResponse | None:
    why = why_kept(page, action)
    if not why:
        return None
    messages.error(request, why)
    parent: Any = page.get_parent()
    return redirect("wagtailadmin_explore", parent.pk)


class GuardedPages(PagesAdminAPIViewSet):
    """Wagtail's own API of pages, which asks no hook before it acts."""

    def action_view(self, request: Any, pk: int, action_name: str) -> Response:
        """Act on a page, unless it is kept."""
        page = Page.objects.filter(pk=pk).first()
        if page and (why := why_kept(page, action_name)):
            raise PermissionDenied(why)
        return super().action_view(request, pk, action_name)


def guard_the_api(router: Any) -> None:
    """Put the guarded pages in the place of Wagtail's (called when Wagtail builds its API)."""
    router.register_endpoint("pages", GuardedPages)
