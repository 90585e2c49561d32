"""The cells of one row of a list of firms."""

from django.utils.translation import gettext as _

from core.tables import rows
from core.tables.errors import RowRefused
from territories.positions import Position, position


class Cells(rows.Cells):
    """One row's cells, with what only firms have: a name without which nothing is kept, and an office."""

    def position(self) -> Position | tuple[None, None]:
        """Read where the office is, from `latitude` and `longitude`."""
        place, doubt = position(self["latitude"], self["longitude"])
        if doubt:
            self.warn("latitude", doubt, f"{self['latitude']} {self['longitude']}")
        return place or (None, None)

    def name(self, column: str) -> str:
        """Read the firm's name. Raise `RowRefused` when there is none."""
        name = self.text(column, 200)
        if not name:
            raise RowRefused(column, _("L’entreprise n’a pas de nom."))
        return name
