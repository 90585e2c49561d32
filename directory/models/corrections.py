"""What visitors say of a sheet: an error, or that it should be taken away."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

KEPT_MONTHS = 24  # after receipt; the purge and the notice beside the form both read it
QUARANTINE_DAYS = 30
MESSAGE_LENGTH = 2000


class CorrectionRequestQuerySet(models.QuerySet["CorrectionRequest"]):
    """Words to speak of corrections."""

    def waiting(self) -> "CorrectionRequestQuerySet":
        """Keep those that nobody handled yet."""
        return self.filter(state=CorrectionRequest.State.NEW)

    def kept_too_long(self, today: date) -> "CorrectionRequestQuerySet":
        """Keep those to erase: after KEPT_MONTHS, or QUARANTINE_DAYS for those put aside as doubtful."""
        months = today.year * 12 + today.month - 1 - KEPT_MONTHS
        oldest = date(months // 12, months % 12 + 1, min(today.day, 28))
        oldest_doubtful = today - timedelta(days=QUARANTINE_DAYS)
        return self.filter(
            models.Q(created_at__date__lt=oldest) | models.Q(quarantined=True, created_at__date__lt=oldest_doubtful)
        )


class CorrectionRequest(models.Model):
    """Someone reports an error on a sheet or opposes its publication.

    `key` comes from the form shown: the same form sent twice is one request. `quarantined`: a rule against robots
    doubts it; it is listed apart, never thrown away.
    """

    class Kind(models.TextChoices):
        ERROR = "erreur", _("Signaler une erreur sur la fiche")
        OPPOSITION = "opposition", _("Demander le retrait de la fiche")
        OTHER = "autre", _("Autre demande")

    class State(models.TextChoices):
        NEW = "nouveau", _("À traiter")
        HANDLED = "traite", _("Traité")

    reference = models.CharField(_("référence"), max_length=12, unique=True)
    key = models.CharField(max_length=40, unique=True, editable=False)
    professional = models.ForeignKey(
        "directory.Professional",
        verbose_name=_("fiche"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="correction_requests",
    )
    professional_name = models.CharField(_("nom de la fiche"), max_length=200)  # read once the sheet is gone
    kind = models.CharField(_("objet"), max_length=12, choices=Kind.choices)
    message = models.TextField(_("message"))
    name = models.CharField(_("nom"), max_length=120, blank=True)
    email = models.EmailField(_("adresse électronique"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=25, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.NEW)
    quarantined = models.BooleanField(_("en quarantaine (envoi douteux)"), default=False)
    created_at = models.DateTimeField(_("reçu le"), auto_now_add=True)
    handled_at = models.DateTimeField(_("traité le"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("traité par"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = CorrectionRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("signalement")
        verbose_name_plural = _("signalements")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "-created_at"], name="correction_waiting")]
        constraints = [
            models.CheckConstraint(
                name="correction_handled_has_its_date",
                condition=models.Q(state="nouveau", handled_at__isnull=True)
                | models.Q(state="traite", handled_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} · {self.professional_name}"
