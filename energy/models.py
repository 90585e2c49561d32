"""What decrees fix, as dated rows that staff edit: a row holds from its day until the next one's."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from energy.labels import LETTERS


class Energy(models.TextChoices):
    """What heats a building, as bills name it."""

    ELECTRICITY = "electricity", _("Électricité")
    GAS = "gas", _("Gaz")
    OIL = "oil", _("Fioul")
    WOOD = "wood", _("Bois")
    HEAT_NETWORK = "heat-network", _("Réseau de chaleur")
    LPG = "lpg", _("Propane, GPL")


class PrimaryEnergyFactor(models.Model):
    """How many kWh of primary energy stand behind one kWh of final energy, from a day on."""

    energy = models.CharField(_("énergie"), max_length=20, choices=Energy)
    value = models.DecimalField(
        _("kWh d’énergie primaire pour 1 kWh"), max_digits=5, decimal_places=3, validators=[MinValueValidator(0)]
    )
    in_force_from = models.DateField(_("en vigueur à partir du"))
    source = models.CharField(_("source"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("coefficient d’énergie primaire")
        verbose_name_plural = _("coefficients d’énergie primaire")
        ordering = ["energy", "in_force_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["energy", "in_force_from"],
                name="factor_once_a_day",
                violation_error_message=_("Cette énergie a déjà un coefficient à cette date."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_energy_display()} : {self.value:f} ({self.in_force_from:%d/%m/%Y})"


class LabelThreshold(models.Model):
    """What a dwelling stays under to get a letter, from a day on. G has no threshold."""

    letter = models.CharField(_("étiquette"), max_length=1, choices=[(letter, letter) for letter in LETTERS])
    kwhep_below = models.DecimalField(
        _("moins de… kWh d’énergie primaire par m² et par an"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    kgco2_below = models.DecimalField(
        _("moins de… kg de CO₂ par m² et par an"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    in_force_from = models.DateField(_("en vigueur à partir du"))
    source = models.CharField(_("source"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("seuil d’étiquette énergie")
        verbose_name_plural = _("seuils d’étiquette énergie")
        ordering = ["in_force_from", "letter"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "in_force_from"],
                name="threshold_once_a_day",
                violation_error_message=_("Cette étiquette a déjà un seuil à cette date."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.letter} ({self.in_force_from:%d/%m/%Y})"
