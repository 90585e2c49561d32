from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError
from django.http import FileResponse, HttpResponse, StreamingHttpResponse

from core.models import Generation
from core.page_cache import PageCache
from tests.core.answers import Answer, Site, environ, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def site() -> Site:
    return Site()


# -- what is shared


def test_asks_the_site_once_for_two_readers_of_a_page(site):
    cache = PageCache(site)

    assert get(cache) == get(cache) == b"page 1"


def test_gives_again_the_status_and_the_headers(site):
    site.headers = {"Content-Type": "text/html; charset=utf-8", "X-Frame-Options": "DENY"}
    cache = PageCache(site)
    first = Answer(cache, environ())

    again = Answer(cache, environ())

    assert again.status == "200 OK"
    assert again.headers == first.headers


def test_tells_two_query_strings_apart(site):
    cache = PageCache(site)

    assert get(cache, "/annuaire/?q=a") != get(cache, "/annuaire/?q=b")


@pytest.mark.parametrize(
    "part", ["HTTP_HOST", "HTTP_X_FORWARDED_PROTO", "wsgi.url_scheme", "SCRIPT_NAME", "HTTP_HX_REQUEST"]
)
def test_tells_apart_requests_that_differ_by_what_the_answer_depends_on(site, part):
    cache = PageCache(site)

    assert get(cache, **{part: "one"}) != get(cache, **{part: "two"})


def test_gives_the_compressed_page_only_to_those_who_can_read_it(site):
    cache = PageCache(site)

    assert get(cache, HTTP_ACCEPT_ENCODING="gzip, br") != get(cache, HTTP_ACCEPT_ENCODING="br")


def test_readers_share_a_page_whatever_languages_their_browsers_prefer(site):
    site.headers = {"Vary": "Accept-Language, Accept-Encoding"}
    cache = PageCache(site)

    assert get(cache, HTTP_ACCEPT_LANGUAGE="fr") == get(cache, HTTP_ACCEPT_LANGUAGE="de")


# -- how long


def test_a_new_generation_kills_every_page(site):
    cache = PageCache(site)
    get(cache)

    Generation.bump()

    assert get(cache) == b"page 2"


def test_a_page_dies_of_age(site, time_machine):
    cache = PageCache(site)
    time_machine.move_to("2026-11-24 12:00", tick=False)
    get(cache)

    time_machine.shift(settings.PAGE_CACHE_SECONDS)

    assert get(cache) == b"page 2"


def test_no_page_lives_past_midnight_in_paris(site, time_machine):
    cache = PageCache(site)
    time_machine.move_to("2026-11-24 22:59:50+00:00", tick=False)
    get(cache)

    time_machine.shift(10)

    assert get(cache) == b"page 2"


def test_a_page_begun_before_midnight_is_not_one_of_the_next_day(site, time_machine):
    def slow(environ: dict[str, Any], start_response: Callable[..., Any]) -> HttpResponse:
        time_machine.move_to("2026-11-24 23:00:01+00:00", tick=False)
        return site(environ, start_response)

    cache = PageCache(slow)
    time_machine.move_to("2026-11-24 22:59:59+00:00", tick=False)
    get(cache)

    assert get(cache) == b"page 2"


# -- what is never shared


