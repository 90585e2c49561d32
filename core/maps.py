"""What the site's maps are drawn on: the outlines that the project ships, and tiles where an installation chose some.

The choice stands in `LEAFLET_CONFIG["TILES"]`, in the shape of django-leaflet; see docs/operations.md.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from leaflet import app_settings


@dataclass(frozen=True, slots=True)
class Tiles:
    """A background of pictures that another site serves. `address` is a template as Leaflet reads it."""

    name: str
    address: str
    attribution: str

    @property
    def host(self) -> str:
        """Give the host that readers' browsers ask, without the part that Leaflet chooses."""
        return (urlsplit(self.address).hostname or "").removeprefix("{s}.")


def tiles() -> Tiles | None:
    """Give the background that this installation chose, None when its maps call nobody."""
    chosen = app_settings["TILES"]
    if not chosen:
        return None
    name, address, options = chosen[0]
    return Tiles(str(name), address, options["attribution"])
