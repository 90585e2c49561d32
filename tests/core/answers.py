"""A site and a server to put on the two sides of the page cache."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpResponse
from django.test import RequestFactory

from core.page_cache import PageCache


class Site:
    """Stands for everything behind the cache: counts how often it is asked."""

    def __init__(self, **headers: str) -> None:
        self.asked = 0
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        self.status = 200
        self.cookie = ""
        self.body = "page"

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> HttpResponse:
        self.asked += 1
        response = HttpResponse(f"{self.body} {self.asked}", headers=self.headers, status=self.status)
        if self.cookie:
            response.set_cookie(self.cookie)
        start_response(f"{self.status} Whatever", list(response.items()))
        return response


class Answer:
    """What the server sends: a status line, headers, a content."""

    def __init__(self, application: Callable[..., Iterable[bytes]], environ: dict[str, Any]) -> None:
        self.content = b"".join(application(environ, self._start))

    def _start(self, status: str, headers: list[tuple[str, str]]) -> None:
        self.status, self.headers = status, dict(headers)


def environ(path: str = "/annuaire/", method: str = "GET", **extra: str) -> dict[str, Any]:
    return RequestFactory().generic(method, path, **extra).environ


def get(cache: PageCache, path: str = "/annuaire/", **extra: str) -> bytes:
    return Answer(cache, environ(path, **extra)).content
