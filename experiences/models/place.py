"""Where it is, what of it the public may know, and who agreed."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from experiences.places import Whereabouts, published
from experiences.vocabulary import Precision


class Place(models.Model):
    """The exact place, for staff; `shown_…` is what is published, worked out whenever the page is saved."""

    commune = models.ForeignKey(
        "territories.Commune", verbose_name=_("commune"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    register_number = models.CharField(_("numéro au registre des copropriétés"), max_length=20, blank=True)
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    precision = models.CharField(
        _("ce que le public peut savoir du lieu"), max_length=10, choices=Precision, default=Precision.QUARTER
    )
    shown_latitude = models.FloatField(null=True, editable=False)
    shown_longitude = models.FloatField(null=True, editable=False)
    shown_address = models.CharField(max_length=200, blank=True, editable=False)
    consent_holder = models.CharField(_("qui a donné l’autorisation"), max_length=160, blank=True)
    consent_given_on = models.DateField(_("autorisation donnée le"), null=True, blank=True)
    consent_expires_on = models.DateField(_("autorisation valable jusqu’au"), null=True, blank=True, db_index=True)

    class Meta:
        abstract = True

    @property
    def consent_holds(self) -> bool:
        """Tell whether the public may read the page today: on the day the consent expires, it may not."""
        return self.consent_expires_on is None or self.consent_expires_on > localdate()

    @property
    def shown_register_number(self) -> str:
        """Give the register number where the address is public: the national register tells the one from the other."""
        return self.register_number if self.consent_given_on and self.precision == Precision.EXACT else ""

    def work_out_the_place(self) -> None:
        """Set what is published of the place."""
        commune: Any = self.commune
        centre = (commune.latitude, commune.longitude) if commune else (None, None)
        precision = self.precision if self.consent_given_on else ""
        shown = published(Whereabouts(self.latitude, self.longitude, self.address), precision, centre)
        self.shown_latitude, self.shown_longitude, self.shown_address = shown.latitude, shown.longitude, shown.address
