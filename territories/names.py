"""Names of places, and the ways people come near them: whole, begun, one of the words, misspelled."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from territories.spelling import LINKING, words

EDIT_COST = log(100)  # one more slip must be made up for by a hundred times more people
FIRST_LETTER_COST = log(10)  # people seldom miss the first letter
WHOLE_BONUS, FIRST_WORD_BONUS, FORMER_MALUS = log(100), log(10), log(10)
LAST_POSITION, FORMER, FIRST_WORD = 61, 62, 63  # bits of a mark
_BITS = {character: 1 << position for position, character in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}
AFTER_LETTERS = "{"  # sorts after every letter and digit of a key

Pairs = Iterable[tuple[str, int]]


class Spelling(NamedTuple):
    """A name that looks like what was typed, how many slips away, and how likely it is meant (natural logarithm)."""

    key: str
    slips: int
    score: float


@dataclass(frozen=True, slots=True)
class Names:
    """Keys of names (`spelling.key`) and where each of their words begins, towards entries of the gazetteer.

    `starts` are the sorted ends of names from each telling word on ("orensdegameville"); beside each, its entry, its
    marks (a bit for each position where a word ends, and two more) and a score: the logarithm of its weight, with
    what its kind adds.
    """

    current: dict[str, tuple[int, ...]]
    former: dict[str, tuple[int, ...]]
    starts: list[str]
    entries: NDArray[np.int32]
    marks: NDArray[np.uint64]
    scores: NDArray[np.float64]
    letters: NDArray[np.uint64]  # which letters each start holds, a bit each
    keys: list[str]
    key_letters: NDArray[np.uint64]
    key_lengths: NDArray[np.int16]
    best: dict[str, float]  # key → logarithm of its heaviest entry's weight

    @classmethod
    def of(cls, current: Pairs, former: Pairs, weights: list[int]) -> "Names":
        """Arrange names (name, entry); weights are by entry, at least 1."""
        now, then = _parted(current), _parted(former)
        starts = sorted([*_starts(now, weights), *_starts(then, weights, former=True)])
        return cls(
            current=(current_keys := _by_key(now)),
            former=(former_keys := _by_key(then)),
            starts=[start[0] for start in starts],
            entries=np.array([start[1] for start in starts], dtype=np.int32),
            marks=np.array([start[2] for start in starts], dtype=np.uint64),
            scores=np.array([start[3] for start in starts], dtype=np.float64),
            letters=np.array([_letters(start[0]) for start in starts], dtype=np.uint64),
            keys=(keys := list(former_keys | current_keys)),
            key_letters=np.array([_letters(key) for key in keys], dtype=np.uint64),
            key_lengths=np.array([len(key) for key in keys], dtype=np.int16),
            best={
                key: log(max(weights[entry] for entry in entries))
                for key, entries in (former_keys | current_keys).items()
            },
        )

    def weighing(self, before: list[int], after: list[int], changed: set[int]) -> "Names":
        """Give the same names with other weights; `changed` are the only entries for which they differ."""
        scores, best = self.scores.copy(), self.best.copy()
        for position in np.flatnonzero(np.isin(self.entries, list(changed))):
            entry = self.entries[position]
            scores[position] += log(after[entry]) - log(before[entry])
        for key, entries in (self.former | self.current).items():
            if not changed.isdisjoint(entries):
                best[key] = log(max(after[entry] for entry in entries))
        return replace(self, scores=scores, best=best)

    def exactly(self, key: str) -> tuple[int, ...]:
        """Give the entries of a name; a commune of today goes before one that was merged."""
        return self.current.get(key) or self.former.get(key, ())

    def beginning(
        self, key: str, limit: int, *, whole_words: bool = False, first_word: bool = False, former: bool | None = None
    ) -> list[int]:
        """Give the likeliest entries that have a word beginning so, at most `limit`.

        `whole_words`: what was typed ends where a word of the name ends. `first_word`: the name itself begins so.
        `former`: only names of the past (True) or of today (False).
        """
        start, end = bisect_left(self.starts, key), bisect_left(self.starts, key + AFTER_LETTERS)
        scores = self.scores[start:end].copy()
        marks = self.marks[start:end]
        whole = bisect_left(self.starts, key + "\0", start, end) - start
        scores[:whole][_has(marks[:whole], FIRST_WORD)] += WHOLE_BONUS
        if whole_words:
            scores[~_has(marks, min(len(key), LAST_POSITION))] = -np.inf
        if first_word:
            scores[~_has(marks, FIRST_WORD)] = -np.inf
        if former is not None:
            scores[_has(marks, FORMER) != former] = -np.inf
        return _distinct(self.entries[start:end], scores, limit)

    def alike(self, key: str, limit: int = 5) -> list[Spelling]:
        """Give the names within a few slips, likeliest first: one slip from 4 letters, two from 8, one more to show."""
        reach = slips_forgiven(key) + (len(key) > 4)
        if not reach:
            return []
        # A slip changes two letters of the set at most: that leaves few names to compare letter by letter.
        near = np.bitwise_count(self.key_letters ^ np.uint64(_letters(key))) <= 2 * reach
        near &= np.abs(self.key_lengths - len(key)) <= reach
        choices = [self.keys[i] for i in np.flatnonzero(near)]
        found = process.extract(key, choices, scorer=OSA.distance, score_cutoff=reach, limit=None)
        spellings = [
            Spelling(name, int(slips), self.best[name] - EDIT_COST * slips - FIRST_LETTER_COST * (name[0] != key[0]))
            for name, slips, _ in found
        ]
        return sorted(spellings, key=lambda spelling: (-spelling.score, spelling.key))[:limit]

    def beginning_alike(self, key: str, limit: int) -> list[int]:
        """Give the likeliest entries with a word that begins nearly so, its first letter being right."""
        if not slips_forgiven(key):
            return []
        start, end = bisect_left(self.starts, key[0]), bisect_left(self.starts, key[0] + AFTER_LETTERS)
        missing = np.bitwise_count(np.uint64(_letters(key)) & ~self.letters[start:end])
        near = start + np.flatnonzero(missing <= slips_forgiven(key))
        heads = [self.starts[i][: len(key)] for i in near]
        found = process.extract(key, heads, scorer=OSA.distance, score_cutoff=slips_forgiven(key), limit=None)
        chosen = near[[position for _, _, position in found]] if found else near[:0]
        slips = np.array([slips for _, slips, _ in found], dtype=np.float64)
        return _distinct(self.entries[chosen], self.scores[chosen] - EDIT_COST * slips, limit)


def slips_forgiven(key: str) -> int:
    """Say how many slips a word of this length may hold and still be read."""
    return 0 if len(key) < 4 else 1 if len(key) < 8 else 2


def _parted(pairs: Pairs) -> list[tuple[tuple[str, ...], int]]:
    return [(words(name), entry) for name, entry in pairs]


def _by_key(parted: list[tuple[tuple[str, ...], int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for parts, entry in parted:
        key = "".join(parts)
        others = found.get(key, ())
        if entry not in others:
            found[key] = (*others, entry)
    return found


def _letters(key: str) -> int:
    """Give the set of letters and digits of a key, a bit each."""
    bits = 0
    for character in set(key):
        bits |= _BITS.get(character, 0)
    return bits


def _starts(
    parted: list[tuple[tuple[str, ...], int]], weights: list[int], *, former: bool = False
) -> Iterable[tuple[str, int, int, float]]:
    for parts, entry in parted:
        rest, ends = "", 0
        score = log(weights[entry]) - FORMER_MALUS * former
        for position in range(len(parts) - 1, -1, -1):
            word = parts[position]
            rest, ends = word + rest, (ends << len(word) | 1 << len(word)) & (2 << LAST_POSITION) - 1
            if position == 0:
                yield rest, entry, ends | former << FORMER | 1 << FIRST_WORD, score + FIRST_WORD_BONUS
            elif word not in LINKING:
                yield rest, entry, ends | former << FORMER, score


def _has(marks: NDArray[np.uint64], bit: int) -> NDArray[np.bool_]:
    return (marks >> np.uint64(bit)) & np.uint64(1) == 1


def _distinct(entries: NDArray[Any], scores: NDArray[np.float64], limit: int) -> list[int]:
    """Give the best entries, each once."""
    kept = limit * 3  # an entry seldom answers by more than three of its words
    if len(scores) > kept:
        chosen = np.argpartition(-scores, kept)[:kept]
        entries, scores = entries[chosen], scores[chosen]
    order = np.lexsort((entries, -scores))
    return list(dict.fromkeys(int(entries[i]) for i in order if scores[i] > -np.inf))[:limit]
