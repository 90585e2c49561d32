"""Refusals of the API: `{"error": {"code", "message"}}` with status 400, always."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

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


def check(request: HttpRequest) -> None:
    """Raise `Refused` for a query string too long, too many parameters, or a position (searches take a place)."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > MAX_QUERY_LENGTH:
        raise Refused("query_too_long", _("L’adresse dépasse %d caractères.") % MAX_QUERY_LENGTH)
    if query.count("&") >= MAX_PARAMETERS:
        raise Refused("too_many_parameters", _("L’adresse compte plus de %d paramètres.") % MAX_PARAMETERS)
    # Ignoring a position would silently answer another question: the whole country.
    if unknown := POSITIONS.intersection(request.GET):
        message = _("« %s » n’est pas un paramètre de cette adresse : donnez « lieu » ou « commune ».")
        raise Refused("unsupported_parameter", message % min(unknown))


def read_only(view: View) -> View:
    """Make a view answer GET and HEAD only, and tell its refusals as JSON."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return refusal("read_only", _("Cette adresse se lit seulement (GET)."), status=405)
        try:
            check(request)
            return view(request, *args, **kwargs)
        except Refused as error:
            return refusal(error.code, error.message)
        except SuspiciousOperation:
            return refusal("bad_request", _("Cette requête n’est pas valide."))

    return guarded
