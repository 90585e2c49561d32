"""What texts may name: other pages by their path, pictures and documents by a word, topics by their slug."""

from dataclasses import dataclass, field, replace
from html import escape
from typing import Any

from wagtail.models import Locale, Page


class UnknownName(ValueError):
    """A text names something that is not there."""


@dataclass(frozen=True)
class Library:
    """Names and what they stand for, by primary key. `pages` holds the pages themselves, by path."""

    pages: dict[str, Page] = field(default_factory=dict)
    pictures: dict[str, int] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)

    def page(self, path: str) -> int:
        """Give the key of the page at a path."""
        return int(_find(self.pages, path).pk)

    def picture(self, name: str) -> int:
        """Give the key of a picture."""
        return int(_find(self.pictures, name))

    def document(self, name: str) -> int:
        """Give the key of a document."""
        return int(_find(self.documents, name))

    def target(self, address: str) -> str:
        """Give the attributes of a link to `page:path`, `document:name` or any address."""
        kind, _colon, name = address.partition(":")
        if kind == "page":
            return f'linktype="page" id="{self.page(name)}"'
        if kind == "document":
            return f'linktype="document" id="{self.document(name)}"'
        return f'href="{escape(address)}"'

    def in_language(self, locale: Locale) -> "Library":
        """Give the same names, pages being those of a language where they have a version in it."""
        keys = {page.translation_key: path for path, page in self.pages.items()}
        found: Any = Page.objects.filter(translation_key__in=keys, locale=locale)
        return replace(self, pages=self.pages | {keys[page.translation_key]: page for page in found})


def _find(names: dict[str, Any], name: str) -> Any:
    if name not in names:
        raise UnknownName(f"Nothing is called “{name}”")
    return names[name]
