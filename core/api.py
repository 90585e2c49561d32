"""Refusals of the API: `{"error": {"code", "message"}}`, always, whatever refuses."""

from collections.abc import Callable, Set
from functools import partial, wraps
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponsePermanentRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils.translation import gettext as _
from rest_framework.response import Response
from rest_framework.views import exception_handler

PREFIX = "/api/"
MAX_QUERY_LENGTH = 8000
MAX_PARAMETERS = 1000
POSITIONS = frozenset({"bbox", "lat", "lon", "latitude", "longitude"})

View = Callable[..., HttpResponseBase]


class Refused(Exception):
    """A request that the API does not answer; `code` is stable, `message` is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def refusal(code: str, message: str, status: int = 400) -> JsonResponse:
    """Give the JSON of a refusal."""
    return JsonResponse({"error": {"code": code, "message": message}}, status=status)


def check(request: HttpRequest, taken: Set[str] = frozenset()) -> None:
    """Raise `Refused` for a query string too long, too many parameters, or a position that is not `taken`."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > MAX_QUERY_LENGTH:
        raise Refused("query_too_long", _("L’adresse dépasse %d caractères.") % MAX_QUERY_LENGTH)
    if query.count("&") >= MAX_PARAMETERS:
        raise Refused("too_many_parameters", _("L’adresse compte plus de %d paramètres.") % MAX_PARAMETERS)
    # Ignoring a position would silently answer another question: the whole country.
    if unknown := (POSITIONS - taken).intersection(request.GET):
        message = _("« %s » n’est pas un paramètre de cette adresse : un lieu se donne par « lieu » ou « commune ».")
        raise Refused("unsupported_parameter", message % min(unknown))


def read_only(view: View | None = None, *, takes: Set[str] = frozenset()) -> Any:
    """Make a view answer GET and HEAD only, and tell its refusals as JSON; `takes` names the positions it reads."""
    if view is None:
        return partial(read_only, takes=takes)
    asked = view

    @wraps(asked)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return refusal("read_only", _("Cette adresse se lit seulement (GET)."), status=405)
        try:
            check(request, takes)
            return asked(request, *args, **kwargs)
        except Refused as error:
            return refusal(error.code, error.message)
        except SuspiciousOperation:
            return refusal("bad_request", _("Cette requête n’est pas valide."))

    guarded.csrf_exempt = True  # type: ignore[attr-defined] # nothing is written: a POST gets its refusal, not a page
    return guarded


@read_only
def unknown(request: HttpRequest) -> HttpResponseBase:
    """Lead an address that lacks its last slash to the right one; refuse any other."""
    if resolve(f"{request.path_info}/").func is unknown:
        return refusal("unknown_address", _("Cette adresse n’existe pas."), status=404)
    return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))


def as_refusal(error: Exception, context: dict[str, Any]) -> Response | None:
    """Tell REST framework's own errors (a format that nobody makes) in the shape of every refusal."""
    response = exception_handler(error, context)
    if response is not None:
        code = getattr(error, "default_code", "not_found")
        response.data = {"error": {"code": code, "message": str(getattr(error, "detail", error))}}
    return response
