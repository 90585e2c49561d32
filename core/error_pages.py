"""The pages for when something broke. They name the shop as it was last known, and ask nothing of the database."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from core.shops import settled_shop


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the address or the form was not understood."""
    return _standalone(request, "400.html", 400)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form waited for too long, or that cookies are refused."""
    return _standalone(request, "403_csrf.html", 403)


def breakdown(request: HttpRequest) -> HttpResponse:
    """Say that the site broke."""
    return _standalone(request, "500.html", 500)


def _standalone(request: HttpRequest, name: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(name, {"shop": settled_shop(request)}), status=status)
