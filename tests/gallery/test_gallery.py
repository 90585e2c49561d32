"""The gallery shows every component there is, to whoever signs in."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.roles import ADVISERS
from gallery.views import families
from tests.accounts.people import member
from tests.home import samples

pytestmark = pytest.mark.django_db
TEMPLATES = Path(settings.ROOT) / "templates"
SHOWN_INSIDE_OTHERS = {"picture.html"}  # by the cards and the figures
SHOWN_AROUND = {"footer.html"}  # by the gallery's own page
NOTHING_TO_SEE = {"head_metadata.html", "untranslated.html"}  # the head of a page; a page not yet translated


@pytest.fixture
def staff(client: Client, home) -> Client:
    samples.news(samples.news_index(home), picture=samples.picture())
    client.force_login(member(ADVISERS))
    return client


def test_shows_every_component(staff: Client, rf: RequestFactory) -> None:
    request = rf.get("/")
    shown = {specimen.template for family in families(request) for specimen in family.specimens}

    there = {path.name for path in (TEMPLATES / "components").iterdir()}

    assert {name for name in there if f"components/{name}" not in shown} == (
        SHOWN_INSIDE_OTHERS | SHOWN_AROUND | NOTHING_TO_SEE
    )


def test_each_specimen_draws_something(staff: Client) -> None:
    page = BeautifulSoup(staff.get(reverse("gallery")).content, "html.parser")

    views = page.select(".specimen .specimen__view")
    assert len(views) > 40
    assert [view.parent.h3.get_text(" ", strip=True) for view in views if not view.find(True)] == []


def test_is_for_those_who_sign_in(client: Client, home) -> None:
    assert client.get(reverse("gallery")).status_code == 302


def test_is_shown_on_a_site_without_a_page(client: Client, home) -> None:
    client.force_login(member(ADVISERS))

    assert client.get(reverse("gallery")).status_code == 200


def test_bears_no_id_twice(staff: Client) -> None:
    page = BeautifulSoup(staff.get(reverse("gallery")).content, "html.parser")
    ids = [element["id"] for element in page.select("[id]")]

    assert sorted({one for one in ids if ids.count(one) > 1}) == []
