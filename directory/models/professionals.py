from functools import lru_cache
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.text import fold
from directory.validators import validate_siret

from .sources import Source

if TYPE_CHECKING:
    from .trades import Trade


@lru_cache(maxsize=8192)
def sheet_slug(name: str) -> str:
    """Give the readable half of a sheet's address ("L’Atelier" → "l-atelier")."""
    return slugify(fold(name).replace("'", "-"))[:60].strip("-") or "fiche"


class ProfessionalQuerySet(models.QuerySet["Professional"]):
    """Words to speak of professionals."""

    def published(self) -> "ProfessionalQuerySet":
        """Keep those that the public may see."""
        return self.filter(status=Professional.Status.PUBLISHED)

    def for_cards(self) -> "ProfessionalQuerySet":
        """Fetch with a list's card in mind: trades, qualifications and charter, in three more queries."""
        return self.select_related("commune").prefetch_related("trades", "qualifications__domain", "service_areas")


class Professional(ClusterableModel):
    """A firm of the directory. `edited_fields` names what staff typed by hand: imports leave it alone."""

    class Status(models.TextChoices):
        PUBLISHED = "publie", _("Publiée")
        HIDDEN = "masque", _("Masquée (le reste après un import)")

    name = models.CharField(_("nom"), max_length=200)
    siret = models.CharField(
        _("SIRET"),
        max_length=14,
        null=True,
        blank=True,
        unique=True,
        validators=[validate_siret],
        help_text=_("14 chiffres. Il relie la fiche à la liste publique RGE."),
    )
    contact_name = models.CharField(_("personne à contacter"), max_length=120, blank=True)
    email = models.EmailField(_("adresse électronique"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=20, blank=True)
    website = models.URLField(_("site internet"), max_length=300, blank=True)
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    postcode = models.CharField(_("code postal"), max_length=5, blank=True)
    city = models.CharField(_("ville"), max_length=120, blank=True)
    commune = models.ForeignKey(
        "territories.Commune",
        verbose_name=_("commune"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    description = models.TextField(_("présentation"), blank=True, max_length=3000)
    logo = models.ForeignKey(
        "core.Picture",
        verbose_name=_("logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    charter_signed_on = models.DateField(_("charte signée le"), null=True, blank=True)
    charter_review_on = models.DateField(_("signature à revoir le"), null=True, blank=True)
    for_houses = models.BooleanField(_("travaille pour des maisons"), default=True)
    for_coownerships = models.BooleanField(_("travaille pour des copropriétés"), default=True)
    status = models.CharField(_("visibilité"), max_length=10, choices=Status.choices, default=Status.PUBLISHED)
    source = models.CharField(_("source principale"), max_length=10, choices=Source.choices, default=Source.STAFF)
    source_date = models.DateField(_("date de la source"), null=True, blank=True)
    fictitious = models.BooleanField(_("fiche fictive (démonstration)"), default=False)
    edited_fields = models.JSONField(_("champs saisis par l’équipe"), default=list, blank=True, editable=False)
    created_at = models.DateTimeField(_("créée le"), auto_now_add=True)
    updated_at = models.DateTimeField(_("modifiée le"), auto_now=True)
    trades = models.ManyToManyField(
        "directory.Trade", verbose_name=_("métiers"), through="ProfessionalTrade", related_name="professionals"
    )

    objects = ProfessionalQuerySet.as_manager()

    class Meta:
        verbose_name = _("professionnel")
        verbose_name_plural = _("professionnels")
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name"], name="professional_name"),  # the back office's list, page by page
            models.Index(fields=["status", "name"]),
            models.Index(fields=["source", "status"]),
        ]
        constraints = [
            models.CheckConstraint(
                # Both columns named as filled: to a database, a comparison with nothing is no refusal.
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__gte=-90,
                    latitude__lte=90,
                    longitude__gte=-180,
                    longitude__lte=180,
                ),
                name="professional_position_whole_and_on_earth",
                violation_error_message=_("Donnez la latitude et la longitude, ou aucune des deux."),
            ),
            models.CheckConstraint(
                condition=Q(siret__isnull=True) | Q(siret__regex=r"^[0-9]{14}$"),
                name="professional_siret_has_14_digits",
            ),
            models.CheckConstraint(
                condition=Q(for_houses=True) | Q(for_coownerships=True),
                name="professional_has_a_housing_kind",
                violation_error_message=_("Cochez au moins un type de logement."),
            ),
            models.CheckConstraint(
                condition=Q(charter_review_on__isnull=True)
                | Q(charter_signed_on__isnull=False, charter_review_on__gt=models.F("charter_signed_on")),
                name="charter_review_follows_signature",
                violation_error_message=_("Une date de revue suit la date de signature."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("directory:professional", kwargs={"slug": self.slug, "pk": self.pk})

    @property
    def trade_list(self) -> list["Trade"]:
        """Give its trades in their order, each once whatever the number of sources (reads a prefetch of `trades`)."""
        return list(dict.fromkeys(self.trades.all()))

    @property
    def slug(self) -> str:
        """Give the readable half of the sheet's address; it follows the name."""
        return sheet_slug(self.name)


class ProfessionalTrade(models.Model):
    """A firm practises a trade, as one source says."""

    professional = ParentalKey(Professional, on_delete=models.CASCADE, related_name="professional_trades")
    trade = models.ForeignKey(
        "directory.Trade", verbose_name=_("métier"), on_delete=models.PROTECT, related_name="professional_trades"
    )
    source = models.CharField(_("source"), max_length=10, choices=Source.choices, default=Source.STAFF)

    class Meta:
        verbose_name = _("métier pratiqué")
        verbose_name_plural = _("métiers pratiqués")
        constraints = [
            models.UniqueConstraint(fields=["professional", "trade", "source"], name="trade_once_per_source")
        ]

    def __str__(self) -> str:
        return f"{self.trade}"
