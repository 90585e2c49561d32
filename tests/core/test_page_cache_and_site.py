"""The page cache before the whole site."""

from collections.abc import Iterator

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from wagtail.models import Page, PageViewRestriction

from core.models import Generation
from core.page_cache import PageCache
from tests.core.answers import Answer, environ, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def cache() -> Iterator[PageCache]:
    """Put a cache before Django, and keep the test's own connection open between two requests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield PageCache(WSGIHandler())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_the_directory_is_kept_and_the_form_of_a_reader_is_not(cache):
    for path in ("/annuaire/", "/gestion/login/", "/une-page-qui-n-existe-pas/"):
        get(cache, path)

    assert len(cache.store.pages) == 1


def test_a_kept_page_says_what_the_site_said(cache):
    first, again = (Answer(cache, environ("/annuaire/", HTTP_ACCEPT_ENCODING="gzip")) for _ in range(2))

    assert again.content == first.content
    assert again.headers == first.headers


def test_a_kept_page_costs_one_query(cache, django_assert_num_queries):
    get(cache)

    with django_assert_num_queries(1):
        get(cache)


def test_publishing_a_page_starts_a_new_generation():
    before = Generation.current()

    Page.objects.get(depth=2).save_revision().publish()

    assert Generation.current() > before


def test_making_a_page_private_starts_a_new_generation():
    before = Generation.current()

    PageViewRestriction.objects.create(page=Page.objects.get(depth=2), restriction_type=PageViewRestriction.LOGIN)

    assert Generation.current() > before


@pytest.mark.parametrize("path", ["/annuaire/", "/", "/api/v1/professionals/"])
def test_the_language_of_a_page_never_depends_on_the_browser(client, path):
    french = client.get(path, headers={"accept-language": "fr"})

    assert client.get(path, headers={"accept-language": "en"}).content == french.content
