"""Links to pages in rich text, and those of the home page: where each leads in the language of the moment, from memory.

Wagtail asks three queries for each link. Here the first reader after a change asks two for each text that has links.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from core import generations
from core.languages import present_language

Addresses = dict[tuple[str, str], str]  # of pages, by language and key


@dataclass(frozen=True, slots=True)
class _Kept:
    generation: int
    addresses: Addresses = field(default_factory=dict)


_kept: _Kept | None = None


class RememberedPageLinks(PageLinkHandler):
    """Writes links to pages as Wagtail does; one to a page that is gone or withdrawn leads nowhere."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: Sequence[dict[str, Any]]) -> list[str]:
        """Give the opening tag of each link."""
        keys = [attrs.get("id", "") for attrs in attrs_list]
        known = addresses([key for key in keys if key.isdecimal()])
        return [f'<a href="{escape(url)}">' if (url := known.get(key)) else "<a>" for key in keys]


def addresses(keys: Iterable[str]) -> dict[str, str]:
    """Give the addresses of these pages in the language of the moment, empty for those that nobody may open."""
    language, wanted, kept = present_language(), set(keys), _memory()
    if missing := {key for key in wanted if (language, key) not in kept}:
        kept.update({(language, key): url for key, url in _read(missing, language).items()})
    return {key: kept[language, key] for key in wanted}


def forget() -> None:
    """Have the next reader look at the database again."""
    global _kept
    _kept = None


def _memory() -> Addresses:
    """Give what is known as long as nothing changed. A command, which reads no generation, remembers nothing."""
    global _kept
    generation = generations.last_seen()
    if generation is None:
        return {}
    kept = _kept  # another thread may change it meanwhile
    if kept is None or kept.generation != generation:
        kept = _kept = _Kept(generation)
    return kept.addresses


def _read(keys: set[str], language: str) -> dict[str, str]:
    """Choose as `Page.localized` does: the page itself where there is no published one in this language."""
    asked = Page.objects.in_bulk([int(key) for key in keys])
    versions = Page.objects.filter(translation_key__in={page.translation_key for page in asked.values()})
    ours = {page.translation_key: page for page in versions.filter(locale__language_code=language).live()}
    chosen = {key: ours.get(page.translation_key, page) for key in keys if (page := asked.get(int(key)))}
    return {key: (chosen[key].url or "") if key in chosen and chosen[key].live else "" for key in keys}
