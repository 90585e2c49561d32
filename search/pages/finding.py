"""Which pages speak of what was asked, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Sum
from django.utils.timezone import now

from search.pages.lexicon import PageLexicon
from search.pages.reading import Reading, Stems, Term

OTHER_WORDS = 0.5  # what a page that says it otherwise is worth, beside one that says it as typed


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page that answers: its key, its group, and whether it is over (an event)."""

    key: int
    group: str
    over: bool


@dataclass(frozen=True, slots=True)
class FoundPages:
    """The pages in order. `partial`: none speaks of everything asked, these speak of most of it."""

    pages: tuple[FoundPage, ...] = ()
    partial: bool = False

    def of(self, group: str) -> list[FoundPage]:
        """Give the pages of one group, in order."""
        return [page for page in self.pages if page.group == group]


@dataclass(slots=True)
class _Candidate:
    page: FoundPage
    published: float
    weights: dict[str, int] = field(default_factory=dict)


def find(reading: Reading, lexicon: PageLexicon) -> FoundPages:
    """Find the pages that speak of everything asked, or failing that of most of it (one query).

    Order: what is not over first; then by where the words stand (title, summary, text); then the latest published.
    """
    if not reading.terms:
        return FoundPages()
    scored = []
    for candidate in _candidates(reading.stems, lexicon):
        worths = [worth for term in reading.terms if (worth := _worth(term, candidate.weights))]
        scored.append((len(worths), not candidate.page.over, sum(worths), candidate.published, candidate.page))
    most = max((held for held, *_rest in scored), default=0)
    best = sorted((row for row in scored if row[0] == most and most), key=lambda row: row[:4], reverse=True)
    return FoundPages(tuple(row[4] for row in best), partial=0 < most < len(reading.terms))


def _candidates(stems: Iterable[str], lexicon: PageLexicon) -> Iterable[_Candidate]:
    columns = ("page_id", "page__group", "page__over_at", "page__page__last_published_at", "stem")
    rows = lexicon.words.filter(stem__in=stems).values_list(*columns).annotate(Sum("weight")).order_by("page_id")
    found: dict[int, _Candidate] = {}
    moment = now()
    for key, group, over_at, published, stem, weight in rows:
        if key not in found:
            page = FoundPage(key, group, bool(over_at and over_at < moment))
            found[key] = _Candidate(page, _seconds(published))
        found[key].weights[stem] = weight
    return found.values()


def _worth(term: Term, weights: dict[str, int]) -> float:
    typed, *others = (_held(phrase, weights) for phrase in term.phrases)
    return max([typed, *(OTHER_WORDS * other for other in others)])


def _held(phrase: Stems, weights: dict[str, int]) -> int:
    """Give what a page is worth for a phrase: that of its least word, nothing when it lacks one."""
    return min(weights.get(stem, 0) for stem in phrase)


def _seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0
