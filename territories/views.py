from django.http import HttpRequest
from django.views.decorators.cache import cache_control
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import read_only
from core.shops import known_shop, shop_of
from territories import places


class SuggestionSerializer(serializers.Serializer):
    """A place that what was typed may be the beginning of; `label` leads back to it when it is searched."""

    kind = serializers.ChoiceField(choices=["commune", "department"])
    code = serializers.CharField(help_text="Code INSEE.")
    name = serializers.CharField()
    postcode = serializers.CharField(allow_blank=True)
    department = serializers.CharField()
    inside = serializers.BooleanField(help_text="Dans le territoire du guichet.")
    label = serializers.CharField()  # type: ignore[assignment]


class SuggestionsSerializer(serializers.Serializer):
    """The likeliest places first."""

    results = SuggestionSerializer(many=True)


@read_only
@cache_control(public=True, max_age=3600)
@extend_schema(
    operation_id="places",
    summary="Suggérer des lieux pendant la frappe",
    parameters=[OpenApiParameter("q", str, description="Début d’un nom ou d’un code postal.")],
    responses={200: SuggestionsSerializer},
)
@api_view(["GET"])
def suggestions(request: Request) -> Response:
    """Give the places that `q` may be the beginning of; whatever `q` is, the answer is 200."""
    found = places.suggest(request.query_params.get("q", ""), territory=_territory(request._request))
    return Response(SuggestionsSerializer({"results": found}).data)


def _territory(request: HttpRequest) -> str:
    """Give the shop's territory as this process last knew it: while people type, nothing is asked of the database."""
    return (known_shop(request) or shop_of(request)).territory_code
