"""What people may be about to ask, while they type: trades of the directory, titles of pages."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.db.models.functions import Length

from core.text import clean, fold
from directory.card_rows import trade_rows
from search.models import PageWord
from search.pages.indexing import WEIGHTS
from search.pages.lexicon import PageLexicon, starting
from search.text import words

FEWEST_LETTERS = 2
MAX_WORDS = 5
MAX_TRADES = 3
MAX_PAGES = 5


class Suggestion(NamedTuple):
    """Words to search for, and what they name: "trade" or "page"."""

    kind: str
    label: str


def suggest(text: str, lexicon: PageLexicon) -> list[Suggestion]:
    """Give what holds a word that begins like each one typed (two queries); nothing for less than two letters."""
    typed = words(fold(clean(text)))[:MAX_WORDS]
    if len("".join(typed)) < FEWEST_LETTERS:
        return []
    return [*_trades(typed), *_pages(typed, lexicon)]


def _trades(typed: list[str]) -> list[Suggestion]:
    labels = [row.label for row in trade_rows()]
    return [Suggestion("trade", label) for label in labels if _holds(words(fold(label)), typed)][:MAX_TRADES]


def _holds(held: list[str], typed: list[str]) -> bool:
    return all(any(word.startswith(start) for word in held) for start in typed)


def _pages(typed: list[str], lexicon: PageLexicon) -> list[Suggestion]:
    titled = PageWord.objects.filter(page=OuterRef("pk"), weight__gte=WEIGHTS["title"])
    pages = lexicon.pages.filter(*(Exists(titled.filter(starting(start))) for start in typed))
    titles = pages.order_by(Length("title"), "title").values_list("title", flat=True)[:MAX_PAGES]
    return [Suggestion("page", title) for title in titles]
