"""Words and stems: the one way in which queries, trades and firms' names are cut up before they meet."""

import re
from functools import lru_cache

from snowballstemmer import stemmer

from core.text import clean, fold

SHORTEST_STEM = 4  # letters; below, a stem says too little
LONGEST_STEM = 40  # characters; no French word is longer, and index columns are bounded
LONGEST_NAME = 250  # characters of a text that is indexed

_GRAMMAR = (
    "a ai au aux avec c ce ces cette chez d dans de des du en est et il j je l la le les leur leurs m ma mes mon n nos"
    " notre nous on ou par pour qu que qui s sa se ses sans son sous sur t te un une vos votre vous y"
)
_LEGAL_FORMS = (
    "sarl sas sasu eurl snc sci scop scp scm selarl selas sarlu earl gie ei eirl ets ste societe etablissement"
    " etablissements entreprise entreprises cie monsieur madame mr mme"
)
STOP_WORDS = frozenset(_GRAMMAR.split() + _LEGAL_FORMS.split())

_APOSTROPHES = str.maketrans("ʼʹ", "''")  # those that Unicode calls letters; the others part words by themselves
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Give every word of a clean text, in order; an elided one stands alone ("d’œuvre" → "d", "œuvre")."""
    if not text.isascii():
        text = text.translate(_APOSTROPHES)
    if "." in text:  # "M.O.E." is "MOE"
        text = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), text)
    return _WORD.findall(text)


def word_pairs(text: str) -> list[tuple[str, str]]:
    """Give every word of a clean text twice: folded, and as it was typed (folded too where the two do not agree)."""
    typed = words(text)
    if text.isascii():
        return [(word.lower(), word) for word in typed]
    folded = words(fold(text))
    return list(zip(folded, typed if len(typed) == len(folded) else folded, strict=True))


def content(folded: list[str]) -> list[str]:
    """Take grammar and legal forms away; a text that holds nothing else keeps them all ("SAS Le Son")."""
    return [word for word in folded if word not in STOP_WORDS] or folded


def stems(text: str) -> tuple[str, ...]:
    """Give the stems of a text's content words, each once, in order ("SARL Toitures d’Oc" → "toitur", "oc").

    Queries and firms' names both pass here, so what is equal here is equal everywhere.
    """
    return tuple(dict.fromkeys(map(stem, content(words(fold(clean(text, LONGEST_NAME)))))))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Give the French Snowball stem of a folded word, kept in memory: the stemmer costs up to 100 µs a word."""
    word = word[:LONGEST_STEM]
    if len(word) < SHORTEST_STEM:
        return word  # initials such as "dtg" are no French words
    word = _singular(word)
    found = str(stemmer("french").stemWord(word))  # a stemmer of its own: they are not thread-safe
    return found if len(found) >= SHORTEST_STEM else word  # or "Marie" would be "mar", and "foyer" "foi"


def _singular(word: str) -> str:
    """Do what Snowball does not: "planchers" as "plancher", "matériaux" as "matériau", "isolées" without its accent."""
    if word.endswith("aux") or (word.endswith("s") and not word.endswith("ss")):
        word = word[:-1]
    if word.endswith("au") and not word.endswith("eau"):
        return word[:-1] + "l"
    return word[:-1] if word.endswith("ee") else word
