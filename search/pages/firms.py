"""The firms of the directory that a site-wide search finds: how many, the first ones, and the way to the others."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from directory import querystring
from directory.card_rows import trade_rows
from directory.cards import Card, read_cards
from directory.search import Correction, search

SHOWN = 3


@dataclass(frozen=True, slots=True)
class FoundFirms:
    """Some firms, in the directory's own order, and the address of its whole answer."""

    words: str  # what was typed, without the postcode that ended it
    total: int = 0
    cards: tuple[Card, ...] = ()
    url: str = ""
    corrections: tuple[Correction, ...] = ()
    is_first: bool = False  # the words name a trade: firms are what was asked for


def find_firms(words: str, territory: str) -> FoundFirms:
    """Ask the directory. Words that name no trade and no firm find none here: the directory would show everybody."""
    asked = querystring.read(QueryDict(urlencode({"q": words})), territory)
    criteria = replace(asked.criteria, page_size=SHOWN)
    results = search(criteria)
    understood = results.understood
    if not results.total or not (understood.trades or understood.names):
        return FoundFirms(asked.typed_words)
    return FoundFirms(
        words=asked.typed_words,
        total=results.total,
        corrections=results.understood.corrections,
        cards=tuple(read_cards(criteria, results, trade_rows())),
        url=f"{reverse('directory:index')}?{asked.query()}",
        is_first=bool(understood.trades),
    )
