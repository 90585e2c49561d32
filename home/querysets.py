"""Pages as lists ask for them."""

from typing import Self

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import PageQuerySet, PageViewRestriction

from core.models.pages import HOUSING


class CardQuerySet(PageQuerySet):
    """Pages that readers may open, with what their cards need."""

    def readable(self) -> Self:
        """Keep published pages that nothing restricts, above them neither (in the same query, unlike `public`)."""
        restrictions = PageViewRestriction.objects.annotate(start=Substr(OuterRef("path"), 1, Length("page__path")))
        return self.live().exclude(Exists(restrictions.filter(start=F("page__path"))))

    def beside(self, path: str) -> Self:
        """Keep pages of the tree that this path belongs to: one site in one language has one tree."""
        return self.filter(path__startswith=path[: 2 * self.model.steplen])

    def concerning(self, housing: str) -> Self:
        """Keep pages about this kind of housing ("maison", "copropriete"); all of them when it is neither."""
        return self.filter(**{HOUSING[housing]: True}) if housing in HOUSING else self

    def for_cards(self) -> Self:
        """Fetch at once the languages and the pictures that cards show (see `home.cards.fetch_pictures`)."""
        return self.select_related("locale", "alias_of__locale", "picture")
