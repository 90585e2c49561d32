"""What a firm can show for itself: dated qualifications (the charter stands on the firm itself)."""

from datetime import date

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from .sources import Source


class QualificationDomain(models.Model):
    """A `domaine` of the public RGE list, spelled as in the data, and the trades it stands for.

    Staff read and mend this table; the import follows it.
    """

    name = models.CharField(_("domaine, tel qu’écrit dans la liste"), max_length=150, unique=True)
    meta = models.CharField(_("famille"), max_length=80, blank=True)
    trades = models.ManyToManyField(
        "directory.Trade", verbose_name=_("métiers"), related_name="qualification_domains", blank=True
    )

    class Meta:
        verbose_name = _("domaine RGE")
        verbose_name_plural = _("domaines RGE")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class QualificationQuerySet(models.QuerySet["Qualification"]):
    """Words to speak of qualifications."""

    def valid_on(self, day: date) -> "QualificationQuerySet":
        """Keep those that hold on a day: they leave the day after they end."""
        return self.filter(models.Q(starts__isnull=True) | models.Q(starts__lte=day), ends__gte=day)


class Qualification(models.Model):
    """A dated proof of competence (RGE). It is shown with its end date, and filters leave it the day after."""

    professional = ParentalKey("directory.Professional", on_delete=models.CASCADE, related_name="qualifications")
    code = models.CharField(_("code"), max_length=40, blank=True)
    name = models.CharField(_("intitulé"), max_length=250)
    domain = models.ForeignKey(
        QualificationDomain,
        verbose_name=_("domaine"),
        on_delete=models.PROTECT,
        related_name="qualifications",
    )
    body = models.CharField(_("organisme"), max_length=40, blank=True)
    certificate = models.CharField(_("certificat"), max_length=120, blank=True)
    url = models.URLField(_("lien vers le certificat"), max_length=500, blank=True)
    starts = models.DateField(_("valable du"), null=True, blank=True)
    ends = models.DateField(_("au"))
    source = models.CharField(_("source"), max_length=10, choices=Source.choices, default=Source.STAFF)

    objects = QualificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("qualification")
        verbose_name_plural = _("qualifications")
        ordering = ["-ends", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="qualification_ends_after_it_starts",
                violation_error_message=_("La fin précède le début."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_valid(self) -> bool:
        """Tell whether it holds today."""
        today = localdate()
        return (self.starts is None or self.starts <= today) and self.ends >= today
