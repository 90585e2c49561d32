"""Uploaded pictures, served by the site itself where no other server does it (the embedded installation)."""

from pathlib import PurePosixPath
from posixpath import normpath

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

RENDITIONS, ORIGINALS = "images/", "original_images/"
CLOSED_POLICY = "default-src 'none'; sandbox"
TYPES = {  # told, since not every machine knows them, and browsers may not guess
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
FOR_EVER = "public, max-age=31536000, immutable"  # a rendition's address holds the fingerprint of what it shows
ONE_DAY = "public, max-age=86400"


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve one picture, as nothing but a picture. Raise `Http404` for any other file."""
    kind = TYPES.get(PurePosixPath(path).suffix)
    if kind is None or normpath(path) != path or not path.startswith((RENDITIONS, ORIGINALS)):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Content-Security-Policy"] = CLOSED_POLICY
    response.headers["Cache-Control"] = FOR_EVER if path.startswith(RENDITIONS) else ONE_DAY
    if isinstance(response, FileResponse):
        response.headers["Content-Type"] = kind
    return response
