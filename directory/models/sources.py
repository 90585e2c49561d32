from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    """Where a fact comes from. A later one wins over an earlier one; what staff typed wins over all."""

    RGE = "rge", _("Liste publique RGE (ADEME)")
    CHARTER = "charte", _("Liste des signataires de la charte")
    STAFF = "equipe", _("Saisie de l’équipe")


class SourceRecord(models.Model):
    """What one source said of one firm, kept whole: so each source keeps its own fields, and the same file
    twice changes nothing (`digest`)."""

    professional = models.ForeignKey("directory.Professional", on_delete=models.CASCADE, related_name="source_records")
    source = models.CharField(_("source"), max_length=10, choices=Source.choices)
    extracted_on = models.DateField(_("date d’extraction"))
    fields = models.JSONField(_("valeurs reçues"), default=dict)
    digest = models.CharField(_("empreinte"), max_length=64)

    class Meta:
        verbose_name = _("donnée reçue")
        verbose_name_plural = _("données reçues")
        constraints = [
            models.UniqueConstraint(fields=["professional", "source"], name="one_record_per_professional_and_source")
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()} ({self.extracted_on:%d/%m/%Y})"
