"""What makes the index of pages follow. Deletions follow by themselves, moves need nothing."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from search.pages.indexing import forget_page, index_page


@receiver(page_published)
def _a_page_was_published(instance: Page, **kwargs: Any) -> None:
    index_page(instance)


@receiver(page_unpublished)
def _a_page_was_withdrawn(instance: Page, **kwargs: Any) -> None:
    forget_page(instance)  # without a look at it: Wagtail tells this, too, of a page that it is about to delete


@receiver(post_save)
def _a_page_was_made_live(instance: Model, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """See the pages that go live without being "published": those that commands make."""
    if created and not raw and isinstance(instance, Page) and instance.live:
        index_page(instance)
