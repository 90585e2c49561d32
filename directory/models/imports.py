from django.db import models
from django.utils.translation import gettext_lazy as _

from .sources import Source


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    """Words to speak of imports."""

    def last_applied(self, source: str) -> "ImportRun | None":
        """Give the last import of a source that changed (or confirmed) the directory."""
        return self.filter(source=source, outcome=ImportRun.Outcome.APPLIED).order_by("-pk").first()


class ImportRun(models.Model):
    """One reading of a source's file: what it held, what it changed, who asked, and the rows it complains of.

    Written with the change itself, in one transaction: a run that was killed leaves no trace. `report` is a CSV
    (semicolons, defused against formulas), cut at `core.tables.report.MAX_REMARKS` rows of each gravity.
    """

    class Outcome(models.TextChoices):
        APPLIED = "applique", _("Appliqué")
        REFUSED = "refuse", _("Refusé")
        REHEARSED = "essai", _("Essai à blanc")  # never saved

    source = models.CharField(_("source"), max_length=10, choices=Source.choices)
    outcome = models.CharField(_("issue"), max_length=10, choices=Outcome.choices)
    reasons = models.TextField(_("motifs d’arrêt"), blank=True, help_text=_("Un motif par ligne."))
    file_name = models.CharField(_("fichier"), max_length=255)
    file_digest = models.CharField(_("empreinte du fichier"), max_length=64, blank=True)
    extracted_on = models.DateField(_("date d’extraction"), null=True, blank=True)
    ran_by = models.CharField(_("lancé par"), max_length=150, help_text=_("Adresse d’un compte, ou compte système."))
    forced = models.BooleanField(_("forcé malgré les motifs d’arrêt"), default=False)
    started_at = models.DateTimeField(_("commencé le"))
    finished_at = models.DateTimeField(_("terminé le"))
    rows = models.PositiveIntegerField(_("lignes lues"), default=0)
    rows_refused = models.PositiveIntegerField(_("lignes refusées"), default=0)
    warnings = models.PositiveIntegerField(_("avertissements"), default=0)
    firms = models.PositiveIntegerField(_("entreprises dans le fichier"), default=0)
    created = models.PositiveIntegerField(_("fiches créées"), default=0)
    changed = models.PositiveIntegerField(_("fiches modifiées"), default=0)
    unchanged = models.PositiveIntegerField(_("fiches inchangées"), default=0)
    gone = models.PositiveIntegerField(_("fiches sorties de la source"), default=0)
    deleted = models.PositiveIntegerField(_("fiches supprimées"), default=0)
    report = models.TextField(_("rapport (CSV)"), blank=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["source", "outcome", "-id"], name="import_last_of_source")]

    def __str__(self) -> str:
        return f"{self.get_source_display()} · {self.file_name} · {self.get_outcome_display()}"

    @property
    def report_name(self) -> str:
        """Name the report as a file to download; nothing of it comes from the imported file's name."""
        return f"import-{self.source}-{self.started_at:%Y%m%d-%H%M%S}.csv"
