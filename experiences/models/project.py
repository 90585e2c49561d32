"""How the project went."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from core.dates import month_in_words


class Project(models.Model):
    """When the works were done, and which ones; votes and firms are lines of their own (`parts`)."""

    started_on = models.DateField(_("début des travaux"), null=True, blank=True)
    finished_on = models.DateField(_("fin des travaux"), null=True, blank=True)
    works = ParentalManyToManyField("directory.Trade", verbose_name=_("travaux"), blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def finished_in_words(self) -> str:
        """Give the month when the works ended, empty when nobody said."""
        return month_in_words(self.finished_on) if self.finished_on else ""

    @property
    def duration_months(self) -> int | None:
        """Count the months of the works, the first and the last one included; None when a date is missing."""
        if self.started_on is None or self.finished_on is None or self.finished_on < self.started_on:
            return None
        return _month(self.finished_on) - _month(self.started_on) + 1


def _month(day: date) -> int:
    return day.year * 12 + day.month
