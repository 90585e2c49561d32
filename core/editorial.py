"""What an editor is told before a text is published: headings, pictures and links that some readers could not use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StreamValue, StructBlock
from wagtail.fields import RichTextField, StreamField

from core.blocks.links import LinkBlock
from core.blocks.media import PictureBlock
from core.text import fold

_HEADING = re.compile(r"<h([2-6])\b[^>]*>(.*?)</h\1>", re.S | re.I)
_LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.S | re.I)
_TAG = re.compile(r"<[^>]+>")
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.I)
VAGUE_FRENCH = ("cliquez ici", "ici", "lire la suite", "en savoir plus", "lien", "ce lien", "plus", "suite")
VAGUE_ENGLISH = ("click here", "here", "read more", "more", "link", "this link")
PARTS = {"steps": "steps", "accordion": "items"}  # blocks whose parts have titles, and where these are
VAGUE = frozenset(VAGUE_FRENCH + VAGUE_ENGLISH)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text: its level (2 to 6) and its words."""

    level: int
    words: str


def page_problems(page: Any) -> list[str]:
    """List what keeps a page, as it is in memory, from being published, whoever publishes it and from which screen."""
    values = {field.name: getattr(page, field.name) for field in page._meta.concrete_fields}
    found = [problem for _name, problem in field_problems(type(page), values)]
    return list(dict.fromkeys([*found, *page.problems_of_lines()]))


def field_problems(model: type[Model], values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each field that keeps a page of this model from being published, with the reason."""
    for name in text_fields(model):
        yield from ((name, problem) for problem in problems(values.get(name)))
    if not (values.get("for_houses", True) or values.get("for_coownerships", True)):
        yield "for_houses", _("Une page concerne au moins un type de logement.")
    yield from getattr(model, "own_problems", _none)(values)


def _none(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ()


def text_fields(model: type[Model]) -> list[str]:
    """Name the fields of a model that hold texts with links."""
    return [field.name for field in model._meta.get_fields() if isinstance(field, StreamField | RichTextField)]


def problems(text: StreamValue | str | None) -> list[str]:
    """List, in the editor's words, what keeps a text (blocks, or rich text alone) from being published."""
    if not text:
        return []
    if isinstance(text, str):
        return [*_heading_problems(list(_written_headings(text))), *_link_problems(_written_links(text))]
    return [*_heading_problems(list(headings(text))), *_link_problems(_links(text)), *_picture_problems(text)]


def headings(body: StreamValue) -> Iterator[Heading]:
    """Give the headings of a body in order, those of the blocks with a title too."""
    for block in body:
        if block.block_type == "text":
            yield from _written_headings(block.value.source)
        elif title := _title(block):
            yield Heading(2, title)  # the parts under it have headings of the third level
        elif block.block_type in PARTS:
            yield from (Heading(2, part["title"]) for part in block.value[PARTS[block.block_type]])


def _written_headings(html: str) -> Iterator[Heading]:
    return (Heading(int(level), plain(words)) for level, words in _HEADING.findall(html))


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


def _link_problems(links: Iterator[str]) -> Iterator[str]:
    for words in links:
        if not words:
            yield _("Un lien n’a pas de texte.")
        elif fold(words).strip(" .…»«") in VAGUE:
            yield _("Le lien « %(words)s » ne dit pas où il mène : écrivez le nom de la page.") % {"words": words}
        elif _ADDRESS.fullmatch(words):
            yield _("Le lien « %(words)s » est une adresse : écrivez le nom de la page.") % {"words": words}


def _links(stream: StreamValue) -> Iterator[str]:
    """Give the words of each link of a text: those of its rich texts, and the labels of its buttons."""
    for block, value in _parts(stream.stream_block, stream):
        if isinstance(block, RichTextBlock):
            yield from _written_links(value.source)
        elif isinstance(block, LinkBlock):
            yield " ".join(value["label"].split())


def _written_links(html: str) -> Iterator[str]:
    return (plain(words) for words in _LINK.findall(html))


def _picture_problems(stream: StreamValue) -> Iterator[str]:
    for block, value in _parts(stream.stream_block, stream):
        if isinstance(block, PictureBlock) and value["picture"] and not _is_described(value):
            yield _("L’image « %(title)s » n’est pas décrite : décrivez-la, ou cochez « décorative ».") % {
                "title": value["picture"].title
            }


def _is_described(value: Any) -> bool:
    return value["decorative"] or bool(value["alt"].strip() or value["picture"].description.strip())


def _parts(block: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    """Give a block and all that it holds, however deep, each with its value, in the order of the page."""
    yield block, value
    if isinstance(block, StructBlock):
        children = [(child, value.get(name)) for name, child in block.child_blocks.items()]
    elif isinstance(block, ListBlock):
        children = [(block.child_block, item) for item in value]
    elif isinstance(block, StreamBlock):
        children = [(child.block, child.value) for child in value]
    else:
        children = []
    for child, held in children:
        if held is not None:
            yield from _parts(child, held)
