"""How readers receive a document: to keep, never to open in the site's own name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from wagtail.documents.views.serve import serve as served_by_wagtail

from core.models import SiteDocument

CLOSED_POLICY = "default-src 'none'; sandbox"


def serve(request: HttpRequest, document_id: str, filename: str) -> HttpResponse:
    """Give a document to those who may read it. Shared caches may keep only what everybody may read."""
    document = get_object_or_404(SiteDocument.objects.select_related("collection"), pk=document_id)
    answer = served_by_wagtail(request, document_id, filename)
    if document.collection.get_view_restrictions():
        add_never_cache_headers(answer)
        patch_vary_headers(answer, ["Cookie"])
    else:
        answer.headers["Cache-Control"] = "public, no-cache"  # asked again each time: a file may be replaced
    if answer.has_header("Content-Disposition"):
        answer.headers["Content-Security-Policy"] = CLOSED_POLICY
        answer.headers["X-Content-Type-Options"] = "nosniff"
    if answer.headers.get("Content-Encoding") == "None":
        del answer.headers["Content-Encoding"]
    return answer
