"""The real server in production settings: what gunicorn and Django decide together."""

import json

import pytest

from tests.config.conftest import STRANGER, Server

pytestmark = pytest.mark.slow
MANY = "&".join(f"p{number}=1" for number in range(2000))


@pytest.mark.parametrize("query", [MANY, "q=" + "x" * 65_536], ids=["many parameters", "64 KB"])
def test_the_api_refuses_a_long_address_as_json(server: Server, query: str) -> None:
    answer = server.get(f"/api/v1/professionals/?{query}")

    assert answer.status == 400
    assert json.load(answer)["error"].keys() == {"code", "message"}


@pytest.mark.parametrize("query", ["q=" + "x" * 100_000, "&".join(["metier=architecte"] * 1000)], ids=["q", "metier"])
def test_a_page_cuts_a_long_address(server: Server, query: str) -> None:
    assert server.get(f"/annuaire/?{query}").status == 200


def test_beyond_what_the_site_reads_the_server_refuses_in_french(server: Server) -> None:
    answer = server.get("/annuaire/?q=" + "x" * 140_000)

    assert answer.status == 414
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "trop longue" in answer.read().decode()


def test_believes_the_proxy_that_says_the_visitor_came_by_tls(server: Server) -> None:
    assert server.get("/annuaire/").status == 200


def test_believes_nobody_else(server: Server) -> None:
    answer = server.get("/annuaire/", sender=STRANGER)

    assert answer.status == 301
    assert answer.headers["Location"] == "https://renov.example.org/annuaire/"


def test_the_container_probe_asks_on_loopback_in_clear(server: Server) -> None:
    answer = server.get("/sante/", sender="127.0.0.1", Host=f"127.0.0.1:{server.port}", X_Forwarded_Proto="http")

    assert answer.status == 200, answer.read()
