"""What a page tells search engines (JSON-LD), beside what its readers see."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bs4 import BeautifulSoup
from django.utils import translation

from core.dates import day_in_words, hour_in_words

# For machines alone: addresses, codes, and where a place is on the earth. Dates are compared apart.
UNSEEN = {
    "@context", "@id", "@type", "addressCountry", "contentUrl", "encodingFormat", "eventAttendanceMode", "eventStatus",
    "inLanguage", "item", "query-input", "sameAs", "url", "urlTemplate",
}  # fmt: skip
DATES = {"dateModified", "datePublished", "endDate", "lastReviewed", "startDate"}


def nodes(page: BeautifulSoup) -> list[dict[str, Any]]:
    """List what the page tells."""
    return [json.loads(script.string or "") for script in page.select('script[type="application/ld+json"]')]


def unseen(content: bytes) -> list[str]:
    """List what a page tells and does not show, as "property: value"."""
    page = BeautifulSoup(content, "html.parser")
    told = [fact for node in nodes(page) for fact in _facts(node)]
    for script in page.select("script"):
        script.decompose()
    text = _plain(page.body.get_text() if page.body else "")
    return [f"{name}: {value}" for name, value in told if not _is_shown(name, value, text)]


def _facts(node: Any, name: str = "") -> Iterator[tuple[str, str]]:
    match node:
        case dict():
            for key, value in node.items():
                yield from _facts(value, key)
        case list():
            for value in node:
                yield from _facts(value, name)
        case str() if name not in UNSEEN:
            yield name, node


def _is_shown(name: str, value: str, text: str) -> bool:
    if name not in DATES:
        return _plain(value) in text
    return any(all(word in text for word in _words(name, value, language)) for language in ("fr", "en"))


def _words(name: str, value: str, language: str) -> list[str]:
    """Say a date as pages say it in a language: the day, and the hour of a moment."""
    with translation.override(language):
        if "T" not in value:
            return [_plain(day_in_words(date.fromisoformat(value)))]
        moment = datetime.fromisoformat(value)
        return [_plain(day_in_words(moment)), _plain(hour_in_words(moment))]


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()
