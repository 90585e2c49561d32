"""Topics are words that lists and cards show: a change of theirs ends the pages kept in memory."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from core.models import Generation
from home.models import Topic, TopicName


@receiver([post_save, post_delete], sender=Topic)
@receiver([post_save, post_delete], sender=TopicName)
def _words_changed(**kwargs: Any) -> None:
    Generation.bump()
