"""The cases told to machines, and to the site's own map."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request

from core.api import read_only
from core.geojson import GEOJSON, answered
from core.languages import codes
from core.shops import shop_of
from core.shops.memory import place_of
from experiences.boxes import read_box
from experiences.geojson import Folder, collection, within
from experiences.listing import find
from experiences.models import ExperienceIndexPage, ExperiencePage
from experiences.schema import CASES, PARAMETERS


@read_only(takes={"bbox"})
@cache_control(public=True, max_age=0, must_revalidate=True)
@extend_schema(
    operation_id="experiences",
    summary="Lire les retours d’expérience et leur place sur la carte",
    parameters=[
        *PARAMETERS,
        OpenApiParameter("langue", str, description="Langue des pages ; sans elle, le français.", enum=codes()),
    ],
    responses={(200, GEOJSON): CASES},
)
@api_view(["GET"])
def experiences(request: Request) -> HttpResponseBase:
    """Give the set that the page shows for the same query string, as GeoJSON."""
    http, asked = request._request, request.query_params
    box = read_box(asked.get("bbox", ""))
    language = asked.get("langue", "")
    with override(language if language in codes() else codes()[0]):
        index = _index(http)
        if index is None:
            return answered(http, collection((), Folder("", "", "")))
        found = find(ExperiencePage.objects.child_of(index).readable(), http.GET, shop_of(http).territory_code)
        return answered(http, collection(within(found, box), folder_of(index, http)))


def _index(request: HttpRequest) -> ExperienceIndexPage | None:
    """Find the list of cases of the site that is asked, in the language of the moment."""
    _site, root = place_of(request)
    found: Any = ExperienceIndexPage.objects.child_of(root).live().select_related("locale") if root else None
    return found.first() if found is not None else None


def folder_of(index: ExperienceIndexPage, request: HttpRequest) -> Folder:
    """Say where the cases of a list stand."""
    return Folder(index.get_url(request) or "", index.url_path, index.locale.language_code)
