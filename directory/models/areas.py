from typing import ClassVar

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from .sources import Source

RADII_KM = (5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200)  # a closed list: the search index groups by it


def _only(kind: str, column: str | None) -> models.Q:
    """Say that an area of this kind fills this column and no other."""
    columns = ("commune", "epci", "department", "region", "radius_km")
    empty = {f"{name}__isnull": name != column for name in columns}
    return models.Q(kind=kind, **empty)


class ServiceArea(models.Model):
    """Where a firm works: a commune, an EPCI, a department, a region, France, or a radius around its office.

    Filled columns follow `kind` (a database constraint). With `trade`, it holds for that trade only.
    `supposed`: nobody confirmed it yet (an imported firm's default radius).
    """

    class Kind(models.TextChoices):
        COMMUNE = "commune", _("Commune")
        EPCI = "epci", _("Intercommunalité")
        DEPARTMENT = "departement", _("Département")
        REGION = "region", _("Région")
        FRANCE = "france", _("France entière")
        RADIUS = "rayon", _("Rayon autour de l’adresse")

    COLUMN: ClassVar[dict[str, str | None]] = {
        Kind.COMMUNE: "commune",
        Kind.EPCI: "epci",
        Kind.DEPARTMENT: "department",
        Kind.REGION: "region",
        Kind.FRANCE: None,
        Kind.RADIUS: "radius_km",
    }

    professional = ParentalKey("directory.Professional", on_delete=models.CASCADE, related_name="service_areas")
    kind = models.CharField(_("étendue"), max_length=12, choices=Kind.choices)
    commune = models.ForeignKey(
        "territories.Commune", verbose_name=_("commune"), on_delete=models.PROTECT, null=True, blank=True
    )
    epci = models.ForeignKey(
        "territories.Epci", verbose_name=_("intercommunalité"), on_delete=models.PROTECT, null=True, blank=True
    )
    department = models.ForeignKey(
        "territories.Department", verbose_name=_("département"), on_delete=models.PROTECT, null=True, blank=True
    )
    region = models.ForeignKey(
        "territories.Region", verbose_name=_("région"), on_delete=models.PROTECT, null=True, blank=True
    )
    radius_km = models.PositiveSmallIntegerField(
        _("rayon (km)"), null=True, blank=True, choices=[(km, f"{km} km") for km in RADII_KM]
    )
    trade = models.ForeignKey(
        "directory.Trade",
        verbose_name=_("pour ce métier seulement"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    supposed = models.BooleanField(_("zone supposée, à confirmer"), default=False)
    source = models.CharField(_("source"), max_length=10, choices=Source.choices, default=Source.STAFF)

    class Meta:
        verbose_name = _("zone d’intervention")
        verbose_name_plural = _("zones d’intervention")
        constraints = [
            models.CheckConstraint(
                name="area_columns_follow_kind",
                condition=(
                    _only("commune", "commune")
                    | _only("epci", "epci")
                    | _only("departement", "department")
                    | _only("region", "region")
                    | _only("france", None)
                    | _only("rayon", "radius_km")
                ),
                violation_error_message=_("Remplissez la case qui correspond à l’étendue choisie, et elle seule."),
            ),
            models.CheckConstraint(
                name="area_radius_in_closed_list",
                condition=models.Q(radius_km__isnull=True) | models.Q(radius_km__in=RADII_KM),
            ),
            # Coalesce, because SQLite has no NULLS NOT DISTINCT: two empty columns must count as equal.
            models.UniqueConstraint(
                "professional",
                "source",
                "kind",
                Coalesce("commune", models.Value("")),
                Coalesce("epci", models.Value("")),
                Coalesce("department", models.Value("")),
                Coalesce("region", models.Value("")),
                Coalesce("radius_km", 0),
                Coalesce("trade", 0),
                name="area_once_per_professional",
                violation_error_message=_("Cette zone figure déjà sur la fiche."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["professional"], name="area_supposed", condition=models.Q(supposed=True)
            ),  # the list of zones to confirm
        ]

    def __str__(self) -> str:
        if self.kind == self.Kind.RADIUS:
            return str(_("%d km autour de l’adresse") % (self.radius_km or 0))
        column = self.COLUMN.get(self.kind)
        return str(getattr(self, column).name if column and getattr(self, column) else self.get_kind_display())
