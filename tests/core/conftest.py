"""What the tests of blocks share."""

from typing import Any

import pytest
from bs4 import Tag
from django.test import Client

from home.models import HomePage
from tests.core import sample_blocks as samples
from tests.core.shown import Show
from tests.home.advice_samples import advice
from tests.home.samples import read


@pytest.fixture
def show(client: Client, home: HomePage) -> Show:
    """Publish a page with these blocks; give its main part."""

    def _show(*blocks: dict[str, Any]) -> Tag:
        main = read(client, advice(home, body=samples.body(*blocks)).get_url()).main
        assert main is not None
        return main

    return _show
