"""Fixtures that every room shares."""

import os
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from core import page_links, shops
from energy import scales
from home.models import HomePage
from territories import services
from tests.browser.server import NoServer, serving
from tests.home.samples import home_page

# A busy machine is not a fault: durations stand in `make bench`, not in tests.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Keep the real geography in the test database: loaded once, outside any test's transaction."""
    with django_db_blocker.unblock():
        services.load()


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Start each test in French: an English page read by the one before leaves its language behind."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def _no_shop_in_memory() -> None:
    """Let no test read the names, menus and addresses that another one wrote."""
    shops.forget()
    page_links.forget()
    scales.forget()


@pytest.fixture
def home(db: None, settings: Any) -> HomePage:
    """A home page, and no page cache: each reading is a fresh one."""
    settings.PAGE_CACHE_SECONDS = 0
    return home_page()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demonstration as `make run` does, on a database of its own; give its address.

    `SITE_UNDER_TEST=http://…` aims the tests at a server that already runs.
    """
    if address := os.environ.get("SITE_UNDER_TEST"):
        yield address
        return
    try:
        with serving(tmp_path_factory.mktemp("site")) as address:
            yield address
    except NoServer as error:
        pytest.fail(f"The server does not answer:\n{error}")
