"""What it cost, who helped, and what is left to pay."""

from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from experiences.money import euros, instalment

MAX_COST = 100_000_000


def _euros(words: Any) -> models.DecimalField:
    limits = [MinValueValidator(0), MaxValueValidator(MAX_COST)]
    return models.DecimalField(words, max_digits=11, decimal_places=2, null=True, blank=True, validators=limits)


class Money(models.Model):
    """Amounts in euros, taxes included, for the whole building. What can be worked out is not typed."""

    cost = _euros(_("coût total, taxes comprises (€)"))
    loan_amount = _euros(_("montant emprunté (€)"))
    loan_years = models.PositiveSmallIntegerField(
        _("durée du prêt (années)"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(40)]
    )
    loan_rate = models.DecimalField(
        _("taux annuel du prêt (%)"), max_digits=4, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(20)],
    )  # fmt: skip
    own_funds = _euros(_("payé comptant : épargne, fonds de travaux (€)"))

    class Meta:
        abstract = True

    @property
    def aids_total(self) -> Decimal:
        """Give the sum of the aids."""
        page: Any = self
        return sum((aid.amount for aid in page.aids.all() if aid.amount is not None), Decimal(0))

    @property
    def remaining(self) -> Decimal | None:
        """Give what the aids leave to pay; None when the cost is unknown."""
        return None if self.cost is None else self.cost - self.aids_total

    @property
    def cost_per_dwelling(self) -> Decimal | None:
        """Give the cost for one dwelling, on average; None when unknown."""
        return self._per_dwelling(self.cost)

    @property
    def remaining_per_dwelling(self) -> Decimal | None:
        """Give what is left to pay for one dwelling, on average; None when unknown."""
        return self._per_dwelling(self.remaining)

    @property
    def remaining_per_month(self) -> Decimal | None:
        """Give what the loan costs one dwelling each month, on average; None without a loan that says its length."""
        if not self.loan_amount or not self.loan_years or self.loan_rate is None:
            return None
        return self._per_dwelling(instalment(self.loan_amount, self.loan_years, self.loan_rate))

    @property
    def cost_in_words(self) -> str:
        """Give "25 000 € par logement", or the whole of a house; empty when it is not known."""
        page: Any = self
        share = self.cost_per_dwelling
        if share is None:
            return ""
        return euros(share) if page.dwellings == 1 else gettext("%(amount)s par logement") % {"amount": euros(share)}

    def _per_dwelling(self, amount: Decimal | None) -> Decimal | None:
        """Share an amount among the dwellings, to the euro."""
        page: Any = self
        if amount is None or not page.dwellings:
            return None
        return (amount / page.dwellings).quantize(Decimal(1))
