"""The lines of a case study: votes, firms, aids, photos."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from experiences.vocabulary import AidKind, Majority, Moment, Role


class ExperienceVote(Orderable):
    """A vote of the assembly."""

    page = ParentalKey("experiences.ExperiencePage", on_delete=models.CASCADE, related_name="votes")
    held_on = models.DateField(_("date de l’assemblée"))
    subject = models.CharField(_("ce qui était voté"), max_length=160)
    majority = models.CharField(_("majorité"), max_length=2, choices=Majority, blank=True)
    result = models.CharField(_("résultat"), max_length=160, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("vote")
        verbose_name_plural = _("votes")

    def __str__(self) -> str:
        return self.subject


class ExperienceFirm(Orderable):
    """A firm and its part in the project: a sheet of the directory, or a name alone."""

    page = ParentalKey("experiences.ExperiencePage", on_delete=models.CASCADE, related_name="firms")
    role = models.CharField(_("rôle"), max_length=12, choices=Role)
    professional = models.ForeignKey(
        "directory.Professional", verbose_name=_("fiche de l’annuaire"), on_delete=models.SET_NULL, null=True,
        blank=True, related_name="+",
    )  # fmt: skip
    name = models.CharField(_("ou son nom"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("entreprise")
        verbose_name_plural = _("entreprises")

    def __str__(self) -> str:
        return self.name or str(self.professional or "")


class ExperienceAid(Orderable):
    """An aid, by its name."""

    page = ParentalKey("experiences.ExperiencePage", on_delete=models.CASCADE, related_name="aids")
    name = models.CharField(_("nom de l’aide"), max_length=160)
    amount = models.DecimalField(_("montant (€)"), max_digits=11, decimal_places=2, validators=[MinValueValidator(0)])
    kind = models.CharField(_("à qui"), max_length=12, choices=AidKind, default=AidKind.COLLECTIVE)

    class Meta(Orderable.Meta):
        verbose_name = _("aide")
        verbose_name_plural = _("aides")
        constraints = [models.CheckConstraint(condition=models.Q(amount__gte=0), name="experience_aid_is_not_negative")]

    def __str__(self) -> str:
        return self.name


class ExperiencePhoto(Orderable):
    """A picture of the building, before or after the works."""

    page = ParentalKey("experiences.ExperiencePage", on_delete=models.CASCADE, related_name="photos")
    moment = models.CharField(_("moment"), max_length=6, choices=Moment)
    picture = models.ForeignKey("core.Picture", verbose_name=_("image"), on_delete=models.CASCADE, related_name="+")
    credit = models.CharField(_("crédit"), max_length=120, blank=True)
    caption = models.CharField(_("légende"), max_length=250, blank=True)
    alt = models.CharField(_("description"), max_length=250, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self) -> str:
        return self.caption or str(self.picture)
