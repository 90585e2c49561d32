"""How the pages of a language are cut into stems. French is the directory's own; others are Snowball's."""

from functools import lru_cache

from django.utils.translation import get_language_info
from snowballstemmer import algorithms, stemmer

from search import text

FRENCH = "fr"
_GRAMMAR = {  # words that say nothing of a page, folded; a language that is not here keeps all of its words
    "en": (
        "a about an and any are as at be by can do does for from get have how i if in into is it its me my of on or our"
        " s so t than that the their there this to us was we what when where which who will with you your"
    )
}


def stop_words(language: str) -> frozenset[str]:
    """Give the folded words of a language that are not searched."""
    if language == FRENCH:
        return text.STOP_WORDS
    return frozenset(_GRAMMAR.get(language, "").split())


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """Give the stem of a folded word; the word itself in a language that Snowball does not know."""
    if language == FRENCH:
        return text.stem(word)
    word = word[: text.LONGEST_STEM]
    algorithm = get_language_info(language)["name"].lower()
    return str(stemmer(algorithm).stemWord(word)) if algorithm in algorithms() else word
