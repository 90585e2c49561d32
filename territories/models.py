"""The administrative geography of France, as the loader keeps it (see `territories/data/README.md`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Territory(models.Model):
    """What every level of the geography has: an official code, which is the key, and a name."""

    code = models.CharField(_("code officiel"), max_length=9, primary_key=True)
    name = models.CharField(_("nom"), max_length=120)

    class Meta:
        abstract = True
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class Region(Territory):
    """A region, by its INSEE code ("76" is Occitanie)."""

    class Meta(Territory.Meta):
        verbose_name = _("région")
        verbose_name_plural = _("régions")


class Department(Territory):
    """A department or overseas collectivity, by its INSEE code ("31", "2A", "974")."""

    # Collectivities such as New Caledonia belong to no region.
    region = models.ForeignKey(
        Region, verbose_name=_("région"), on_delete=models.PROTECT, null=True, blank=True, related_name="departments"
    )

    class Meta(Territory.Meta):
        verbose_name = _("département")
        verbose_name_plural = _("départements")


class Epci(Territory):
    """An inter-communal body, by its SIREN ("243100518" is Toulouse Métropole)."""

    class Meta(Territory.Meta):
        verbose_name = _("intercommunalité")
        verbose_name_plural = _("intercommunalités")


class Commune(Territory):
    """A commune or an arrondissement of Paris, Lyon or Marseille, by its INSEE code (never a postcode)."""

    department = models.ForeignKey(
        Department, verbose_name=_("département"), on_delete=models.PROTECT, related_name="communes"
    )
    epci = models.ForeignKey(
        Epci,
        verbose_name=_("intercommunalité"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="communes",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("commune de l’arrondissement"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="arrondissements",
    )
    population = models.PositiveIntegerField(_("population"), default=0)
    # Degrees WGS84, five decimals; empty where the source knows no centre.
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    class Meta(Territory.Meta):
        verbose_name = _("commune")
        verbose_name_plural = _("communes")
        indexes = [models.Index(fields=["name"])]


class Postcode(models.Model):
    """One postcode of one commune: the relation is many-to-many ("31130" covers four communes)."""

    code = models.CharField(_("code postal"), max_length=5, db_index=True)
    commune = models.ForeignKey(Commune, verbose_name=_("commune"), on_delete=models.CASCADE, related_name="postcodes")

    class Meta:
        verbose_name = _("code postal")
        verbose_name_plural = _("codes postaux")
        constraints = [models.UniqueConstraint(fields=["code", "commune"], name="postcode_once_per_commune")]

    def __str__(self) -> str:
        return self.code


class FormerCommune(models.Model):
    """An old name that people still type, and the commune that took it over."""

    old_code = models.CharField(_("ancien code"), max_length=5)
    name = models.CharField(_("ancien nom"), max_length=120)
    commune = models.ForeignKey(
        Commune, verbose_name=_("commune actuelle"), on_delete=models.CASCADE, related_name="former_communes"
    )

    class Meta:
        verbose_name = _("ancienne commune")
        verbose_name_plural = _("anciennes communes")
        constraints = [models.UniqueConstraint(fields=["old_code", "name", "commune"], name="former_commune_once")]

    def __str__(self) -> str:
        return self.name


class Edition(models.Model):
    """Which vintage of the geography is loaded; its key tells in-memory indexes when to reload."""

    digest = models.CharField(_("empreinte des fichiers"), max_length=64)
    loaded_at = models.DateTimeField(_("chargée le"), auto_now_add=True)

    class Meta:
        verbose_name = _("édition du découpage")
        verbose_name_plural = _("éditions du découpage")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.loaded_at:%d/%m/%Y}"
