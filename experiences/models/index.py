from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from experiences.models.querysets import LATEST_FIRST
from home.filters import Filter, by_housing
from home.listings import Asked, Listing, Order
from home.models.lists import ListPage


class ExperienceIndexPage(ListPage):
    """Renovations told by those who lived them."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["experiences.ExperiencePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("rubrique Retours d’expérience")
        verbose_name_plural = _("rubriques Retours d’expérience")

    def filters(self) -> tuple[Filter, ...]:
        """Narrow by housing."""
        return (by_housing(),)

    def order(self, asked: Asked) -> Order:
        """Put the latest works first."""
        return LATEST_FIRST

    def counted(self, listing: Listing) -> str:
        """Say how many case studies are found."""
        words = ngettext("%(n)s retour d’expérience", "%(n)s retours d’expérience", listing.total)
        return listing.counted(words, gettext("Aucun retour d’expérience"))
