"""When does a cached page die? As soon as an editor changes something that a reader may see.

Rooms whose own changes matter to readers call `Generation.bump()` in the transaction that makes them.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.models import Generation


@receiver([page_published, page_unpublished, post_page_move])
def _a_page_changed(**kwargs: Any) -> None:
    Generation.bump()


@receiver([post_save, post_delete], sender=PageViewRestriction)
@receiver([post_save, post_delete], sender=Site)
def _a_site_or_who_may_read_it_changed(**kwargs: Any) -> None:
    Generation.bump()


@receiver(post_delete)
def _a_page_was_deleted(sender: type[Model], **kwargs: Any) -> None:
    if issubclass(sender, Page):
        Generation.bump()
