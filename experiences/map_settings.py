"""What the script of the map is told: where its data are, how far it may zoom, and what it says."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from leaflet import app_settings

from core.languages import present_language
from core.maps import tiles
from core.pagination import query_string
from experiences.listing import CaseListing
from territories.outlines import box_of, outlines_of

COUNTRY = [[41.3, -5.2], [51.1, 9.6]]  # metropolitan France, where nothing says where to look


def map_settings(listing: CaseListing, territory: str) -> dict[str, Any]:
    """Give them as JSON can write them; boxes are as Leaflet takes them (south-west, then north-east)."""
    box, background = box_of(outlines_of(territory)), tiles()
    language = query_string({"langue": present_language()})
    return {
        "cases": f"{reverse('api-experiences')}?{'&'.join(filter(None, (listing.map_query, language)))}",
        "outlines": reverse("api-outlines", args=[territory]) if box else "",
        "box": [[box[1], box[0]], [box[3], box[2]]] if box else COUNTRY,
        "tight": bool(listing.asked.values) or not box,  # around what is found, rather than the whole territory
        "selected": str(listing.asked.selected or ""),
        "leaflet": static("vendor/leaflet/leaflet.js"),
        "clusters": static("vendor/markercluster/leaflet.markercluster.js"),
        "tiles": background.address if background else "",
        "options": _options(sharp=background is not None),
        "words": _words(),
    }


def _options(*, sharp: bool) -> dict[str, Any]:
    """Give the options of Leaflet's map; `sharp` keeps to the scales that tiles are drawn for."""
    return {
        "minZoom": app_settings["MIN_ZOOM"],
        "maxZoom": app_settings["MAX_ZOOM"],  # of the map itself: without tiles, clusters have no other
        "zoomSnap": 1 if sharp else 0.25,
        "zoomControl": False,
        "attributionControl": False,  # the sources are named under the map
    }


def _words() -> dict[str, str]:
    return {
        "cluster": _("{n} bâtiments proches : agrandir"),
        "close": _("Fermer la fiche"),
        "located": _("La carte est centrée sur votre position. Elle reste dans votre navigateur."),
        "lost": _("Votre position n’est pas disponible."),
    }
