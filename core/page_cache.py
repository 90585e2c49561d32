"""A cache of whole pages for anonymous readers, first in the chain.

Kept in each process's memory, keyed by the database's generation (`core.models.Generation`): publishing makes
every older page unreachable at once, in every process. A page's nonce is replaced at each reading.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_urlsafe
from threading import Lock
from time import monotonic

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from core.models import Generation

GetResponse = Callable[[HttpRequest], HttpResponse]
MAX_PAGES = 2000
MAX_BYTES = 500_000
# Private, or answered faster than a cache could: suggestions come from memory, and would push real pages out.
PRIVATE_PREFIXES = ("/gestion/", "/sante/", "/media/", "/static/", "/documents/", "/api/v1/places/")


@dataclass(frozen=True, slots=True)
class CachedPage:
    """An answer as it was given: everything needed to give it again."""

    content: bytes
    headers: tuple[tuple[str, str], ...]
    nonce: str
    until: float


class PageCacheMiddleware:
    """Answer an anonymous GET from memory when nothing changed since the page was made."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.pages: OrderedDict[tuple[str, ...], CachedPage] = OrderedDict()
        self.lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self._may_be_shared(request):
            return self.get_response(request)
        key = self._key(request)
        page = self.pages.get(key)
        if page and page.until > monotonic():
            return self._again(page)
        response = self.get_response(request)
        self._keep(key, request, response)
        return response

    def _may_be_shared(self, request: HttpRequest) -> bool:
        return (
            request.method == "GET"
            and settings.PAGE_CACHE_SECONDS > 0
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and not request.path_info.startswith(PRIVATE_PREFIXES)
        )

    def _key(self, request: HttpRequest) -> tuple[str, ...]:
        meta = request.META
        return (
            str(Generation.current()),
            localdate().isoformat(),  # the fair order and the dated labels change with the day
            meta.get("HTTP_HOST", ""),
            "https" if request.is_secure() else "http",
            request.get_full_path(),
            "gzip" if "gzip" in meta.get("HTTP_ACCEPT_ENCODING", "") else "",
            meta.get("HTTP_ACCEPT_LANGUAGE", "")[:100],
            meta.get("HTTP_HX_REQUEST", ""),
        )

    def _keep(self, key: tuple[str, ...], request: HttpRequest, response: HttpResponse) -> None:
        if response.status_code != 200 or response.streaming or response.cookies:
            return
        if "private" in response.headers.get("Cache-Control", "") or "no-store" in response.headers.get(
            "Cache-Control", ""
        ):
            return
        nonce = getattr(request, "_csp_nonce", None) or ""
        if len(response.content) > MAX_BYTES or (nonce and response.headers.get("Content-Encoding")):
            return
        page = CachedPage(response.content, tuple(response.items()), nonce, monotonic() + settings.PAGE_CACHE_SECONDS)
        with self.lock:
            self.pages[key] = page
            while len(self.pages) > MAX_PAGES:
                self.pages.popitem(last=False)

    def _again(self, page: CachedPage) -> HttpResponse:
        content, headers = page.content, page.headers
        if page.nonce:
            fresh = token_urlsafe(16)
            content = content.replace(page.nonce.encode(), fresh.encode())
            headers = tuple((name, value.replace(page.nonce, fresh)) for name, value in headers)
        response = HttpResponse(content)
        for name, value in headers:
            response.headers[name] = value
        return response
