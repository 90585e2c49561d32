"""How many misspelt queries are understood, and how long that takes. No database: the vocabulary is the shipped one.

Typos: in every trade phrase, for every word of 4 letters or more, one deletion, insertion, substitution and
transposition after the first letter, at places drawn with a seed. Variants: accents off, capitals, number,
kinds of apostrophe. A query is understood when it means the same trades as the phrase rightly typed.
"""

import argparse
import json
import os
import random
import re
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import thread_time_ns
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "site"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
django.setup()  # models are imported on the way; nothing is read from the database

from core.text import fold  # noqa: E402
from directory.reference import rows  # noqa: E402
from search.understanding import SetLexicon, Vocabulary, understand  # noqa: E402

SEED = 31555
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SURNAMES = "Martin Dupont Durand Garcia Lopez Faure Roux Blanc Fabre Vidal Pons Sanchez Marty Lacroix Delmas Castel"
ENDINGS = ("Toiture", "Chauffage", "Rénovation", "et Fils", "Énergies", "Habitat", "Occitanie", "Services")
NAMES = [f"{surname} {ending}" for surname in SURNAMES.split() for ending in ENDINGS]  # fictitious

Query = tuple[str, str]  # the phrase, and how it was typed
Edit = Callable[[str, int, random.Random], str]


def phrases() -> list[tuple[str, str]]:
    """Give (slug, phrase): each trade's label, then its synonyms, as a new directory has them."""
    return [(row["slug"], row["label"]) for row in rows("trades")] + [
        (row["slug"], row["phrase"]) for row in rows("synonyms")
    ]


def typos(seed: int = SEED) -> Iterator[Query]:
    """Give each phrase with one slip, in each of its words, of each kind."""
    draw = random.Random(seed)
    for phrase in sorted({phrase for _slug, phrase in phrases()}):
        for word in re.finditer(r"[^\W\d_]{4,}", phrase):
            for edit in EDITS:
                place = draw.randrange(1, len(word[0]) - 1)
                slip = edit(word[0], place, draw)
                if slip != word[0]:
                    yield phrase, phrase[: word.start()] + slip + phrase[word.end() :]


def variants() -> Iterator[Query]:
    """Give each phrase as others write it: accents, case, number, apostrophes."""
    for phrase in sorted({phrase for _slug, phrase in phrases()}):
        yield phrase, fold(phrase)
        yield phrase, phrase.upper()
        yield phrase, phrase.title()
        for word in re.finditer(r"[^\W\d_]{4,}", phrase):
            yield phrase, phrase[: word.start()] + _other_number(word[0]) + phrase[word.end() :]
        if "’" in phrase:
            for apostrophe in "'‘`´ʼ":
                yield phrase, phrase.replace("’", apostrophe)


def run(show: bool = False) -> dict[str, Any]:
    """Measure; shares in percent, times in microseconds of CPU per query (`first_`: words never seen before)."""
    vocabulary, lexicon = Vocabulary.build(phrases()), SetLexicon(NAMES)
    queries = {"typos": list(typos()), "variants": list(variants())}
    report: dict[str, Any] = {"bench": "understanding", "seed": SEED}
    for kind, asked in queries.items():
        first = _times(asked, vocabulary, lexicon)
        warm = _times(asked, vocabulary, lexicon)
        missed = [query for query in asked if not _is_understood(query, vocabulary, lexicon)]
        report[f"{kind}"] = len(asked)
        report[f"{kind}_understood_percent"] = round(100 * (1 - len(missed) / len(asked)), 2)
        report |= {f"{kind}_{name}": round(value, 1) for name, value in _summary(warm, first).items()}
        if show:
            for phrase, typed in missed:
                print(f"{kind}: {typed!r} is not {phrase!r}", file=sys.stderr)
    return report


def _deletion(word: str, place: int, draw: random.Random) -> str:
    return word[:place] + word[place + 1 :]


def _insertion(word: str, place: int, draw: random.Random) -> str:
    return word[:place] + draw.choice(LETTERS) + word[place:]


def _substitution(word: str, place: int, draw: random.Random) -> str:
    return word[:place] + draw.choice(LETTERS.replace(word[place].lower(), "")) + word[place + 1 :]


def _transposition(word: str, place: int, draw: random.Random) -> str:
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


EDITS: tuple[Edit, ...] = (_deletion, _insertion, _substitution, _transposition)


def _other_number(word: str) -> str:
    if word.endswith(("s", "x")):
        return word[:-1]
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")


def _times(asked: list[Query], vocabulary: Vocabulary, lexicon: SetLexicon) -> list[float]:
    times = []
    for _phrase, typed in asked:
        start = thread_time_ns()
        understand(typed, vocabulary, lexicon)
        times.append((thread_time_ns() - start) / 1000)
    return times


def _is_understood(query: Query, vocabulary: Vocabulary, lexicon: SetLexicon) -> bool:
    right, read = (set(understand(text, vocabulary, lexicon).trades) for text in query)
    return right == read


def _summary(warm: list[float], first: list[float]) -> dict[str, float]:
    return {
        "median_us": statistics.median(warm),
        "mean_us": statistics.fmean(warm),
        "p99_us": statistics.quantiles(warm, n=100)[98],
        "first_median_us": statistics.median(first),
        "first_mean_us": statistics.fmean(first),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="list on standard error what was not understood")
    print(json.dumps(run(show=parser.parse_args().missed)))
