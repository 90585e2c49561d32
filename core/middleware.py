"""What every answer carries, and what is refused before any view runs."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import gettext as _

from core.api import PREFIX, refusal

GetResponse = Callable[[HttpRequest], HttpResponse]

PERMISSIONS = "camera=(), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()"

PROBE = "/sante/"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
BACK_OFFICE = "/gestion/"
LONGEST_SEARCH = 200  # characters


class LoopbackProbeMiddleware:
    """Let `/sante/`, and it alone, be asked at a loopback address: a container's own probe knows no other."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == PROBE and request.META.get("HTTP_HOST", "").rsplit(":", 1)[0] in LOOPBACK:
            request.META["HTTP_HOST"] = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
        return self.get_response(request)


class SecurityHeadersMiddleware:
    """Add the headers that Django has no setting for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response


class BadRequestMiddleware:
    """Refuse addresses that no page of ours has (a NUL byte), before a database sees them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info:
            message = _("Cette adresse n’est pas valide.")
            if request.path_info.startswith(PREFIX):
                return refusal("bad_request", message)
            return HttpResponse(message, status=400, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class ShortSearchMiddleware:
    """Cut what is searched in the back office: SQLite refuses the patterns that some of Wagtail's lists would make."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        typed = request.GET.get("q", "") if request.path_info.startswith(BACK_OFFICE) else ""
        if len(typed) > LONGEST_SEARCH:
            shorter = request.GET.copy()
            shorter["q"] = typed[:LONGEST_SEARCH]
            request.GET = shorter  # type: ignore[assignment]
        return self.get_response(request)


class LanguageOfTheAddressMiddleware(LocaleMiddleware):
    """Speak the language of the address, whatever the browser asks for: `/` is French, `/en/` English.

    Django would announce answers that vary with `Accept-Language`. None does, and caches would keep one for each.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Say which language it is; keep out of `Vary` what nothing varies with."""
        vary = response.headers.get("Vary")
        response = super().process_response(request, response)
        if vary is None:
            response.headers.pop("Vary", None)
        else:
            response.headers["Vary"] = vary
        return response
