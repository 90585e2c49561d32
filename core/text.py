"""Text as people type it, made comparable. Pure functions, used wherever words are matched."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'"})
_BLANKS = re.compile(r"\s+")
_NOT_STORED = re.compile("[\x00\ud800-\udfff]")  # NUL, and halves of characters


def clean(text: str, limit: int = 200) -> str:
    """Drop what no keyboard types (controls, zero-width, lone surrogates, bidi marks), fold blanks, cut at `limit`."""
    if text.isascii() and text.isprintable():
        return _BLANKS.sub(" ", text[:limit]).strip()
    kept = "".join(" " if c.isspace() else c for c in text[: limit * 4] if c.isspace() or _is_typed(c))
    return _BLANKS.sub(" ", kept).strip()[:limit].strip()


def storable(text: str) -> str:
    """Drop what no database keeps: NUL, and lone surrogates, which have no UTF-8."""
    return _NOT_STORED.sub("", text)


def fold(text: str) -> str:
    """Give the lower-case form without accents, ligatures or typographic apostrophes ("Cœur d’Été" → "coeur d'ete")."""
    text = text.lower()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(c for c in text if not unicodedata.combining(c)).translate(_LIGATURES).lower()


def _is_typed(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
