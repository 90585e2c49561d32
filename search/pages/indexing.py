"""Filing pages under their words, in the very transaction that publishes them: the answer cannot drift apart."""

from collections import Counter
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import override
from wagtail.models import Page
from wagtail.search.index import SearchField

from core.languages import language_of
from core.models import Generation
from core.text import clean, fold
from home.cards import CardFacts, housing_in_words
from search.models import IndexedPage, PageWord
from search.pages.groups import group_of
from search.pages.languages import stem, stop_words
from search.text import LONGEST_STEM, words

WEIGHTS = {"title": 30, "summary": 8}  # of a word that stands there; one of the text weighs as often as it comes
MOST_IN_TEXT = 4
LONGEST_TEXT = 200_000  # characters of one field that are read


def index_page(page: Page) -> None:
    """File a page as it is now. A draft is in no answer, nor is an alias: it shows the text of another page."""
    page = page.specific
    with transaction.atomic():
        forget_page(page)
        if page.live and not page.alias_of_id:
            made = IndexedPage.objects.create(page_id=page.pk, group=group_of(page), **_line(page))
            language = language_of(page.locale_id)
            PageWord.objects.bulk_create(
                PageWord(page=made, word=word, stem=stem(word, language), weight=weight)
                for word, weight in _weights(page, stop_words(language)).items()
            )


def forget_page(page: Page) -> None:
    """Take a page out of the answers."""
    IndexedPage.objects.filter(pk=page.pk).delete()


def rebuild() -> int:
    """File every page again, and say how many there are; readers see the former index until the commit."""
    with transaction.atomic():
        Generation.bump()  # its row is the lock: one writer at a time
        IndexedPage.objects.all().delete()
        return catch_up()


def catch_up() -> int:
    """File the pages that went live without a word (a command, an older version of the site); say how many."""
    pages = list(missing())
    for page in pages:
        index_page(page)
    return len(pages)


def missing() -> QuerySet[Page]:
    """Give the live pages that the index lacks."""
    pages: QuerySet[Page] = Page.objects.live().filter(depth__gt=1, alias_of=None)
    return pages.exclude(pk__in=IndexedPage.objects.values("pk")).order_by("pk")


def _line(page: Any) -> dict[str, Any]:
    """Say what the answer shows of a page, in the page's own language."""
    with override(language_of(page.locale_id)):
        facts: CardFacts = getattr(page, "card_facts", CardFacts())
        shown = [housing_in_words(getattr(page, "housing", None)), facts.kind, facts.when, facts.place]
    return {
        "summary": getattr(page, "summary", ""),
        "facts": " · ".join(filter(None, shown)),
        "over_at": getattr(page, "ends_at", None),
    }


def _weights(page: Page, unsaid: frozenset[str]) -> dict[str, int]:
    """Weigh each word of a page, folded: title, summary, then all that the page declares as its text."""
    weights: Counter[str] = Counter()
    for field in page.get_search_fields():
        if isinstance(field, SearchField):
            found = Counter(_words(field.get_value(page), unsaid))
            for word, times in found.items():
                weights[word] += WEIGHTS.get(field.field_name) or min(times, MOST_IN_TEXT)
    return dict(weights)


def _words(value: Any, unsaid: frozenset[str]) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    text = clean(" ".join(str(part) for part in parts if part), LONGEST_TEXT)
    return [word[:LONGEST_STEM] for word in words(fold(text)) if word not in unsaid]
