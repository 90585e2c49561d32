from collections.abc import Iterator
from hashlib import blake2s
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail_localize.segments import StringSegmentValue


class CellsBlock(TypedTableBlock):
    """Rows under headed columns."""

    text = CharBlock(label=_("Texte"), required=False, max_length=250)

    def clean(self, value: Any) -> Any:
        """Refuse a column that nothing names, or a table that nothing announces."""
        cleaned = super().clean(value)
        if not cleaned.caption.strip():
            raise ValidationError(_("Donnez un titre au tableau."))
        if not all(column["heading"].strip() for column in cleaned.columns):
            raise ValidationError(_("Donnez un titre à chaque colonne."))
        return cleaned

    def get_translatable_segments(self, table: TypedTable) -> list[StringSegmentValue]:
        """Give a translator each text of the table once: its title, its headings, its cells."""
        texts = dict.fromkeys(text for text in _texts(table) if text.strip())
        return [StringSegmentValue(_place(text), text) for text in texts]

    def restore_translated_segments(self, table: TypedTable, segments: list[StringSegmentValue]) -> TypedTable:
        """Give the table again with the texts that were translated."""
        said = {segment.path: segment.render_text() for segment in segments}

        def translated(text: str) -> str:
            return said.get(_place(text), text)

        return TypedTable(
            [{**column, "heading": translated(column["heading"])} for column in table.columns],
            [{**row, "values": [translated(text) for text in row["values"]]} for row in table.row_data],
            translated(table.caption),
        )


def _texts(table: TypedTable) -> Iterator[str]:
    yield table.caption
    yield from (column["heading"] for column in table.columns)
    for row in table.row_data:
        yield from row["values"]


def _place(text: str) -> str:
    """Name a text by what it says, so that a row put in above loses no translation."""
    return blake2s(text.encode(), digest_size=8).hexdigest()


class TableBlock(StructBlock):
    """A table with its title, headed columns and, if asked, headed rows."""

    cells = CellsBlock(label=_("tableau"))
    row_headers = BooleanBlock(label=_("la première colonne nomme les lignes"), required=False, default=True)

    class Meta:
        icon = "table"
        label = _("Tableau")
        label_format = "{cells}"  # else a closed block is named "Tableau Oui", after its tick box
        template = "blocks/table.html"
