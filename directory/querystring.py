"""From the query string to `Criteria`: the page and the API read it here, by allow-list, and never fail."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from core.pagination import read_page
from core.text import clean
from directory.models import Trade
from directory.search import Criteria, Housing, Label, Order
from territories import places
from territories.place import Answer, Choice, Found, Place

HOUSING: tuple[Housing, ...] = ("maison", "copropriete")
LABELS: tuple[Label, ...] = ("rge", "charte")
ORDERS: tuple[Order, ...] = ("pertinence", "distance")
MAX_VALUES = 100  # of one repeated parameter; the rest is not read
MAX_TYPED = 200
WORDS_THEN_POSTCODE = re.compile(r"(.*[^\W\d].*?)\s+([0-9]{5})")


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What the visitor asked, as typed (for the form) and as read (for the engine)."""

    typed_words: str
    typed_place: str
    place: Answer
    criteria: Criteria

    def query(self, **changes: Any) -> str:
        """Give the canonical query string of this search, with some parameters changed (None takes one away)."""
        criteria = self.criteria
        values: dict[str, Any] = {
            "q": criteria.words,
            "lieu": self.typed_place if not isinstance(self.place, Found) else self.place.place.label,
            "commune": _commune(self.place),
            "metier": criteria.trades,
            "logement": criteria.housing,
            "label": criteria.labels,
            "tri": criteria.order if criteria.order != "pertinence" else None,
            "page": criteria.page if criteria.page > 1 else None,
        }
        if values["commune"]:
            values["lieu"] = None  # the code says it all
        values |= changes
        return urlencode([(name, value) for name, value in values.items() if value], doseq=True)


def read(data: QueryDict, territory: str = "") -> SearchRequest:
    """Read a search. Unknown names and values are ignored; `commune` wins over `lieu`.

    `territory` is the SIREN of the shop's own: its places are likelier meant. Without it, the installation's.
    """
    words, typed_place = _two_boxes(data.get("q", ""), data.get("lieu", ""))
    answer = _place(data.get("commune", ""), typed_place, territory)
    criteria = Criteria(
        words=words,
        places=_searched(answer),
        trades=_trades(data.getlist("metier")),
        housing=next(iter(_allowed([data.get("logement", "")], HOUSING)), None),
        labels=_allowed(data.getlist("label"), LABELS),
        order=next(iter(_allowed([data.get("tri", "")], ORDERS)), "pertinence"),
        page=read_page(data.get("page", "")),
    )
    return SearchRequest(criteria.words[:MAX_TYPED], typed_place, answer, criteria)


def _two_boxes(words: str, place: str) -> tuple[str, str]:
    """Clean what the two boxes hold. A postcode that ends the first one goes to the second one when it is empty."""
    words, place = clean(words[: MAX_TYPED * 5], MAX_TYPED + 1), clean(place, MAX_TYPED)
    if not place and (both := WORDS_THEN_POSTCODE.fullmatch(words)):
        return both[1], both[2]
    return words, place


def _place(code: str, text: str, territory: str) -> Answer:
    chosen = places.commune(code, territory) if code else None
    return Found(chosen) if chosen else places.find(text, territory)


def _searched(answer: Answer) -> tuple[Place, ...]:
    match answer:
        case Found(place=place):
            return (place,)
        case Choice(searched=searched):
            return searched
    return ()


def _commune(answer: Answer) -> str | None:
    return answer.place.code if isinstance(answer, Found) and answer.place.kind == "commune" else None


def _allowed(values: Iterable[str], known: tuple[Any, ...]) -> tuple[Any, ...]:
    asked = set(list(values)[:MAX_VALUES])
    return tuple(value for value in known if value in asked)


def _trades(slugs: list[str]) -> tuple[str, ...]:
    asked = set(slugs[:MAX_VALUES])
    if not asked:
        return ()
    return tuple(slug for slug in Trade.objects.values_list("slug", flat=True) if slug in asked)
