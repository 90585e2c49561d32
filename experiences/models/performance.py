"""What the building uses, before and after."""

from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from energy.labels import LETTERS, label
from energy.scales import factor_on, scale_on
from experiences.figures import Factor, Figure, Measure, gain_percent, told_at
from experiences.vocabulary import LETTERED, Method


def _kwh(words: Any) -> models.DecimalField:
    """Make a column of kWhEP/m²/yr."""
    limits = [MinValueValidator(0), MaxValueValidator(2000)]
    return models.DecimalField(words, max_digits=6, decimal_places=2, null=True, blank=True, validators=limits)


def _kgco2(words: Any) -> models.DecimalField:
    """Make a column of kgCO2eq/m²/yr."""
    limits = [MinValueValidator(0), MaxValueValidator(600)]
    return models.DecimalField(words, max_digits=5, decimal_places=2, null=True, blank=True, validators=limits)


def _letter() -> models.CharField:
    return models.CharField(
        max_length=1, choices=[(letter, letter) for letter in LETTERS], blank=True, editable=False, db_index=True
    )


class Performance(models.Model):
    """The figures of the documents, and what is worked out from them at the factor and thresholds of the day."""

    method = models.CharField(_("d’où viennent ces chiffres"), max_length=10, choices=Method, blank=True)
    measured_before_on = models.DateField(_("date du document d’avant"), null=True, blank=True)
    before_kwhep = _kwh(_("avant : kWh d’énergie primaire par m² et par an"))
    before_electricity_kwhep = _kwh(_("avant : dont électricité"))
    before_kgco2 = _kgco2(_("avant : kg de CO₂ par m² et par an"))
    measured_after_on = models.DateField(_("date du document d’après"), null=True, blank=True)
    after_kwhep = _kwh(_("après : kWh d’énergie primaire par m² et par an"))
    after_electricity_kwhep = _kwh(_("après : dont électricité"))
    after_kgco2 = _kgco2(_("après : kg de CO₂ par m² et par an"))
    bills_before = models.PositiveIntegerField(_("factures d’énergie avant (€ par an)"), null=True, blank=True)
    bills_after = models.PositiveIntegerField(_("factures d’énergie après (€ par an)"), null=True, blank=True)
    label_before = _letter()
    label_after = _letter()
    gain_percent = models.SmallIntegerField(null=True, editable=False, db_index=True)

    class Meta:
        abstract = True

    @property
    def before(self) -> Figure | None:
        """Give the figure before the works, at today's factor; None when there is none."""
        return self._figure(
            self.before_kwhep, self.before_electricity_kwhep, self.before_kgco2, self.measured_before_on
        )

    @property
    def after(self) -> Figure | None:
        """Give the figure after the works, at today's factor; None when there is none."""
        return self._figure(self.after_kwhep, self.after_electricity_kwhep, self.after_kgco2, self.measured_after_on)

    @property
    def change_in_words(self) -> str:
        """Give "Étiquette E → C", empty when a letter is not known."""
        if not self.label_before or not self.label_after:
            return ""
        return gettext("Étiquette %(before)s → %(after)s") % {"before": self.label_before, "after": self.label_after}

    def work_out_the_performance(self) -> None:
        """Set the letters and the gain that today's factor and thresholds give."""
        before, after = self.before, self.after
        self.label_before, self.label_after = self._letter_of(before), self._letter_of(after)
        self.gain_percent = gain_percent(before.kwhep, after.kwhep) if before and after else None

    def _figure(self, kwhep: Any, electricity: Any, kgco2: Any, day: Any) -> Figure | None:
        if kwhep is None:
            return None
        measure = Measure(Decimal(kwhep), electricity, kgco2, day)
        return told_at(measure, _factor(day) if day else None, _factor(localdate()))

    def _letter_of(self, figure: Figure | None) -> str:
        """Give a letter; none for energy read on bills, which is no DPE, or when one of the two figures is missing."""
        if figure is None or figure.kgco2 is None or self.method not in LETTERED:
            return ""
        return label(figure.kwhep, figure.kgco2, scale_on(localdate()))


def _factor(day: Any) -> Factor | None:
    found = factor_on(day)
    return Factor(found.value, found.since) if found else None
