"""Understand what a visitor typed, once, before any engine: trades, words of a name, repairs."""

from search.text import stems

from .current import current_vocabulary, forget_vocabulary
from .intent import Intent, NameLexicon, SetLexicon, allowed_distance
from .reading import understand
from .vocabulary import Vocabulary

__all__ = [
    "Intent",
    "NameLexicon",
    "SetLexicon",
    "Vocabulary",
    "allowed_distance",
    "current_vocabulary",
    "forget_vocabulary",
    "stems",
    "understand",
]
