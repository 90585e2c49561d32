"""What pages that list others have in common."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from core.models import BasePage
from home.filters import Filter
from home.listings import Asked, Listing, Order, answer
from home.querysets import CardQuerySet


class ListPage(BasePage):
    """A list of the pages under it, that readers narrow and leaf through."""

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the address asks of the list, and what is found."""
        listing = self.answer(request)
        answered = {
            "listing": listing,
            "count_in_words": self.counted(listing),
            "canonical_query": listing.query,
            "other_lists": [] if listing.total else self.other_lists(),
        }
        return super().get_context(request, *args, **kwargs) | answered

    def answer(self, request: HttpRequest) -> Listing:
        """Find what the address asks of the list."""
        return answer(self.listed(), self.filters(), request.GET, self.order)

    def listed(self) -> CardQuerySet:
        """Give every page that the list may show."""
        (model,) = self.allowed_subpage_models()
        return model.objects.child_of(self).readable().for_cards()

    def filters(self) -> tuple[Filter, ...]:
        """Give the ways to narrow the list."""
        raise NotImplementedError

    def order(self, asked: Asked) -> Order:
        """Give the columns that the list is sorted by: no two pages may be equal."""
        raise NotImplementedError

    def counted(self, listing: Listing) -> str:
        """Say how many pages are found."""
        raise NotImplementedError

    def other_lists(self) -> QuerySet[Page]:
        """Give the other lists of this site, where a reader who finds nothing here may go."""
        return self.get_siblings(inclusive=False).live().public().type(*ListPage.__subclasses__())
