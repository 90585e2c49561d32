"""What readers see when a request fails before or inside its view: a page in French, JSON under /api/."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views import defaults

from core.api import PREFIX, refusal
from core.shops import settled_shop

DATABASE_FAILURES = (OperationalError, InterfaceError)  # down, full, locked, out of connections
RETRY_SECONDS = "60"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer 400 for what the site cannot read."""
    if request.path_info.startswith(PREFIX):
        return refusal("bad_request", _("Cette requête n’est pas valide."))
    return standalone(request, "400.html", 400)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form waited for too long, or that cookies are refused."""
    return standalone(request, "403_csrf.html", 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer 404 for an address that leads nowhere."""
    if request.path_info.startswith(PREFIX):
        return refusal("unknown_address", _("Cette adresse n’existe pas."), status=404)
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Answer 503 when the database is what failed, whichever layer asked it, and 500 otherwise.

    Django calls this while it handles the error: a middleware would not see those of the layers around it.
    """
    if isinstance(sys.exc_info()[1], DATABASE_FAILURES):
        return _unavailable(request)
    if request.path_info.startswith(PREFIX):
        return refusal("broken", _("Le site a rencontré une panne."), status=500)
    return standalone(request, "500.html", 500)


def _unavailable(request: HttpRequest) -> HttpResponseBase:
    message = _("Le site est momentanément indisponible.")
    is_api = request.path_info.startswith(PREFIX)
    response = refusal("unavailable", message, status=503) if is_api else standalone(request, "503.html", 503)
    response.headers["Retry-After"] = RETRY_SECONDS
    response.headers["Cache-Control"] = "no-store"
    return response


def standalone(request: HttpRequest, name: str, status: int) -> HttpResponse:
    """Draw a page that names the shop as it was last known, and asks nothing of the database."""
    return HttpResponse(render_to_string(name, {"shop": settled_shop(request)}), status=status)
