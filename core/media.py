"""Uploaded pictures, served by the site itself where no other server does it (the embedded installation)."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.static import serve

PUBLIC_FOLDERS = ("images/", "original_images/")
CLOSED_POLICY = "default-src 'none'; sandbox"


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve one picture, as nothing but a picture. Raise `Http404` for any other folder."""
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Content-Security-Policy"] = CLOSED_POLICY
    if isinstance(response, FileResponse):
        response.headers["Cache-Control"] = "public, max-age=86400"
    return response
