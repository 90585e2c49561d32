"""From what was typed to an `Intent`, the same for every engine.

Which reading of a word wins, and why:

1. a trade's word, typed right up to accents, plural and case;
2. a typing slip inside a phrase that another, rightly typed word confirms ("isolaton des combles");
3. a word that some firm's name holds, exactly as typed: "Poile" is a surname before it is a stove. In a long word
   that stands alone (8 letters or more) both readings are kept: the firms named so come first ("Fenestre"), then
   those of the trade, so that one firm with a misspelt name does not hide a whole trade;
4. a typing slip in a trade's word; beside a trade that is sure, only in a long one ("plombier Portet" asks for no
   door: the second word rather is a place or a name);
5. a typing slip in a name's word, only where no trade was recognised.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from core.text import clean
from directory.search import Correction
from search.text import STOP_WORDS, stem, word_pairs

from .intent import Intent, NameLexicon
from .phrases import Match, is_weak, read, trades
from .vocabulary import LONG, Vocabulary

MAX_CHARACTERS = 200
MAX_WORDS = 20
MAX_NAME_REPAIRS = 4  # each may cost a look into the index


class Word(NamedTuple):
    """A content word: folded, as typed, and its stem."""

    folded: str
    typed: str
    stem: str

    @property
    def is_weak(self) -> bool:
        return is_weak(self.folded, self.stem)


@dataclass(slots=True)
class _Draft:
    """An intent in the making; `stems` of every word, and `corrections` by the place of theirs."""

    words: Sequence[Word]
    stems: list[tuple[str, ...]]
    corrections: dict[int, Correction] = field(default_factory=dict)
    names: list[int] = field(default_factory=list)
    ignored: list[int] = field(default_factory=list)

    def repair(self, places: Sequence[int], stems: tuple[str, ...], meant: str) -> None:
        typed = " ".join([self.words[place].typed for place in places])
        self.corrections[places[0]] = Correction(typed, meant)
        for place in places:
            self.stems[place] = stems

    def intent(self, found: tuple[str, ...], shortened: bool) -> Intent:
        asks = bool(found or self.names)
        shown = {part: self._shown(place) for place in self.names for part in self.stems[place]}
        return Intent(
            trades=found,
            stems=tuple(dict.fromkeys(chain.from_iterable(self.stems))) if asks else (),
            names=tuple(shown),
            shown_names=tuple(dict.fromkeys(shown.values())),
            corrections=tuple([self.corrections[place] for place in sorted(self.corrections)]),
            ignored=tuple(dict.fromkeys([self.words[place].typed for place in self.ignored])),
            shortened=shortened,
        )

    def _shown(self, place: int) -> str:
        correction = self.corrections.get(place)
        return correction.read if correction else self.words[place].typed


def understand(text: str, vocabulary: Vocabulary, lexicon: NameLexicon) -> Intent:
    """Read a query. Any text is accepted; the lexicon is asked at most once for what it knows, and for few repairs."""
    words, shortened = cut(text, vocabulary.stem)
    matched = read([word.folded for word in words], vocabulary)
    known = _known(words, matched, lexicon)
    matched, doubtful = _sifted(words, matched, known)
    draft = _Draft(words, [(word.stem,) for word in words])
    for match in matched:
        _note_repairs(draft, match, doubtful)
    found = trades(matched)
    left = _left(words, matched)
    if found:
        _sort_beside_trades(draft, left, known, vocabulary)
    else:
        _sort_alone(draft, left, known, lexicon)
    return draft.intent(found, shortened)


def cut(text: str, stem: Callable[[str], str], stop_words: Collection[str] = STOP_WORDS) -> tuple[list[Word], bool]:
    """Give the content words of a query, and whether it was too long to be read whole."""
    if not text.isprintable() or len(text) > MAX_CHARACTERS:
        text = clean(text, MAX_CHARACTERS + 1)  # most queries are clean
    pairs = word_pairs(text[:MAX_CHARACTERS])
    shortened = len(text) > MAX_CHARACTERS or len(pairs) > MAX_WORDS
    pairs = pairs[:MAX_WORDS]
    kept = [pair for pair in pairs if pair[0] not in stop_words] or pairs
    return [Word(folded, typed, stem(folded)) for folded, typed in kept], shortened


def _left(words: Sequence[Word], matched: Iterable[Match]) -> list[int]:
    read = {place for match in matched for place in match.places}
    return [place for place in range(len(words)) if place not in read] if len(read) < len(words) else []


def _known(words: Sequence[Word], matched: Sequence[Match], lexicon: NameLexicon) -> Collection[str]:
    guessed = [place for match in matched if match.is_guess for place in match.places]
    asked = {words[place].stem for place in (*_left(words, matched), *guessed)}
    return lexicon.known(asked) if asked else ()


def _sifted(words: Sequence[Word], matched: list[Match], known: Collection[str]) -> tuple[list[Match], frozenset[int]]:
    """Drop the guesses that rather are names, and give the places of the words that are kept as both."""
    guesses = [match for match in matched if match.is_guess]
    if not guesses:
        return matched, frozenset()
    sure = [match for match in matched if not match.is_guess]
    names = [match for match in guesses if all(words[place].stem in known for place in match.places)]
    long = [match for match in guesses if all(len(words[place].folded) >= LONG for place in match.places)]
    if sure:
        kept = [match for match in long if match not in names]
        return [match for match in matched if match in sure or match in kept], frozenset()
    kept = [match for match in guesses if match in long or match not in names]
    return kept, frozenset(place for match in kept if match in names for place in match.places)


def _note_repairs(draft: _Draft, match: Match, doubtful: frozenset[int]) -> None:
    for unit in match.units:
        if unit.read:
            draft.repair(unit.at, unit.stems, unit.read)
            for place in doubtful.intersection(unit.at):
                draft.stems[place] = (draft.words[place].stem,)


def _sort_beside_trades(draft: _Draft, left: Iterable[int], known: Collection[str], vocabulary: Vocabulary) -> None:
    """Beside a trade, a word narrows the search only if it is a name's; the trade's own vocabulary does not."""
    for place in left:
        word = draft.words[place]
        is_name = word.stem in known and not word.is_weak and word.stem not in vocabulary.stems
        (draft.names if is_name else draft.ignored).append(place)


def _sort_alone(draft: _Draft, left: list[int], known: Collection[str], lexicon: NameLexicon) -> None:
    """Without a trade every word is a name's, save the weak ones; these are only when nothing else was typed."""
    words = draft.words
    draft.names = [place for place in left if not words[place].is_weak]
    if not draft.names and len(left) > 1 and all(words[place].stem in known for place in left):
        draft.names = left
    draft.ignored = [place for place in left if place not in draft.names]
    unknown = [place for place in draft.names if words[place].stem not in known]
    for place in unknown[:MAX_NAME_REPAIRS]:
        near = lexicon.nearest(words[place].folded)
        if near:
            draft.repair((place,), (stem(near),), near)
