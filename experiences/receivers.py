"""Letters and gains follow the rows that staff edit; what may be told of a place is the same in every language."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from energy.models import LabelThreshold, PrimaryEnergyFactor
from experiences.models import ExperiencePage
from experiences.services import refresh_figures, share_the_place


@receiver([post_save, post_delete], sender=PrimaryEnergyFactor)
@receiver([post_save, post_delete], sender=LabelThreshold)
def _a_row_changed(**kwargs: Any) -> None:
    transaction.on_commit(partial(refresh_figures), robust=True)  # the worker does it within the hour if this fails


@receiver(page_published, sender=ExperiencePage)
def _a_page_was_published(instance: ExperiencePage, **kwargs: Any) -> None:
    share_the_place(instance)
