"""The blocks of a page from the rows of its file: each row is a table with one key, the block's name."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from wagtail.blocks import Block, DateBlock, ListBlock, PageChooserBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from home.texts.files import BadFile
from home.texts.library import Library
from home.texts.markup import rich_text


def stream(block: StreamBlock, rows: list[dict[str, Any]], library: Library, path: str) -> Any:
    """Give the value of a field of blocks. Raise `BadFile` where an editor would be told of a mistake."""
    raw = [
        {"type": name, "value": _raw(block.child_blocks[name], value, library, f"{path}#{rank}"), "id": _id(path, rank)}
        for rank, row in enumerate(rows)
        for name, value in row.items()
    ]
    try:
        return block.clean(block.to_python(raw))
    except StreamBlockValidationError as error:
        raise BadFile(f"{path}: {error.as_json_data()}") from error


def _raw(block: Block, value: Any, library: Library, place: str) -> Any:
    """Give a block's value as the database keeps it."""
    if isinstance(block, RichTextBlock):
        return rich_text(value, library.target)
    if isinstance(block, TypedTableBlock):
        return _table(value)
    if isinstance(block, ListBlock):
        return [
            {"type": "item", "value": _raw(block.child_block, item, library, f"{place}.{rank}"), "id": _id(place, rank)}
            for rank, item in enumerate(value)
        ]
    if isinstance(block, StructBlock):
        return _struct(block, value, library, place)
    return _leaf(block, value, library)


def _struct(block: StructBlock, value: dict[str, Any], library: Library, place: str) -> dict[str, Any]:
    unknown = value.keys() - block.child_blocks.keys()
    if unknown:
        raise BadFile(f"{place}: {', '.join(sorted(unknown))}")
    return {name: _raw(block.child_blocks[name], part, library, f"{place}.{name}") for name, part in value.items()}


def _leaf(block: Block, value: Any, library: Library) -> Any:
    if isinstance(block, ImageChooserBlock):
        return library.picture(value)
    if isinstance(block, DocumentChooserBlock):
        return library.document(value)
    if isinstance(block, PageChooserBlock):
        return library.page(value)
    return value.isoformat() if isinstance(block, DateBlock) else value


def _table(value: dict[str, Any]) -> dict[str, Any]:
    """Give a table of lines of text from its `caption`, `headings` and `rows`."""
    return {
        "columns": [{"type": "text", "heading": heading} for heading in value["headings"]],
        "rows": [{"values": row} for row in value["rows"]],
        "caption": value["caption"],
    }


def _id(place: str, rank: int) -> str:
    """Give a block the same identifier each time."""
    return str(uuid5(NAMESPACE_URL, f"{place}/{rank}"))
