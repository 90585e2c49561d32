"""Names for parts of a page, so that one can link to them."""

from collections.abc import Iterable, Iterator

from django.utils.text import slugify

from core.text import fold


def anchors(texts: Iterable[str], prefix: str) -> Iterator[str]:
    """Give each text a name that no other has: its words, then a number where two texts have the same words."""
    taken: set[str] = set()
    for text in texts:
        words = slugify(fold(text).replace("'", "-"))[:60].strip("-")
        name = f"{prefix}-{words}" if words else prefix
        number = 1
        while (unique := name if number == 1 else f"{name}-{number}") in taken:
            number += 1
        taken.add(unique)
        yield unique
