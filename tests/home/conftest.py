"""What the pages' tests share."""

import pytest

from home.models import HomePage
from tests.home.samples import home_page


@pytest.fixture
def home(db: None, settings) -> HomePage:
    """A home page, and no page cache: each reading is a fresh one."""
    settings.PAGE_CACHE_SECONDS = 0
    return home_page()
