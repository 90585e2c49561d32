"""Querysets of pictures."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images.models import ImageQuerySet

from core.pictures.renditions import SHAPES


class PictureQuerySet(ImageQuerySet):
    """Pictures, as one asks for them."""

    def with_renditions(self, ratio: str = "") -> "PictureQuerySet":
        """Bring what `{% responsive_picture %}` shows at this proportion: one query, whatever their number."""
        return self.prefetch_renditions(*SHAPES[ratio].all_specs())

    def with_card_renditions(self) -> "PictureQuerySet":
        """Bring what the cards of a list show."""
        return self.with_renditions("card")


def fetch_renditions(pictures: Iterable[Any]) -> None:
    """Bring the sizes of these pictures (None among them is nothing): one query, none when it is done already."""
    prefetch_related_objects([picture for picture in pictures if picture], "renditions")


def card_pictures(lookup: str = "picture") -> Prefetch:
    """Give what a list of pages asks for with `prefetch_related`: their pictures, ready for cards, in two queries."""
    from core.models import Picture

    return Prefetch(lookup, queryset=Picture.objects.with_card_renditions())
