from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from territories import places
from territories.place import Place

FIELDS = ("kind", "code", "name", "postcode", "department", "inside")


@require_safe
@cache_control(public=True, max_age=3600)
def suggestions(request: HttpRequest) -> JsonResponse:
    """Give the places that `q` may be the beginning of, as JSON; whatever `q` is, the answer is 200."""
    return JsonResponse({"results": [_shown(place) for place in places.suggest(request.GET.get("q", ""))]})


def _shown(place: Place) -> dict[str, Any]:
    values = asdict(place)
    return {name: values[name] for name in FIELDS} | {"label": place.label}
