from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


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


class TableBlock(StructBlock):
    """A table with its title, headed columns and, if asked, headed rows."""

    cells = CellsBlock(label=_("tableau"))
    row_headers = BooleanBlock(label=_("la première colonne nomme les lignes"), required=False, default=True)

    class Meta:
        icon = "table"
        label = _("Tableau")
        template = "blocks/table.html"
