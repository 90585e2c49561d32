"""Files that a page makes of what it holds: a feed, a calendar."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.url_routing import RouteResult


class FileRoutes:
    """Lets a page answer at addresses of files under its own ("/actualites/" → "/actualites/flux.rss").

    Wagtail still serves them, and so asks for what restricts the page.
    """

    files: dict[str, str] = {}  # name of the file → name of the method that makes it

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Recognise the name of a file after the page's own address."""
        page: Any = super()
        if len(path_components) == 1 and path_components[0] in self.files and getattr(self, "live", False):
            return RouteResult(self, kwargs={"file": path_components[0]})
        return page.route(request, path_components)

    def serve(self, request: HttpRequest, file: str = "") -> HttpResponse:
        """Answer with the file, or with the page."""
        if file:
            return getattr(self, self.files[file])(request)
        page: Any = super()
        return page.serve(request)
