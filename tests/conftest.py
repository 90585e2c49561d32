"""Fixtures that every room shares."""

import pytest
from pytest_django import DjangoDbBlocker

from territories import services


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Keep the real geography in the test database: loaded once, outside any test's transaction."""
    with django_db_blocker.unblock():
        services.load()
