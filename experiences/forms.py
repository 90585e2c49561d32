from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.page_forms import CheckedPageForm
from directory.staff.fields import TerritoryField
from experiences.checks import Accounts, money_problems, place_problems
from territories.models import Commune


class ExperiencePageForm(CheckedPageForm):
    """The form of a case study: the commune is typed by its name, the money is checked line by line."""

    commune = TerritoryField(Commune, label=_("Commune"), required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse half a position, even in a draft."""
        cleaned = super().clean()
        for name, problem in place_problems(cleaned):
            self.add_error(name, problem)
        return cleaned

    def is_valid(self) -> bool:
        """Check the money once the aids are read: Django reads them after the page itself."""
        valid = super().is_valid()
        if valid and not self.is_draft:
            for name, problem in money_problems(self._accounts()):
                self.add_error(name, problem)
        return valid and not self.errors

    def _accounts(self) -> Accounts:
        said = self.cleaned_data
        return Accounts(said.get("cost"), self._aids(), said.get("loan_amount"), said.get("own_funds"))

    def _aids(self) -> Decimal:
        lines = [form.cleaned_data for form in self.formsets["aids"].forms if form.is_valid()]
        return sum((line["amount"] for line in lines if line.get("amount") and not line.get("DELETE")), Decimal(0))
