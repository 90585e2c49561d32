"""What the card of a page says. Each type of page gives its own facts by `card_facts`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.languages import language_of
from core.pictures.queries import fetch_renditions


@dataclass(frozen=True, slots=True)
class CardFacts:
    """Short facts, each empty when there is nothing to say.

    `when` is in words and `machine_when` the same in ISO 8601; `mark` warns ("Annulé"); `tells_apart` completes the
    title for those who hear links out of context, where two pages may bear the same one. `change` and `amount` are what
    a renovation changed ("Étiquette E → C") and its cost, in words.
    """

    kind: str = ""
    when: str = ""
    machine_when: str = ""
    place: str = ""
    mark: str = ""
    topics: tuple[str, ...] = ()
    tells_apart: str = ""
    change: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A page as a list shows it. `language` is that of the text, empty when it is the reader's own."""

    url: str
    language: str
    housing: str
    facts: CardFacts

    @property
    def tags(self) -> tuple[str, ...]:
        """List the words that sort pages: the housing, then the topics."""
        return tuple(filter(None, (self.housing, *self.facts.topics)))


def card_of(page: Page, request: HttpRequest | None) -> Card:
    """Say what the card of any page shows."""
    language = getattr(page, "content_language", None) or language_of(page.locale_id)
    return Card(
        url=page.get_url(request) or "",
        language="" if language == get_language() else language,
        housing=housing_in_words(getattr(page, "housing", None)),
        facts=getattr(page, "card_facts", CardFacts()),
    )


def housing_in_words(housing: Any) -> str:
    """Name the one kind of housing that a page concerns, empty when it concerns both."""
    return {"maison": _("Maison individuelle"), "copropriete": _("Copropriété")}.get(housing, "")


def fetch_pictures(*lists: Iterable[Page]) -> None:
    """Fetch the sizes of every picture of these lists of cards: one query, none when it is done already."""
    fetch_renditions(getattr(page, "picture", None) for pages in lists for page in pages)
