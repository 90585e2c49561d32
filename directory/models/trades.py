from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

MAX_TRADES = 60  # the search index keeps one bit of a 64-bit word for each trade


class TradeQuerySet(models.QuerySet["Trade"]):
    """Words to speak of trades."""

    def for_housing(self, housing: str | None) -> "TradeQuerySet":
        """Keep the trades that work on a housing kind ("maison" or "copropriete"); all of them when None."""
        if housing is None:
            return self
        return self.filter(**{"for_houses" if housing == "maison" else "for_coownerships": True})


class Trade(ClusterableModel):
    """A trade or a kind of works. The slug is stable (URLs and the API show it); staff edit the rest."""

    slug = models.SlugField(_("identifiant stable"), unique=True, max_length=40)
    label = models.CharField(_("libellé"), max_length=80)
    help = models.CharField(_("explication en une phrase"), max_length=250, blank=True)
    for_houses = models.BooleanField(_("concerne les maisons"), default=True)
    for_coownerships = models.BooleanField(_("concerne les copropriétés"), default=True)
    position = models.PositiveSmallIntegerField(_("ordre dans les listes"), default=0)
    bit = models.PositiveSmallIntegerField(
        unique=True, editable=False, validators=[MaxValueValidator(MAX_TRADES - 1)]
    )  # its place in the search index; given once, never changed

    objects = TradeQuerySet.as_manager()

    class Meta:
        verbose_name = _("métier")
        verbose_name_plural = _("métiers")
        ordering = ["position", "label"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(for_houses=True) | models.Q(for_coownerships=True),
                name="trade_has_a_housing_kind",
                violation_error_message=_("Cochez au moins un type de logement."),
            ),
            models.CheckConstraint(condition=models.Q(bit__lt=MAX_TRADES), name="trade_bit_fits_the_index"),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a new trade the first free bit. Raise `ValidationError` when all are taken."""
        if self.bit is None:
            self.bit = self._free_bit()
        super().save(*args, **kwargs)

    def _free_bit(self) -> int:
        taken = set(Trade.objects.values_list("bit", flat=True))
        free = next((bit for bit in range(MAX_TRADES) if bit not in taken), None)
        if free is None:
            raise ValidationError(_("L’annuaire compte déjà %d métiers, le maximum.") % MAX_TRADES)
        return free


class TradeSynonym(models.Model):
    """Words that people type for a trade ("moe", "poêle à granulés"). Several trades may share a phrase."""

    trade = ParentalKey(Trade, on_delete=models.CASCADE, related_name="synonyms")
    phrase = models.CharField(_("mot ou expression"), max_length=80)

    class Meta:
        verbose_name = _("synonyme")
        verbose_name_plural = _("synonymes")
        ordering = ["phrase"]
        constraints = [models.UniqueConstraint(fields=["trade", "phrase"], name="synonym_once_per_trade")]

    def __str__(self) -> str:
        return self.phrase
