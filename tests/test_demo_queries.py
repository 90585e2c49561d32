"""No page of the demonstration reads the database more than a few times, whatever its blocks, links and pictures."""

from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils.translation import deactivate

from home.models import StandardPage
from tests.browser.page_types import PAGES

MAX_QUERIES = 15


@override_settings(PAGE_CACHE_SECONDS=0)
class TestThePagesOfTheDemonstration(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        call_command("load_demo_pages", stdout=StringIO())

    def test_each_reads_the_database_little(self) -> None:
        self.addCleanup(deactivate)  # the last page read may be an English one
        addresses = self.addresses()
        for address in addresses:
            self.client.get(address)  # makes the pictures, which has the shop read again
        found = {address: self.queries(address) for address in addresses}

        assert len(found) > len(PAGES)
        assert {address: count for address, count in found.items() if count > MAX_QUERIES} == {}

    def addresses(self) -> set[str]:
        """List an address of each type of page, and all the pages of advice: they hold the most."""
        return {*filter(None, PAGES.values()), *(page.get_url() for page in StandardPage.objects.live())}

    def queries(self, address: str) -> int:
        self.client.get(address)  # reads the shop and the links of texts, once for each generation
        with CaptureQueriesContext(connection) as captured:
            assert self.client.get(address).status_code in (200, 404), address
        return len(captured)
