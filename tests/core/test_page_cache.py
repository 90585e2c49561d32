import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from wagtail.models import Page

from core.models import Generation
from core.page_cache import PageCacheMiddleware

pytestmark = pytest.mark.django_db


class Site:
    """Stands for everything behind the cache: counts how often it is asked."""

    def __init__(self, **headers: str) -> None:
        self.asked = 0
        self.headers = headers
        self.status = 200

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.asked += 1
        return HttpResponse(f"page {self.asked}", headers=self.headers, status=self.status)


@pytest.fixture
def site() -> Site:
    return Site()


def get(cache: PageCacheMiddleware, path: str = "/annuaire/", **extra: str) -> bytes:
    return cache(RequestFactory().get(path, **extra)).content


def test_asks_the_site_once_for_two_readers_of_a_page(site):
    cache = PageCacheMiddleware(site)

    assert get(cache) == get(cache) == b"page 1"


def test_tells_two_query_strings_apart(site):
    cache = PageCacheMiddleware(site)

    assert get(cache, "/annuaire/?q=a") != get(cache, "/annuaire/?q=b")


@pytest.mark.parametrize("header", ["HTTP_HOST", "HTTP_ACCEPT_LANGUAGE", "HTTP_HX_REQUEST"])
def test_tells_apart_requests_that_differ_by_what_the_answer_depends_on(site, header):
    cache = PageCacheMiddleware(site)

    assert get(cache, **{header: "one"}) != get(cache, **{header: "two"})


def test_a_new_generation_kills_every_page(site):
    cache = PageCacheMiddleware(site)
    get(cache)

    Generation.bump()

    assert get(cache) == b"page 2"


def test_the_next_day_asks_again(site, time_machine):
    cache = PageCacheMiddleware(site)
    time_machine.move_to("2026-11-24 12:00")
    get(cache)

    time_machine.move_to("2026-11-25 12:00")

    assert get(cache) == b"page 2"


def test_someone_signed_in_always_reaches_the_site(site):
    cache = PageCacheMiddleware(site)
    request = RequestFactory().get("/annuaire/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "somebody"

    cache(request)
    cache(request)

    assert site.asked == 2


@pytest.mark.parametrize("control", ["private", "no-store", "private, no-store"])
def test_never_keeps_what_a_view_calls_private(control):
    site = Site(**{"Cache-Control": control})
    cache = PageCacheMiddleware(site)

    assert get(cache) != get(cache)


def test_never_keeps_a_failure(site):
    site.status = 503
    cache = PageCacheMiddleware(site)

    assert get(cache) != get(cache)


def test_never_answers_a_post_from_memory(site):
    cache = PageCacheMiddleware(site)
    get(cache)

    assert cache(RequestFactory().post("/annuaire/")).content == b"page 2"


def test_gives_a_fresh_nonce_at_each_reading():
    def page(request: HttpRequest) -> HttpResponse:
        request._csp_nonce = request.csp_nonce = "first-nonce"
        policy = {"Content-Security-Policy": "script-src 'nonce-first-nonce'"}
        return HttpResponse('<script nonce="first-nonce">', headers=policy)

    cache = PageCacheMiddleware(page)
    cache(RequestFactory().get("/"))

    again = cache(RequestFactory().get("/"))

    nonce = again.content.decode().split('"')[1]
    assert nonce != "first-nonce"
    assert again.headers["Content-Security-Policy"] == f"script-src 'nonce-{nonce}'"


def test_publishing_a_page_starts_a_new_generation():
    before = Generation.current()

    Page.objects.get(depth=2).save_revision().publish()

    assert Generation.current() > before
