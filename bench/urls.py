"""The site's own addresses, and a Django view that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config import urls


def empty(request: HttpRequest) -> HttpResponse:
    """Answer with almost nothing: what the middleware and the server cost alone."""
    return HttpResponse("<!doctype html><title>vide</title>")


urlpatterns = [path("vide/", empty), *urls.urlpatterns]
