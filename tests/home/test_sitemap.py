"""The map for crawlers, and the addresses of the former site."""

import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from accounts.roles import PUBLISHERS
from tests.accounts.people import member
from tests.home import pages

pytestmark = pytest.mark.django_db
MAP, LINK = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def home(settings):
    settings.PAGE_CACHE_SECONDS = 0
    return pages.home()


def entries(client: Client) -> dict[str, dict[str, str]]:
    """Give each address of the map's pages, with its address in each language."""
    root = ElementTree.fromstring(client.get("/sitemap-pages.xml").content)
    return {
        entry.findtext(f"{MAP}loc"): {link.get("hreflang"): link.get("href") for link in entry.findall(LINK)}
        for entry in root.findall(f"{MAP}url")
    }


def test_lists_public_pages_with_the_day_of_their_last_change(client, home):
    pages.standard(home, slug="isoler").save_revision().publish()
    pages.standard(home, "Brouillon", slug="brouillon", live=False)

    text = client.get("/sitemap-pages.xml").content.decode()

    assert re.search(r"<loc>http://[^<]+/isoler/</loc>\s*<lastmod>\d{4}-\d\d-\d\d</lastmod>", text)
    assert "brouillon" not in text


def test_names_the_translations_on_both_sides(client, home):
    english, _new = Locale.objects.get_or_create(language_code="en")
    pages.standard(home, slug="isoler")
    home.copy_for_translation(english).save_revision().publish()

    found = entries(client)

    french, translated = (next(one for one in found if one.endswith(end)) for end in ("localhost/", "/en/"))
    assert found[french] == found[translated] == {"fr": french, "en": translated}
    assert found[next(one for one in found if one.endswith("/isoler/"))] == {}


def test_leaves_out_pages_shown_in_another_language(client, home):
    english, _new = Locale.objects.get_or_create(language_code="en")
    home.copy_for_translation(english, alias=True)

    assert not [address for address in entries(client) if "/en/" in address]


def test_lists_the_plain_pages_in_each_language(client, home):
    root = ElementTree.fromstring(client.get("/sitemap-site.xml").content)

    found = [entry.findtext(f"{MAP}loc") for entry in root.findall(f"{MAP}url")]

    paths = ("annuaire/", "experiences/comme-le-mien/", "experiences/dossier/")
    assert found == [f"http://testserver/{way}{path}" for path in paths for way in ("", "en/")]
    assert [client.get(address.removeprefix("http://testserver")).status_code for address in found] == [200] * 6
    assert all({link.get("hreflang") for link in entry.findall(LINK)} == {"fr", "en"} for entry in root)


def test_costs_the_same_queries_whatever_the_number_of_pages(client, home, django_assert_max_num_queries):
    for number in range(25):
        pages.standard(home, f"Page {number}")
    client.get("/sitemap-pages.xml")

    with django_assert_max_num_queries(12):
        client.get("/sitemap-pages.xml")


def test_reads_a_list_of_former_addresses(client, home):
    target = pages.standard(home, slug="isoler")
    client.force_login(member(PUBLISHERS))
    rows = f"from,to\n/ancien/,{target.full_url}\n/vieux/page.php,https://autre.example/\n".encode()
    upload = SimpleUploadedFile("anciennes.csv", rows, "text/csv")
    page = client.post(reverse("wagtailredirects:start_import"), {"import_file": upload, "input_format": "0"})
    form = BeautifulSoup(page.content, "html.parser").select_one("form[action*=process]")
    data = {field["name"]: field.get("value", "") for field in form.select("input[type=hidden]") if field.get("name")}
    client.post(
        reverse("wagtailredirects:process_import"),
        data | {"from_index": "0", "to_index": "1", "site": "", "permanent": "on"},
    )

    assert Redirect.objects.count() == 2
    assert Client().get("/ancien/").headers["Location"].endswith("/isoler/")
    assert Client().get("/vieux/page.php").headers["Location"] == "https://autre.example/"
