"""Pages that are only read say so to whoever writes to them."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/annuaire/", "/en/annuaire/", "/annuaire/x-1/", "/sante/", "/robots.txt"])
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_refuses_to_be_written_without_talking_of_forms(path, method):
    answer = getattr(Client(enforce_csrf_checks=True), method)(path)

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/annuaire/", "/sante/"])
def test_answers_who_only_asks_for_the_headers(client, path):
    assert client.head(path).status_code == 200


@pytest.mark.parametrize("path", ["/annuaire/", "/nulle-part/"])
def test_a_page_begins_with_its_type(client, path):
    assert client.get(path).content.startswith(b"<!DOCTYPE html>")
