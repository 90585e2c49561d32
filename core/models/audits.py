from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

VALID_YEARS = 3  # décret n° 2019-768 du 24 juillet 2019, article 4


class AuditQuerySet(models.QuerySet["AccessibilityAudit"]):
    """Audits, as one asks for them."""

    def in_force(self) -> "AuditQuerySet":
        """Keep those that are not too old to be claimed, the latest first."""
        today = localdate()
        oldest = today.replace(year=today.year - VALID_YEARS, day=min(today.day, 28))
        return self.filter(done_on__gte=oldest, done_on__lte=today).order_by("-done_on")


class AccessibilityAudit(models.Model):
    """The record of an audit against the RGAA: the only thing from which a site may claim a level."""

    site = models.ForeignKey(Site, verbose_name=_("site"), on_delete=models.CASCADE, related_name="audits")
    done_on = models.DateField(_("date de l’audit"))
    auditor = models.CharField(_("réalisé par"), max_length=120)
    standard = models.CharField(_("référentiel"), max_length=40, default="RGAA 4.1.2")
    percent = models.PositiveSmallIntegerField(
        _("critères respectés (%)"), validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    failures = models.TextField(
        _("ce qui n’est pas conforme"), blank=True, help_text=_("Une ligne par défaut, avec la date prévue du remède.")
    )

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit d’accessibilité")
        verbose_name_plural = _("audits d’accessibilité")
        ordering = ["-done_on"]
        constraints = [
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="audit_percent_is_a_percentage")
        ]

    def __str__(self) -> str:
        return f"{self.standard}, {self.done_on:%d/%m/%Y}, {self.percent} %"

    @property
    def mention(self) -> str:
        """Give the words that the law prescribes for the foot of every page (half of the criteria: "partiellement")."""
        if self.percent == 100:
            return str(_("Accessibilité : totalement conforme"))
        return str(_("Accessibilité : partiellement conforme") if self.percent >= 50 else NOT_CONFORMING)


NOT_CONFORMING = _("Accessibilité : non conforme")
