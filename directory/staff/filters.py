"""What narrows the lists of the back office."""

from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from directory.models import CorrectionRequest, Professional, ProfessionalTrade, Qualification, ServiceArea, Trade
from territories.models import Department

YES = [("oui", _("Oui"))]


class YesFilter(django_filters.ChoiceFilter):
    """A box to tick: with it, only what is so; without, everything."""

    def __init__(self, label: Any, method: str) -> None:
        super().__init__(label=label, method=method, choices=YES, empty_label=_("Peu importe"))


class ProfessionalFilterSet(WagtailFilterSet):
    """The firms to look at. Lines are reached by subqueries: joined, a firm would show once per line."""

    trade = django_filters.ModelChoiceFilter(label=_("Métier"), queryset=Trade.objects.all(), method="practising")
    department = django_filters.ModelChoiceFilter(
        label=_("Département"), queryset=Department.objects.all(), field_name="commune__department"
    )
    charter = YesFilter(label=_("Charte à revoir"), method="charter_due")
    supposed = YesFilter(label=_("Zone supposée"), method="area_supposed")
    expired = YesFilter(label=_("Qualification RGE échue"), method="qualification_expired")

    class Meta:
        model = Professional
        fields = ["status", "source"]

    def practising(self, queryset: QuerySet, name: str, trade: Trade) -> QuerySet:
        return queryset.filter(pk__in=ProfessionalTrade.objects.filter(trade=trade).values("professional"))

    def charter_due(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(charter_review_on__lte=localdate())

    def area_supposed(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(pk__in=ServiceArea.objects.filter(supposed=True).values("professional"))

    def qualification_expired(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        expired = Qualification.objects.filter(ends__lt=localdate())
        return queryset.filter(pk__in=expired.values("professional"))


class CorrectionFilterSet(WagtailFilterSet):
    """The reports to handle, and those put aside as doubtful."""

    class Meta:
        model = CorrectionRequest
        fields = ["state", "kind", "quarantined"]
