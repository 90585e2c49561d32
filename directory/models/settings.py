from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from .areas import RADII_KM

DEFAULT_RADIUS_KM = 50


@register_setting(icon="cog")
class DirectorySettings(BaseGenericSetting):
    """What the shop decides for its whole directory."""

    default_radius_km = models.PositiveSmallIntegerField(
        _("rayon supposé (km)"),
        default=DEFAULT_RADIUS_KM,
        choices=[(km, f"{km} km") for km in RADII_KM],
        help_text=_(
            "Distance autour de l’adresse où une entreprise importée est supposée intervenir, tant que ni elle ni "
            "l’équipe n’a confirmé sa zone. S’applique à toutes ces entreprises au prochain import."
        ),
    )

    panels = [FieldPanel("default_radius_km")]

    class Meta:
        verbose_name = _("réglages de l’annuaire")
        constraints = [
            models.CheckConstraint(
                name="default_radius_in_closed_list", condition=models.Q(default_radius_km__in=RADII_KM)
            )
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def radius_km(cls) -> int:
        """Give the default radius without writing anything (an import may only be rehearsed)."""
        return cls.objects.values_list("default_radius_km", flat=True).first() or DEFAULT_RADIUS_KM
