"""The site-wide search as a page, and what it suggests while people type. What they say stands in `search.pages`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import read_only
from core.languages import codes
from core.methods import reading_only
from search.pages.answer import answer
from search.pages.lexicon import lexicon_of
from search.pages.suggesting import suggest


@reading_only
def index(request: HttpRequest) -> HttpResponse:
    """Show what the site holds of what is asked, whatever is asked."""
    return render(request, "search/index.html", {"answer": answer(request)})


class SearchSuggestionSerializer(serializers.Serializer):
    """Words to search for: the name of a trade, or the title of a page."""

    kind = serializers.ChoiceField(choices=["trade", "page"])
    label = serializers.CharField()  # type: ignore[assignment]


class SearchSuggestionsSerializer(serializers.Serializer):
    """Trades first, then pages."""

    results = SearchSuggestionSerializer(many=True)


@read_only
@cache_control(public=True, max_age=300)
@extend_schema(
    operation_id="suggestions",
    summary="Suggérer des recherches pendant la frappe",
    parameters=[
        OpenApiParameter("q", str, description="Début d’un mot ou de plusieurs."),
        OpenApiParameter("langue", str, description="Langue des pages ; sans elle, le français.", enum=codes()),
    ],
    responses={200: SearchSuggestionsSerializer},
)
@api_view(["GET"])
def suggestions(request: Request) -> Response:
    """Give what `q` may be the beginning of; whatever `q` is, the answer is 200."""
    language = request.query_params.get("langue", "")
    lexicon = lexicon_of(request._request, language if language in codes() else "")
    found = suggest(request.query_params.get("q", ""), lexicon)
    return Response(SearchSuggestionsSerializer({"results": [each._asdict() for each in found]}).data)
