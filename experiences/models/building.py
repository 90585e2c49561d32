"""What the building is, and what heats it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from experiences.vocabulary import HeatingEnergy, HeatingMode, Period, dwellings_in_words


class Building(models.Model):
    """A house or a co-ownership."""

    period = models.CharField(_("période de construction"), max_length=12, choices=Period, blank=True)
    dwellings = models.PositiveIntegerField(
        _("nombre de logements"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5000)]
    )
    lots = models.PositiveIntegerField(
        _("nombre de lots"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(20_000)]
    )
    storeys = models.PositiveSmallIntegerField(
        _("nombre d’étages"), null=True, blank=True, validators=[MaxValueValidator(60)]
    )
    floor_area = models.PositiveIntegerField(
        _("surface habitable (m²)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(9), MaxValueValidator(500_000)],
    )
    heating_mode = models.CharField(_("chauffage"), max_length=12, choices=HeatingMode, blank=True)
    heating_energy = models.CharField(_("énergie du chauffage"), max_length=20, choices=HeatingEnergy, blank=True)
    heating_mode_after = models.CharField(
        _("chauffage après les travaux"), max_length=12, choices=HeatingMode, blank=True
    )
    heating_energy_after = models.CharField(
        _("énergie du chauffage après les travaux"), max_length=20, choices=HeatingEnergy, blank=True
    )
    protected = models.BooleanField(_("bâtiment protégé, ou aux abords d’un monument"), default=False)

    class Meta:
        abstract = True

    @property
    def dwellings_in_words(self) -> str:
        """Count the dwellings, empty when nobody said."""
        return dwellings_in_words(self.dwellings)

    @property
    def heating_changed(self) -> bool:
        """Tell whether the works changed the heating."""
        before = (self.heating_mode, self.heating_energy)
        return before != (
            self.heating_mode_after or self.heating_mode, self.heating_energy_after or self.heating_energy
        )  # fmt: skip
