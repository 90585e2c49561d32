from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseImport(models.Model):
    """A file of case studies that somebody sent: rehearsed at once, applied when they confirm, once and whole.

    `content` is emptied when the import is over; `report` is a CSV defused against formulas.
    """

    class Outcome(models.TextChoices):
        WAITING = "attente", _("À confirmer")
        APPLIED = "applique", _("Appliqué")
        REFUSED = "refuse", _("Refusé")

    index = models.ForeignKey(
        "experiences.ExperienceIndexPage", verbose_name=_("rubrique"), on_delete=models.CASCADE, related_name="+"
    )
    file_name = models.CharField(_("fichier"), max_length=255)
    content = models.BinaryField(editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("envoyé par"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    sent_at = models.DateTimeField(_("envoyé le"), auto_now_add=True)
    outcome = models.CharField(_("issue"), max_length=10, choices=Outcome, default=Outcome.WAITING)
    reasons = models.TextField(_("motifs de refus"), blank=True)
    rows = models.PositiveIntegerField(_("lignes lues"), default=0)
    created = models.PositiveIntegerField(_("fiches créées"), default=0)
    changed = models.PositiveIntegerField(_("fiches modifiées"), default=0)
    unchanged = models.PositiveIntegerField(_("fiches inchangées"), default=0)
    refused = models.PositiveIntegerField(_("lignes refusées"), default=0)
    warnings = models.PositiveIntegerField(_("avertissements"), default=0)
    report = models.TextField(_("rapport (CSV)"), blank=True)

    objects: Any = models.Manager()

    class Meta:
        verbose_name = _("import de fiches")
        verbose_name_plural = _("imports de fiches")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.file_name} · {self.get_outcome_display()}"

    @property
    def waits(self) -> bool:
        """Tell whether somebody may still confirm it."""
        return self.outcome == self.Outcome.WAITING

    @property
    def report_name(self) -> str:
        """Name the report as a file; nothing of it comes from the name of the file that was sent."""
        return f"import-fiches-{self.sent_at:%Y%m%d-%H%M%S}.csv"
