"""What an editor is told before a text is published: headings, pictures and links that some readers could not use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from core.text import fold

_HEADING = re.compile(r"<h([2-6])\b[^>]*>(.*?)</h\1>", re.S | re.I)
_LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.S | re.I)
_TAG = re.compile(r"<[^>]+>")
VAGUE_FRENCH = ("cliquez ici", "ici", "lire la suite", "en savoir plus", "lien", "ce lien", "plus", "suite")
VAGUE_ENGLISH = ("click here", "here", "read more", "more", "link", "this link")
PARTS = {"steps": "steps", "accordion": "items"}  # blocks whose parts have titles, and where these are
VAGUE = frozenset(VAGUE_FRENCH + VAGUE_ENGLISH)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text: its level (2 to 6) and its words."""

    level: int
    words: str


def problems(body: StreamValue) -> list[str]:
    """List, in the editor's words, what keeps a body from being published."""
    return [*_heading_problems(list(headings(body))), *_link_problems(body), *_picture_problems(body)]


def headings(body: StreamValue) -> Iterator[Heading]:
    """Give the headings of a body in order, those of the blocks with a title too."""
    for block in body:
        if block.block_type == "text":
            for level, words in _HEADING.findall(block.value.source):
                yield Heading(int(level), plain(words))
        elif title := _title(block):
            yield Heading(2, title)  # the parts under it have headings of the third level
        elif block.block_type in PARTS:
            yield from (Heading(2, part["title"]) for part in block.value[PARTS[block.block_type]])


def _title(block: Any) -> str:
    """Give the heading that a block shows of itself, empty when it shows none."""
    if block.block_type == "contact":
        return block.value["name"] or str(block.block.label)
    titled = isinstance(block.value, Mapping) and block.block_type != "video"  # a film's title is its caption
    return block.value.get("title", "") if titled else ""


def plain(html: str) -> str:
    """Give the words of a piece of rich text."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def _heading_problems(found: list[Heading]) -> Iterator[str]:
    level = 1
    for heading in found:
        if not heading.words:
            yield _("Un titre est vide : supprimez-le ou remplissez-le.")
        elif heading.level > level + 1:
            yield _("Le titre « %(words)s » saute un niveau : mettez d’abord un titre de niveau %(level)d.") % {
                "words": heading.words, "level": level + 1,
            }  # fmt: skip
        level = heading.level


def _link_problems(body: StreamValue) -> Iterator[str]:
    for block in body:
        if block.block_type == "text":
            for html in _LINK.findall(block.value.source):
                words = plain(html)
                if not words:
                    yield _("Un lien n’a pas de texte.")
                elif fold(words).strip(" .…»«") in VAGUE:
                    yield _("Le lien « %(words)s » ne dit pas où il mène : écrivez le nom de la page.") % {
                        "words": words
                    }


def _picture_problems(body: StreamValue) -> Iterator[str]:
    for value in pictures(body):
        if not value["decorative"] and not value["alt"].strip() and not value["picture"].description.strip():
            yield _("L’image « %(title)s » n’est pas décrite : décrivez-la, ou cochez « décorative ».") % {
                "title": value["picture"].title
            }


def pictures(body: StreamValue) -> Iterator[Any]:
    """Give the value of each picture block of a body."""
    return (block.value for block in body if block.block_type == "picture" and block.value["picture"])
