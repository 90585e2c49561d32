"""Wagtail's search of the back office, for whatever is typed: its SQLite half fails on a quotation mark."""

from typing import Any

from modelsearch.query import And, Or, Phrase, PlainText, SearchQuery
from wagtail.search.backends import database

from core.text import clean

MOST_WORDS = 20  # of a search; the rest is not read


def plain(text: str) -> str:
    """Give the words that both databases can look for: a quotation mark is a blank (Wagtail has read the pairs)."""
    return " ".join(clean(text).replace('"', " ").split()[:MOST_WORDS])


def readable(query: SearchQuery | str) -> SearchQuery | str:
    """Give a search of plain words only; "", for which Wagtail finds nothing, when none is left."""
    match query:
        case str():
            return plain(query)
        case PlainText():
            words = plain(query.query_string)
            return words and PlainText(words, operator=query.operator, boost=query.boost)
        case Phrase():
            words = plain(query.query_string)
            return words and Phrase(words)
        case And() | Or():
            kept = [part for each in query.subqueries if (part := readable(each))]
            return type(query)(kept) if kept else ""
    return query


class ReadableQueries:
    """A search backend that is only asked for plain words."""

    def search(self, query: SearchQuery | str, *args: Any, **kwargs: Any) -> Any:
        """Look for whole words."""
        return super().search(readable(query), *args, **kwargs)  # type: ignore[misc]

    def autocomplete(self, query: SearchQuery | str, *args: Any, **kwargs: Any) -> Any:
        """Look for words, of which the last may be only begun."""
        return super().autocomplete(readable(query), *args, **kwargs)  # type: ignore[misc]


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 (the name that Wagtail looks for)
    """Give Wagtail's search backend for the database of the site, asked for plain words only."""
    backend = type(database.SearchBackend(params))
    return type(backend.__name__, (ReadableQueries, backend), {})(params)
