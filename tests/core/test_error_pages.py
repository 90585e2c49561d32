"""Pages for when things go wrong: in French, with a telephone and a way on."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import get_template
from django.test import Client

STANDALONE = ["400.html", "403.html", "403_csrf.html", "500.html", "503.html"]


@pytest.mark.parametrize("name", STANDALONE)
def test_comes_out_without_request_or_database(name: str) -> None:
    page = BeautifulSoup(get_template(name).render(), "html.parser")

    assert len(page.select("h1")) == 1
    assert page.select_one("a[href='tel:0808800700']")
    assert page.select_one("a[href='/']")


def test_offers_the_search_after_a_breakdown() -> None:
    page = BeautifulSoup(get_template("500.html").render(), "html.parser")

    assert page.select_one("form[action='/recherche/'] input[name=q]")


@pytest.mark.django_db
def test_tells_that_a_page_does_not_exist(client: Client) -> None:
    response = client.get("/nulle-part/")

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 404
    assert "n’existe pas" in page.h1.get_text()
    assert page.select_one("a[href='tel:0808800700']")
    assert page.select_one("form[action='/annuaire/']")
    assert page.select_one("form[action='/recherche/']")


@pytest.mark.django_db
def test_says_what_to_do_when_a_form_expired() -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/gestion/login/", {"username": "x", "password": "y"})

    assert response.status_code == 403
    assert "Rechargez-la, puis envoyez de nouveau" in response.content.decode()


@pytest.mark.django_db
def test_answers_a_breakdown_with_the_standalone_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("directory.views.trade_rows", lambda *arguments: 1 / 0)

    response = Client(raise_request_exception=False).get("/annuaire/")

    assert response.status_code == 500
    assert "Le site a rencontré une panne" in response.content.decode()
