"""A database that fails is said so: 503, when to come back, and a telephone."""

import pytest
from bs4 import BeautifulSoup
from django.db import InterfaceError, OperationalError
from django.test import Client

pytestmark = pytest.mark.django_db


def failing(error: type[Exception]):
    def fail(*arguments: object, **named: object) -> None:
        raise error("the server closed the connection")

    return fail


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_shows_a_page_with_a_telephone(visitor, monkeypatch, error):
    monkeypatch.setattr("directory.views.trade_rows", failing(error))

    answer = visitor.get("/annuaire/")

    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "momentanément indisponible" in page.h1.get_text()
    assert page.select_one("a[href='tel:0808800700']")


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_tells_the_api_as_json(visitor, monkeypatch, error):
    monkeypatch.setattr("directory.api.views.search", failing(error))

    answer = visitor.get("/api/v1/professionals/")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert answer.json()["error"]["code"] == "unavailable"


def test_says_it_too_when_a_layer_around_the_view_is_what_asked(visitor, monkeypatch):
    redirects = "wagtail.contrib.redirects.middleware.RedirectMiddleware.process_response"
    monkeypatch.setattr(redirects, failing(OperationalError))

    assert visitor.get("/annuaire/").status_code == 503


def test_a_page_that_reads_no_database_still_answers(visitor, monkeypatch):
    monkeypatch.setattr("core.page_cache.Generation.current", failing(OperationalError))

    assert visitor.get("/robots.txt").status_code == 200


def test_any_other_fault_stays_a_500(visitor, monkeypatch):
    monkeypatch.setattr("directory.views.trade_rows", failing(ValueError))

    assert visitor.get("/annuaire/").status_code == 500
