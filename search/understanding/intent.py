"""What a query turns out to mean, and what one must know of firms' names to tell."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz.distance import OSA

from core.text import fold
from directory.search import Correction
from search.text import content, stem, words


@dataclass(frozen=True, slots=True)
class Intent:
    """What the words mean, in the order typed.

    `trades`: slugs, any of them. `stems`: of every content word, for the firms whose name holds them all; a word
    that is a trade's misspelling AND a firm's name word keeps its typed stem here. `names`: stems to look for in
    names once trades are taken out; `shown_names` are these words as people read them. `ignored`: words left
    aside because a trade says enough, or because they ask for everyone ("une entreprise": nothing else is set then).
    `shortened`: over 200 characters or 20 words, the rest was not read.
    """

    trades: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shown_names: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    ignored: tuple[str, ...] = ()
    shortened: bool = False


class NameLexicon(Protocol):
    """The words of the published firms' names."""

    def known(self, stems: Collection[str]) -> set[str]:
        """Give those of the stems that some firm's name holds."""

    def nearest(self, word: str) -> str | None:
        """Give the name word nearest to a folded word, within its distance (`allowed_distance`), or None."""


def allowed_distance(word: str) -> int:
    """Tell how many slips are forgiven in a word: none under 4 letters, 1 up to 7, 2 from 8 on."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


class SetLexicon:
    """A lexicon of a few names, in memory: the reference for tests, and an empty one where there are no firms."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._words = {word: stem(word) for name in names for word in content(words(fold(name)))}

    def known(self, stems: Collection[str]) -> set[str]:
        """Give those of the stems that some name holds."""
        return set(stems) & set(self._words.values())

    def nearest(self, word: str) -> str | None:
        """Give the name word at the smallest distance, the first in the alphabet among equals."""
        near = [
            (OSA.distance(word, name), name)
            for name in self._words
            if name[0] == word[0] and OSA.distance(word, name) <= allowed_distance(word)
        ]
        return min(near)[1] if near else None
