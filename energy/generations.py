"""Figures on pages follow these rows: a change of theirs ends the pages kept in memory."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from core.models import Generation
from energy import scales
from energy.models import LabelThreshold, PrimaryEnergyFactor


@receiver([post_save, post_delete], sender=PrimaryEnergyFactor)
@receiver([post_save, post_delete], sender=LabelThreshold)
def _a_row_changed(**kwargs: Any) -> None:
    scales.forget()
    Generation.bump()
