"""Dates in the back office: written and read as in France, the day first, whatever language the editor speaks."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import override
from wagtail.admin.localization import get_available_admin_languages
from wagtail.users.models import UserProfile

from accounts.roles import PUBLISHERS
from home.models import EventPage, HomePage
from tests.accounts.people import member
from tests.core.editor_forms import form
from tests.home.samples import event, event_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home: HomePage) -> EventPage:
    return event(event_index(home))


def manager(language: str) -> Client:
    """Sign in a manager who reads the back office in a language."""
    user = member(PUBLISHERS)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("language", ["fr", "en"])
def test_shows_dates_the_day_first(page: EventPage, language: str) -> None:
    shown = manager(language).get(f"/gestion/pages/{page.pk}/edit/").content

    assert BeautifulSoup(shown, "html.parser").select_one("[name=starts_at]")["value"] == "03/03/2027 18:00"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_reads_dates_the_day_first(page: EventPage, language: str) -> None:
    times = {"starts_at": "05/04/2027 18:30", "ends_at": "05/04/2027 20:00"}
    bare = {"venue": "Mairie", "address": "", "online_url": "", "registration_url": ""}

    manager(language).post(f"/gestion/pages/{page.pk}/edit/", form(page, **times | bare, **{"action-publish": "1"}))

    page.refresh_from_db()
    assert localtime(page.starts_at).strftime("%d %m %Y %H:%M") == "05 04 2027 18:30"


def test_offers_the_languages_whose_dates_it_reads() -> None:
    for code, _name in get_available_admin_languages():
        with override(code):
            assert formats.get_format("DATE_INPUT_FORMATS")[0] == "%d/%m/%Y"
