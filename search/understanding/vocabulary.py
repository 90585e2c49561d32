"""The words of trades: labels and synonyms, by stem, by spelling, and run together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.text import clean, fold
from search.text import content, stem, word_pairs

SHORTEST_REPAIRED = 4  # letters of the word that was meant; initials ("dtg") are typed right or not at all
LONG = 8  # letters from which a second slip is forgiven
MAX_MEANT = 6  # readings of one misspelt word that are tried
SHORTEST_JOINED = 6  # letters of a phrase that may be typed without its blanks

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_ELIDED = re.compile(r"\b([dl])'([^\W_]+)")

Key = tuple[str, ...]  # the stems of a phrase, sorted: word order says nothing ("combles isolation")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word or phrase of the vocabulary as it is written: its stems, and its letters for people to read."""

    stems: tuple[str, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every phrase that means trades. Built once, read by all threads.

    `phrases`: sorted stems → slugs. `stems`: each stem of a phrase. `forms`: folded words → stem. `joined`: phrases
    without their blanks. `spellings`: folded words and their plurals, by the first letter and the length of what
    may be typed for them. `longest`: the most words a phrase has.
    """

    phrases: dict[Key, tuple[str, ...]]
    stems: frozenset[str]
    forms: dict[str, str]
    joined: dict[str, Spelling]
    spellings: dict[tuple[str, int], tuple[list[str], list[Spelling]]]
    longest: int

    @classmethod
    def build(cls, phrases: Iterable[tuple[str, str]]) -> "Vocabulary":
        """Build from (trade slug, phrase) pairs; the slugs of a shared phrase keep the order given."""
        slugs: dict[Key, dict[str, None]] = defaultdict(dict)
        forms: dict[str, str] = {}
        joined: dict[str, Spelling] = {}
        spellings: dict[str, Spelling] = {}
        for slug, phrase, pairs in _with_words(phrases):
            slugs[key(stem(folded) for folded, _shown in pairs)][slug] = None
            forms |= _forms(phrase, pairs)
            joined |= _joined(phrase, pairs)
            for written, spelling in _spellings(pairs):
                spellings.setdefault(written, spelling)
        return cls(
            phrases={stems: tuple(found) for stems, found in slugs.items()},
            stems=frozenset(part for stems in slugs for part in stems),
            forms=forms,
            joined=joined,
            spellings=_by_typed(spellings),
            longest=max(map(len, slugs), default=0),
        )

    def stem(self, word: str) -> str:
        """Give the stem under which a folded word stands here, or simply its stem."""
        return self.forms.get(word) or stem(word)

    def nearest(self, word: str) -> list[Spelling]:
        """Give what may have been meant by a folded, unknown word: same first letter, one slip, two in a long word.

        Only the nearest, at most `MAX_MEANT`, those of the word's length first; none for a number or a short word.
        Scanning the words of one letter and about this length takes rapidfuzz 1 to 5 µs.
        """
        written, spellings = self.spellings.get((word[0], len(word)), _NO_SPELLINGS)
        found = process.extract(word, written, scorer=OSA.distance, score_cutoff=_slips(len(word)), limit=None)
        if len(found) < 2:
            return [spellings[index] for _near, _slips, index in found]
        fewest = min(found, key=itemgetter(1))[1]
        near = sorted((abs(len(near) - len(word)), index) for near, slips, index in found if slips == fewest)
        meant = {spellings[index].stems: spellings[index] for _difference, index in reversed(near)}
        return list(reversed(meant.values()))[:MAX_MEANT]


_NO_SPELLINGS: tuple[list[str], list[Spelling]] = ([], [])


def key(stems: Iterable[str]) -> Key:
    """Give what two phrases share when they hold the same stems in any order."""
    return tuple(sorted(stems))


def _with_words(phrases: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Give each slug and phrase with its content words, folded and as written; one that has no word is left out."""
    for slug, phrase in phrases:
        pairs = word_pairs(clean(phrase).lower())
        kept = set(content([folded for folded, _shown in pairs]))
        if kept:
            yield slug, phrase, [pair for pair in pairs if pair[0] in kept]


def _forms(phrase: str, pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Give the words, and those that an elision clings to when its apostrophe is forgotten ("doeuvre")."""
    forms = {folded: stem(folded) for folded, _shown in pairs}
    text = fold(clean(phrase))
    return forms | {letter + word: stem(word) for letter, word in _ELIDED.findall(text) if word in forms}


def _joined(phrase: str, pairs: list[tuple[str, str]]) -> dict[str, Spelling]:
    together = _NOT_ALPHANUMERIC.sub("", fold(clean(phrase)))
    if len(together) < SHORTEST_JOINED:
        return {}
    return {together: Spelling(tuple(stem(folded) for folded, _shown in pairs), clean(phrase).lower())}


def _spellings(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, Spelling]]:
    for folded, shown in pairs:
        stems = (stem(folded),)
        for written in (shown, _other_number(shown)):
            if min(len(written), len(folded)) >= SHORTEST_REPAIRED and folded.isalpha():
                yield fold(written), Spelling(stems, written)


def _slips(length: int) -> int:
    """Tell how many slips are forgiven in a word of some letters."""
    return 2 if length >= LONG else 1


def _by_typed(spellings: dict[str, Spelling]) -> dict[tuple[str, int], tuple[list[str], list[Spelling]]]:
    """File each spelling under its first letter and every length with which it may be typed."""
    found: dict[tuple[str, int], tuple[list[str], list[Spelling]]] = defaultdict(lambda: ([], []))
    for written, spelling in spellings.items():
        for length in range(len(written) - 2, len(written) + 3):
            if abs(length - len(written)) <= _slips(length):
                found[written[0], length][0].append(written)
                found[written[0], length][1].append(spelling)
    return dict(found)


def _other_number(word: str) -> str:
    """Give the plural of a singular and the singular of a plural, as French mostly makes them."""
    if word.endswith(("s", "x")):
        return word[:-1]
    return word + ("x" if word.endswith(("eau", "eu")) else "s")
