"""When does a cached page die? As soon as an editor changes something that a reader may see.

Rooms whose own changes matter to readers call `Generation.bump()` in the transaction that makes them.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.models import (
    AccessibilityAudit,
    AlertBanner,
    Generation,
    MenuLink,
    OpeningHours,
    Picture,
    SiteDocument,
    SiteSettings,
    SocialLink,
)

SHOWN = (
    Site, PageViewRestriction, SiteSettings, OpeningHours, SocialLink, MenuLink, AlertBanner, AccessibilityAudit,
    Picture, SiteDocument,
)  # fmt: skip

_last_seen: int | None = None

LOOKED_UP = "renov.generation"  # in a request's environment: the page cache, in front of Django, leaves it there


def generation_of(request: HttpRequest) -> int:
    """Give the generation that a request reads: looked up once, so that all its parts agree."""
    global _last_seen
    known: int | None = request.META.get(LOOKED_UP)
    if known is None:
        known = request.META[LOOKED_UP] = Generation.current()
    _last_seen = known
    return known


def last_seen() -> int | None:
    """Give the generation that this process last read, for what has no request; None when it never read one."""
    return _last_seen


@receiver([page_published, page_unpublished, post_page_move])
def _a_page_changed(**kwargs: Any) -> None:
    Generation.bump()


@receiver([post_save, post_delete])
def _something_shown_changed(sender: type[Model], **kwargs: Any) -> None:
    if sender in SHOWN:
        Generation.bump()


@receiver(post_save)
def _a_page_was_made_live(sender: type[Model], instance: Model, created: bool, **kwargs: Any) -> None:
    """See the pages that go live without being "published": aliases, and those that commands make."""
    if created and isinstance(instance, Page) and instance.live:
        Generation.bump()


@receiver(post_delete)
def _a_page_was_deleted(sender: type[Model], **kwargs: Any) -> None:
    if issubclass(sender, Page):
        Generation.bump()