@pytest.mark.parametrize("cookie", [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"])
def test_a_reader_whom_the_site_knows_always_reaches_it(site, cookie):
    cache = PageCache(site)

    assert [get(cache, HTTP_COOKIE=f"_ga=1; {cookie}=somebody") for _ in range(2)] == [b"page 1", b"page 2"]
    assert get(cache) == b"page 3"


def test_a_cookie_of_somebody_else_changes_nothing(site):
    cache = PageCache(site)

    assert get(cache, HTTP_COOKIE="_ga=1") == get(cache, HTTP_COOKIE="_ga=2")


@pytest.mark.parametrize("control", ["private", "no-store", "private, no-store", "max-age=0, no-cache", "NO-STORE"])
def test_never_keeps_what_a_view_calls_private(control):
    cache = PageCache(Site(Cache_Control=control))

    assert get(cache) != get(cache)


@pytest.mark.parametrize("vary", ["Cookie", "Accept-Encoding, Cookie", "*", "Accept", "User-Agent"])
def test_never_keeps_what_varies_in_a_way_it_does_not_tell_apart(vary):
    cache = PageCache(Site(Vary=vary))

    assert get(cache) != get(cache)


def test_never_keeps_an_answer_that_sets_a_cookie(site):
    site.cookie = "csrftoken"
    cache = PageCache(site)

    assert get(cache) != get(cache)


@pytest.mark.parametrize("status", [301, 304, 404, 500, 503])
def test_never_keeps_another_answer_than_a_page(site, status):
    site.status = status
    cache = PageCache(site)

    assert get(cache) != get(cache)


@pytest.mark.parametrize(
    "made", [lambda: StreamingHttpResponse(iter([b"a"])), lambda: FileResponse(BytesIO(b"a")), lambda: [b"a"]]
)
def test_passes_on_what_is_sent_in_pieces(made):
    cache = PageCache(lambda environ, start_response: made())

    assert get(cache) == get(cache) == b"a"


@pytest.mark.parametrize("path", ["/gestion/", "/sante/", "/documents/1/a.pdf", "/media/a.png"])
def test_never_keeps_what_is_private_or_costs_nothing(site, path):
    cache = PageCache(site)

    assert get(cache, path) != get(cache, path)


@pytest.mark.parametrize("method", ["POST", "HEAD", "PUT"])
def test_answers_from_memory_to_those_who_read_only(site, method):
    cache = PageCache(site)
    get(cache)

    assert Answer(cache, environ(method=method)).content == b"page 2"


def test_keeps_no_page_for_a_head(site):
    cache = PageCache(site)
    Answer(cache, environ(method="HEAD"))

    assert get(cache) == b"page 2"


def test_asks_the_site_when_the_database_does_not_answer(site, monkeypatch):
    def broken() -> int:
        raise OperationalError

    cache = PageCache(site)
    get(cache)
    monkeypatch.setattr(Generation, "current", broken)

    assert get(cache) == b"page 2"


# -- how much


def test_keeps_the_pages_read_last_within_its_memory(site):
    site.body = "x" * 1000
    cache = PageCache(site, max_memory=2500)
    first = get(cache, "/annuaire/?page=1")
    get(cache, "/annuaire/?page=2")
    get(cache, "/annuaire/?page=1")

    get(cache, "/annuaire/?page=3")

    assert get(cache, "/annuaire/?page=1") == first
    assert site.asked == 3


def test_made_up_addresses_never_take_more_memory_than_allowed(site, time_machine):
    site.body = "x" * 1000
    cache = PageCache(site, max_memory=5000)

    time_machine.move_to("2026-11-24 12:00", tick=False)

    for number in range(50):
        get(cache, f"/annuaire/?q={number * number % 7}")
        time_machine.shift(100)

    assert cache.store.bytes == sum(len(page.content) for page in cache.store.pages.values()) <= 5000


def test_keeps_no_address_that_nobody_would_share(site):
    cache = PageCache(site)

    assert get(cache, "/annuaire/?q=" + "x" * 600) != get(cache, "/annuaire/?q=" + "x" * 600)


# -- the nonce


def page_with_nonce(environ: dict[str, Any], start_response: Callable[..., Any]) -> HttpResponse:
    policy = {"Content-Security-Policy": "script-src 'self' 'nonce-MDEyMzQ1Njc4OWFiY2RlZg=='"}
    response = HttpResponse('<script nonce="MDEyMzQ1Njc4OWFiY2RlZg==">', headers=policy)
    response.headers["Content-Length"] = str(len(response.content))
    if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        response.headers["Content-Encoding"] = "gzip"  # the nonce can no longer be found in it
    start_response("200 OK", list(response.items()))
    return response


def test_gives_a_fresh_nonce_at_each_reading():
    cache = PageCache(page_with_nonce)
    answers = [Answer(cache, environ()) for _ in range(3)]

    nonces = {answer.content.decode().split('"')[1] for answer in answers}

    assert len(nonces) == 3
    assert {answer.headers["Content-Security-Policy"] for answer in answers} == {
        f"script-src 'self' 'nonce-{nonce}'" for nonce in nonces
    }


def test_a_fresh_nonce_leaves_the_length_true():
    cache = PageCache(page_with_nonce)
    get(cache)

    again = Answer(cache, environ())

    assert again.headers["Content-Length"] == str(len(again.content))


def test_keeps_no_compressed_page_with_a_nonce():
    cache = PageCache(page_with_nonce)
    get(cache, HTTP_ACCEPT_ENCODING="gzip")

    get(cache, HTTP_ACCEPT_ENCODING="gzip")

    assert not cache.store.pages


# -- entity tags


@pytest.mark.parametrize("known", ['"abc"', 'W/"abc"', '"other", "abc"'])
def test_answers_304_from_memory_to_those_who_know_the_page(known):
    cache = PageCache(Site(ETag='W/"abc"'))
    get(cache)

    again = Answer(cache, environ(HTTP_IF_NONE_MATCH=known))

    assert (again.status, again.content) == ("304 Not Modified", b"")
    assert again.headers["ETag"] == 'W/"abc"'
    assert "Content-Type" not in again.headers


def test_gives_the_page_to_those_who_know_another():
    cache = PageCache(Site(ETag='"abc"'))
    get(cache)

    assert Answer(cache, environ(HTTP_IF_NONE_MATCH='"abcd"')).status == "200 OK"
