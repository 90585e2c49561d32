"""The pages that a reader may find, and their words, in the database."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import override
from rapidfuzz import process
from rapidfuzz.distance import OSA
from wagtail.models import Page

from core.languages import language_of, present_language
from core.shops.memory import place_of
from home.querysets import CardQuerySet
from search.models import PageWord
from search.understanding import allowed_distance


@dataclass(frozen=True, slots=True)
class PageLexicon:
    """The readable pages of one site in one language. `path` is that of its home page, empty when it has none."""

    path: str
    language: str

    @property
    def pages(self) -> QuerySet[Page]:
        """Give the pages themselves."""
        if not self.path:
            return Page.objects.none()
        return CardQuerySet(Page).readable().filter(path__startswith=self.path, alias_of=None)

    @property
    def words(self) -> QuerySet[PageWord]:
        """Give the words of these pages, each as often as there are pages that hold it."""
        return PageWord.objects.filter(page__page__in=self.pages)

    def known(self, stems: Collection[str]) -> set[str]:
        """Give those of the stems that some page holds (one query)."""
        return set(self.words.filter(stem__in=stems).values_list("stem", flat=True).distinct())

    def nearest(self, words: Collection[str]) -> dict[str, str]:
        """Give, for each folded word that has one, the nearest page word with the same first letter (one query).

        Of equally near ones the most used wins.
        """
        repairable = [word for word in words if allowed_distance(word)]
        if not repairable:
            return {}
        same = reduce(or_, (starting(letter) for letter in {word[0] for word in repairable}))
        uses = dict(self.words.filter(same).values_list("word").annotate(Count("pk")).order_by())
        found = {word: _nearest(word, uses) for word in repairable}
        return {word: near for word, near in found.items() if near}


def _nearest(word: str, uses: dict[str, int]) -> str | None:
    names = [name for name in uses if name[0] == word[0]]
    near = process.extract(word, names, scorer=OSA.distance, score_cutoff=allowed_distance(word), limit=None)
    return min((found, -uses[name], name) for name, found, _place in near)[2] if near else None


def starting(letters: str) -> Q:
    """Keep words that begin with these letters; the lower bound lets SQLite use its index."""
    return Q(word__startswith=letters, word__gte=letters)


def lexicon_of(request: HttpRequest, language: str = "") -> PageLexicon:
    """Give the words of the site that a request names, in a language (that of the moment when none is given)."""
    asked = language or present_language()
    with override(asked):
        _site, root = place_of(request)
    spoken = root is not None and language_of(root.locale_id) == asked  # else the site has no pages in this language
    return PageLexicon(root.path if root and spoken else "", asked)
