"""A cache of whole pages for anonymous readers, in front of Django.

It wraps the WSGI application: Django's handler and middlewares cost several times what a kept page does. Pages stay in
each process's memory, keyed by the database's generation (`core.models.Generation`): publishing makes every older
page unreachable at once, in every process. A page's nonce is replaced at each reading.
"""

import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from secrets import token_urlsafe
from threading import Lock
from time import time as now
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpResponse
from django.utils.timezone import localdate, make_aware

from core.generations import LOOKED_UP
from core.models import Generation

Key = tuple[object, ...]
Headers = list[tuple[str, str]]

MAX_BYTES = 500_000  # of one page
MAX_MEMORY = 64_000_000  # bytes in each process, whatever anybody asks for
MAX_QUERY = 500  # characters: nobody shares a longer address, and those who make them up must not fill the memory
# Private, or answered faster than a cache could: suggestions come from memory, and would push real pages out.
PRIVATE_PREFIXES = ("/gestion/", "/sante/", "/media/", "/static/", "/documents/", "/api/v1/places/")
# What an answer may depend on, apart from the generation, the day and compression.
PARTS = (
    "HTTP_HOST", "wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING",
    "HTTP_HX_REQUEST",
)  # fmt: skip
# The language of a page stands in its path, though Django's middleware says that it varies with the browser's.
VARIATIONS = {"accept-encoding", "accept-language", "hx-request"}
NOT_SHARED = {"private", "no-store", "no-cache"}
ABOUT_CONTENT = {"content-length", "content-type", "content-encoding"}
NONCE = re.compile(r"'nonce-([^']+)'")


@dataclass(frozen=True, slots=True)
class CachedPage:
    """An answer as it was given: everything needed to give it again, and the time (Unix) until which it may be."""

    content: bytes
    headers: tuple[tuple[str, str], ...]
    nonce: str
    until: float

    def again(self) -> tuple[Headers, bytes]:
        """Give the headers and the content, with a nonce of their own, as long as the first one."""
        if not self.nonce:
            return list(self.headers), self.content
        fresh = token_urlsafe(len(self.nonce))[: len(self.nonce)]
        headers = [(name, value.replace(self.nonce, fresh)) for name, value in self.headers]
        return headers, self.content.replace(self.nonce.encode(), fresh.encode())

    def is_known(self, tags: str) -> bool:
        """Tell whether the page bears one of these entity tags (the value of `If-None-Match`)."""
        own = next((value for name, value in self.headers if name.lower() == "etag"), "").removeprefix("W/")
        return bool(own) and own in (tag.strip().removeprefix("W/") for tag in tags.split(","))


class PageStore:
    """Pages by key, within a number of bytes. The page read longest ago leaves first."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self.bytes = 0
        self.pages: OrderedDict[Key, CachedPage] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Key) -> CachedPage | None:
        """Give a page that may still be read."""
        with self.lock:
            page = self.pages.get(key)
            if page is None or page.until <= now():
                return None
            self.pages.move_to_end(key)
            return page

    def put(self, key: Key, page: CachedPage) -> None:
        """Keep a page, in the place of those that nobody read for longest."""
        with self.lock:
            older = self.pages.pop(key, None)
            self.pages[key] = page
            self.bytes += len(page.content) - (len(older.content) if older else 0)
            while self.bytes > self.max_bytes:
                self.bytes -= len(self.pages.popitem(last=False)[1].content)


class PageCache:
    """Answer an anonymous GET from memory when nothing changed since the page was made; else ask the application."""

    def __init__(self, application: WSGIApplication, max_memory: int = MAX_MEMORY) -> None:
        self.application = application
        self.store = PageStore(max_memory)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = _key(environ) if _may_be_shared(environ) else None
        if key is None:
            return self.application(environ, start_response)
        if page := self.store.get(key):
            return _answer(page, environ, start_response)
        until = _until()  # before the page is made: it belongs to the day on which it was begun
        response = self.application(environ, start_response)
        if isinstance(response, HttpResponse) and _may_be_kept(response):
            self.store.put(key, _kept(response, until))
        return response


def _answer(page: CachedPage, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """Give a kept page, or 304 to a reader who says that it is known."""
    headers, content = page.again()
    if page.is_known(environ.get("HTTP_IF_NONE_MATCH", "")):
        start_response("304 Not Modified", [each for each in headers if each[0].lower() not in ABOUT_CONTENT])
        return []
    start_response("200 OK", headers)
    return [content]


def _may_be_shared(environ: WSGIEnvironment) -> bool:
    return (
        environ["REQUEST_METHOD"] == "GET"
        and settings.PAGE_CACHE_SECONDS > 0
        and not environ["PATH_INFO"].startswith(PRIVATE_PREFIXES)
        and len(environ.get("QUERY_STRING", "")) <= MAX_QUERY
        and not ("HTTP_COOKIE" in environ and _knows_the_reader(environ["HTTP_COOKIE"]))
    )


def _knows_the_reader(cookies: str) -> bool:
    """Tell whether a page may hold something of this reader's: a session, a form's token, a message."""
    names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
    return any(f"{name}=" in cookies for name in names)


def _key(environ: WSGIEnvironment) -> Key | None:
    """Name the answer, None when the database does not say which generation it is: Django will tell the reader."""
    try:
        generation = environ[LOOKED_UP] = Generation.current()
    except (DatabaseError, InterfaceError):
        return None
    return (generation, "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""), *map(environ.get, PARTS))


def _until() -> float:
    """Say when a page made now is too old: the fair order and the dated labels change at midnight."""
    midnight = make_aware(datetime.combine(localdate() + timedelta(days=1), time()))
    return min(now() + settings.PAGE_CACHE_SECONDS, midnight.timestamp())


def _may_be_kept(response: HttpResponse) -> bool:
    headers = response.headers
    compressed_nonce = headers.get("Content-Encoding") and _nonce(response)  # it could not be replaced
    return (
        response.status_code == 200
        and not response.cookies
        and not NOT_SHARED & _words(headers.get("Cache-Control", ""))
        and _words(headers.get("Vary", "")) <= VARIATIONS
        and not compressed_nonce
        and len(response.content) <= MAX_BYTES
    )


def _words(header: str) -> set[str]:
    return {word.strip().lower() for word in header.split(",") if word.strip()}


def _kept(response: HttpResponse, until: float) -> CachedPage:
    return CachedPage(response.content, tuple(response.items()), _nonce(response), until)


def _nonce(response: HttpResponse) -> str:
    found = NONCE.search(response.headers.get("Content-Security-Policy", ""))
    return found[1] if found else ""
