"""Trades are words that every page of the directory shows: a change of theirs ends the pages kept in memory."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from core.models import Generation
from directory.models import QualificationDomain, Trade, TradeSynonym


@receiver([post_save, post_delete], sender=Trade)
@receiver([post_save, post_delete], sender=TradeSynonym)
@receiver([post_save, post_delete], sender=QualificationDomain)
def _words_changed(**kwargs: Any) -> None:
    Generation.bump()
