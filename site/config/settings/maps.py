"""Maps: drawn from outlines that the project ships; an installation may add a background that others serve."""

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BACKGROUNDS: dict[str, tuple[str, str, dict[str, Any], list[str]]] = {  # name, address, options, hosts to let in
    "ign": (
        "Plan IGN",
        "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2"
        "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}",
        {"attribution": "Fond : IGN, Plan IGN (Géoplateforme)"},
        ["https://data.geopf.fr"],
    ),
    "osm": (
        "OpenStreetMap France",
        "https://{s}.tile.openstreetmap.fr/osmfr/{z}/{x}/{y}.png",
        {"attribution": "Fond : OpenStreetMap France, données des contributeurs d’OpenStreetMap (ODbL)"},
        [f"https://{server}.tile.openstreetmap.fr" for server in "abc"],
    ),
}


def background(name: str) -> tuple[list[tuple[str, str, dict[str, Any]]], list[str]]:
    """Give the tiles as django-leaflet takes them, and the hosts that the content policy lets in; none for ""."""
    if not name:
        return [], []
    if name not in BACKGROUNDS:
        raise ImproperlyConfigured(
            f"MAP_TILES : « {name} » n’est pas connu. Choix : {', '.join(BACKGROUNDS)}, ou rien."
        )
    label, address, options, hosts = BACKGROUNDS[name]
    return [(label, address, options)], hosts


TILES, TILE_HOSTS = background(environ.Env().str("MAP_TILES", default="").strip())
# No prefix: it would lead to another site from each map; the names of the sources stand under it.
LEAFLET_CONFIG = {"TILES": TILES, "ATTRIBUTION_PREFIX": "", "NO_GLOBALS": True, "MIN_ZOOM": 8, "MAX_ZOOM": 17}
