"""The API's addresses. The same search as the page, told to machines; read-only, without a key."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import read_only, refusal
from core.shops import shop_of
from directory.api import serializers
from directory.api.answers import answer
from directory.models import Professional, Trade
from directory.querystring import read
from directory.search import search

REFUSED = {400: serializers.RefusalSerializer}


@read_only
@extend_schema(
    operation_id="professionals",
    summary="Chercher des professionnels",
    parameters=[serializers.QuerySerializer],
    responses={200: serializers.SearchSerializer, **REFUSED},
)
@api_view(["GET"])
def professionals(request: Request) -> Response:
    """Search the directory with the page's own query string."""
    asked = read(request.query_params, shop_of(request._request).territory_code)
    results = search(asked.criteria)
    return Response(answer(asked, results, request.path))


@read_only
@extend_schema(
    operation_id="professional",
    summary="Lire une fiche",
    responses={200: serializers.SheetSerializer, 404: serializers.RefusalSerializer},
)
@api_view(["GET"])
def professional(request: Request, pk: int) -> HttpResponseBase:
    """Give one published sheet."""
    found = Professional.objects.published().for_cards().filter(pk=min(pk, 2**63 - 1)).first()
    if found is None:
        return refusal("not_found", _("Cette fiche n’existe pas ou n’est plus publiée."), status=404)
    return Response(serializers.SheetSerializer(found).data)


@read_only
@extend_schema(operation_id="trades", summary="Lister les métiers", responses={200: serializers.TradesSerializer})
@api_view(["GET"])
def trades(request: Request) -> Response:
    """Give every trade with the words that people use for it."""
    rows = Trade.objects.prefetch_related("synonyms")
    return Response(serializers.TradesSerializer({"results": rows}).data)


@read_only
def openapi(request: HttpRequest) -> HttpResponseBase:
    """Describe the API (OpenAPI 3)."""
    return SpectacularJSONAPIView.as_view()(request)
