from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.shops import shop_of
from experiences.drawing import draw
from experiences.listing import CaseListing, answer
from experiences.map_settings import map_settings
from home.listings import Listing
from home.models.lists import ListPage


class ExperienceIndexPage(ListPage):
    """Renovations told by those who lived them: a list, and the map of the same."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["experiences.ExperiencePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Retours d’expérience")
        verbose_name_plural = _("rubriques Retours d’expérience")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the map, of the set that is listed."""
        context = super().get_context(request, *args, **kwargs)
        listing, territory = context["listing"], shop_of(request).territory_code
        drawing = draw(territory, listing.found, listing.asked.selected)
        return context | {"drawing": drawing, "map_settings": map_settings(listing, territory)}

    def answer(self, request: HttpRequest) -> CaseListing:
        """Find what the address asks of the cases."""
        return answer(self.listed(), request.GET, shop_of(request).territory_code, self._cards)

    def counted(self, listing: Listing) -> str:
        """Say how many case studies are found."""
        words = ngettext("%(n)s retour d’expérience", "%(n)s retours d’expérience", listing.total)
        return listing.counted(words, gettext("Aucun retour d’expérience"))

    def _cards(self, keys: list[int]) -> Any:
        """Read the cases of one page of the list, with their works."""
        return self.listed().filter(pk__in=keys).prefetch_related("works")
