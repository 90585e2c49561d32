"""Trade phrases inside a query: each word's reading, then the longest runs of words that mean trades."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from search.text import STOP_WORDS, stem

from .vocabulary import Spelling, Vocabulary, key

# What people add to a trade without narrowing it: the wish, the dwelling, the kind of firm. Never repaired, and
# never asked of a name unless nothing else was typed.
WEAK_WORDS = (
    "artisan artisanal pro professionnel specialiste expert qualifie agree certifie rge label technicien devis prix"
    " tarif cout gratuit cher bon meilleur urgent urgence cherche recherche trouver besoin voudrais faire refaire"
    " travaux chantier pose poser poseur installer installation installateur changer changement remplacer"
    " remplacement reparer reparation depannage depanneur entretien service conseil aide proche pres domicile"
    " maison appartement villa pavillon copropriete copro immeuble logement residence batiment habitat habitation"
    " individuel individuelle collectif collective cabinet agence bureau atelier neuf ancien ancienne"
)
WEAK_STEMS = frozenset(stem(word) for word in WEAK_WORDS.split())


class Unit(NamedTuple):
    """One or two typed words read as a piece: `at` their places, `read` the spelling meant where it was repaired.

    `known` tells whether its stems belong to the vocabulary; `others` are readings just as near.
    """

    at: tuple[int, ...]
    stems: tuple[str, ...]
    read: str = ""
    known: bool = False
    others: tuple[Spelling, ...] = ()


class Match(NamedTuple):
    """Units that together mean trades (slugs): `places` of their words in the query.

    `is_guess` tells whether nothing but single repaired words speaks for it.
    """

    units: list[Unit]
    slugs: tuple[str, ...]
    places: list[int]
    is_guess: bool

    @classmethod
    def of(cls, units: list[Unit], slugs: tuple[str, ...]) -> "Match":
        """Look at the units once: each match is asked several times."""
        places = [place for unit in units for place in unit.at]
        repaired = [unit for unit in units if unit.read]
        return cls(units, slugs, places, len(repaired) == len(places) == len(units))


def read(words: Sequence[str], vocabulary: Vocabulary) -> list[Match]:
    """Find the trade phrases among folded words; of equally near repairs the one that says more in its place wins."""
    found = list(_units(words, vocabulary))
    matched = _matches(found, vocabulary)
    for place, unit in enumerate(found):
        for other in unit.others:
            tried = [*found[:place], unit._replace(stems=other.stems, read=other.shown), *found[place + 1 :]]
            sharper = _matches(tried, vocabulary)
            if _weight(sharper) > _weight(matched):
                found, matched = tried, sharper
    return matched


def trades(matched: Sequence[Match]) -> tuple[str, ...]:
    """Give the slugs meant; a narrower phrase sharpens a wider one ("isolation … combles": the attic alone)."""
    if len(matched) == 1:
        return matched[0].slugs
    sets = [set(match.slugs) for match in matched]
    kept = [match.slugs for match, slugs in zip(matched, sets, strict=True) if not any(other < slugs for other in sets)]
    return tuple(dict.fromkeys(chain.from_iterable(kept)))


def is_weak(word: str, found: str) -> bool:
    """Tell whether a folded word and its stem say nothing of a trade or a name (in a query of such words only)."""
    return found in WEAK_STEMS or word in STOP_WORDS


def _units(words: Sequence[str], vocabulary: Vocabulary) -> Iterator[Unit]:
    """Read the words one after the other; two make one unit where a blank slipped in ("photo voltaique")."""
    place = 0
    while place < len(words):
        unit = _exact(words, place, vocabulary) or _joined(words, place, vocabulary)
        unit = unit or _repaired(words[place], place, vocabulary)
        yield unit
        place += len(unit.at)


def _matches(found: Sequence[Unit], vocabulary: Vocabulary) -> list[Match]:
    """Find the longest runs that are phrases, longest first, none overlapping; unknown words do not break a run."""
    row = [unit for unit in found if unit.known]
    free = [True] * len(row)
    matched: list[tuple[int, Match]] = []
    for size in range(min(vocabulary.longest, len(row)), 0, -1):
        for start in range(len(row) - size + 1):
            if not all(free[start : start + size]):
                continue
            run = row[start : start + size]
            slugs = vocabulary.phrases.get(key([part for unit in run for part in unit.stems]))
            if slugs:
                free[start : start + size] = [False] * size
                matched.append((start, Match.of(run, slugs)))
    return [match for _start, match in sorted(matched)]


def _weight(matched: Iterable[Match]) -> int:
    return sum(len(match.units) ** 2 for match in matched)


def _exact(words: Sequence[str], place: int, vocabulary: Vocabulary) -> Unit | None:
    found = vocabulary.stem(words[place])
    return Unit((place,), (found,), known=True) if found in vocabulary.stems else None


def _joined(words: Sequence[str], place: int, vocabulary: Vocabulary) -> Unit | None:
    for width in (1, 2):
        spelling = vocabulary.joined.get("".join(words[place : place + width]))
        if spelling and place + width <= len(words):
            return Unit(tuple(range(place, place + width)), spelling.stems, spelling.shown, known=True)
    return None


def _repaired(word: str, place: int, vocabulary: Vocabulary) -> Unit:
    as_typed = stem(word)
    meant = [] if is_weak(word, as_typed) or not word.isalpha() else vocabulary.nearest(word)
    if not meant:
        return Unit((place,), (as_typed,))
    return Unit((place,), meant[0].stems, meant[0].shown, known=True, others=tuple(meant[1:]))
