"""GeoJSON as the API answers it: with an `ETag`, and 304 to those who hold it already."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

GEOJSON = "application/geo+json"


def answered(request: HttpRequest, content: bytes) -> HttpResponseBase:
    """Answer with this GeoJSON, or 304 when the request says that it is known."""
    etag = f'"{sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type=GEOJSON, headers={"ETag": etag})
    return get_conditional_response(request, etag=etag, response=response) or response
