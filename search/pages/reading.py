"""From what was typed to the things that a page must speak of, by the directory's own understanding of French."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from directory.search import Correction
from search.pages.languages import FRENCH, stem, stop_words
from search.pages.lexicon import PageLexicon
from search.understanding import Vocabulary, current_vocabulary
from search.understanding.phrases import Match, read
from search.understanding.reading import Word, cut

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to speak of: any of these phrases, as it was typed first, then other words for the same trade."""

    phrases: tuple[Stems, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a query asks of pages. `shortened`: over 200 characters or 20 words, the rest was not read."""

    terms: tuple[Term, ...] = ()
    corrections: tuple[Correction, ...] = ()
    shortened: bool = False

    @property
    def stems(self) -> set[str]:
        """Give every stem that may speak for a page."""
        return {part for term in self.terms for phrase in term.phrases for part in phrase}


def read_query(text: str, lexicon: PageLexicon) -> Reading:
    """Read a query; any text is accepted. A word of no trade that no page holds is read as the nearest one."""
    vocabulary = current_vocabulary() if lexicon.language == FRENCH else Vocabulary.build(())
    words, shortened = cut(text, partial(_stem, vocabulary, lexicon.language), stop_words(lexicon.language))
    if not words:
        return Reading(shortened=shortened)
    known = lexicon.known({word.stem for word in words})
    guessed = read([word.folded for word in words], vocabulary)
    matched = [match for match in guessed if not _is_said(match, words, known)]
    taken = {place for match in matched for place in match.places}
    left = [place for place in range(len(words)) if place not in taken]
    meant = _repairs([words[place] for place in left if words[place].stem not in known], lexicon)
    found = [(match.places[0], _trade(match, vocabulary)) for match in matched]
    found += [(place, _word(words[place], meant, lexicon.language)) for place in left]
    corrections = [*_trade_corrections(matched, words), *meant.values()]
    return Reading(tuple(term for _place, term in sorted(found)), tuple(corrections), shortened)


def _stem(vocabulary: Vocabulary, language: str, word: str) -> str:
    return vocabulary.forms.get(word) or stem(word, language)


def _is_said(match: Match, words: list[Word], known: set[str]) -> bool:
    """Tell whether a guess at a trade rather is a word of the pages, typed right."""
    return match.is_guess and all(words[place].stem in known for place in match.places)


def _trade(match: Match, vocabulary: Vocabulary) -> Term:
    """Give the phrase as typed, then every other phrase that means the same trades or some of them."""
    typed = tuple(part for unit in match.units for part in unit.stems)
    meant = set(match.slugs)
    others = [phrase for phrase, slugs in vocabulary.phrases.items() if meant.issuperset(slugs)]
    return Term((typed, *others))


def _trade_corrections(matched: list[Match], words: list[Word]) -> Iterator[Correction]:
    for match in matched:
        for unit in match.units:
            if unit.read:
                yield Correction(" ".join(words[place].typed for place in unit.at), unit.read)


def _repairs(unknown: list[Word], lexicon: PageLexicon) -> dict[Word, Correction]:
    near = lexicon.nearest({word.folded for word in unknown})
    return {word: Correction(word.typed, near[word.folded]) for word in unknown if word.folded in near}


def _word(word: Word, meant: dict[Word, Correction], language: str) -> Term:
    found = stem(meant[word].read, language) if word in meant else word.stem
    return Term(((found,),))
