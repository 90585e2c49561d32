"""Case studies, as one asks for them."""

from typing import Self

from django.db.models import F, Q
from django.utils.timezone import localdate
from wagtail.models import PageManager

from home.listings import Order
from home.querysets import CardQuerySet

LATEST_FIRST: Order = (F("finished_on").desc(nulls_last=True), "-pk")


class ExperienceQuerySet(CardQuerySet):
    """Case studies, as one asks for them."""

    def readable(self) -> Self:
        """Keep what readers may open: published, restricted by nothing, and of a consent that still holds."""
        return super().readable().consented()

    def consented(self) -> Self:
        """Leave out those whose consent ended: on the day it expires, the page is gone."""
        return self.filter(Q(consent_expires_on__isnull=True) | Q(consent_expires_on__gt=localdate()))

    def published_cases(self) -> Self:
        """Keep what readers may open (the word of the trade for `readable`)."""
        return self.readable()

    def latest_first(self) -> Self:
        """Sort by the end of the works."""
        return self.order_by(*LATEST_FIRST)

    def for_cards(self) -> Self:
        """Fetch what cards show."""
        return super().for_cards().select_related("commune")

    def for_map(self) -> Self:
        """Keep those that have a published position, with what a marker and its popup show."""
        return self.filter(shown_latitude__isnull=False, shown_longitude__isnull=False).for_cards()

    def with_money(self) -> Self:
        """Fetch the aids, which the remaining charge is counted from: one query for all."""
        return self.prefetch_related("aids")


ExperienceManager = PageManager.from_queryset(ExperienceQuerySet)
