"""The outlines of a territory as GeoJSON: what a map draws when no tile server is called."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request

from core.api import read_only, refusal
from core.geojson import GEOJSON, answered
from territories.outlines import geojson_of, outlines_of


@read_only
@cache_control(public=True, max_age=24 * 3600)
@extend_schema(
    operation_id="outlines",
    summary="Lire les contours des communes d’un territoire",
    parameters=[OpenApiParameter("epci", str, OpenApiParameter.PATH, description="SIREN de l’intercommunalité.")],
    responses={(200, GEOJSON): OpenApiTypes.OBJECT},
)
@api_view(["GET"])
def outlines(request: Request, epci: str) -> HttpResponseBase:
    """Give the outlines of the communes of an inter-communal body, where the project ships them."""
    if not outlines_of(epci):
        return refusal("not_found", _("Les contours de ce territoire ne sont pas connus."), status=404)
    http: HttpRequest = request._request
    return answered(http, geojson_of(epci))
