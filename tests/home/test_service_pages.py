"""The pages that any public site owes its readers."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.timezone import localdate
from wagtail.models import Site

from core.models import AccessibilityAudit, SiteSettings
from core.retention import Retention, retentions
from directory.models.corrections import KEPT_MONTHS
from home.models import AccessibilityPage, ContactPage, LegalNoticePage, PrivacyPage, SiteMapPage
from tests.home import pages

pytestmark = pytest.mark.django_db
KINDS = {
    "contact": ContactPage,
    "mentions-legales": LegalNoticePage,
    "donnees-personnelles": PrivacyPage,
    "accessibilite": AccessibilityPage,
    "plan-du-site": SiteMapPage,
}


@pytest.fixture
def home(settings):
    settings.PAGE_CACHE_SECONDS = 0
    made = pages.home()
    for slug, kind in KINDS.items():
        made.add_child(instance=kind(title=kind._meta.verbose_name.capitalize(), slug=slug))
    return made


def read(client: Client, slug: str) -> BeautifulSoup:
    response = client.get(f"/{slug}/")
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("slug", KINDS)
def test_says_in_one_heading_and_a_title_what_the_page_is(client, home, slug):
    page = read(client, slug)

    (heading,) = page.select("h1")
    assert page.title.get_text().startswith(heading.get_text())
    assert page.select_one("link[rel=canonical]")["href"].endswith(f"/{slug}/")


@pytest.mark.parametrize("slug", KINDS)
def test_links_only_to_pages_that_answer(client, home, slug):
    links = {link["href"] for link in read(client, slug).select("a[href^='/']")}

    assert {link: status for link in links if (status := client.get(link).status_code) != 200} == {}


@pytest.mark.parametrize("slug", KINDS)
def test_reads_the_database_little(client, home, slug, django_assert_max_num_queries):
    client.get(f"/{slug}/")

    with django_assert_max_num_queries(15):
        client.get(f"/{slug}/")


def test_names_who_publishes_and_who_hosts(client, home):
    SiteSettings.objects.update_or_create(
        site=Site.objects.get(), defaults={"operator": "ADIL fictive", "host": "Hébergeur fictif, 31000 Toulouse"}
    )

    text = read(client, "mentions-legales").main.get_text(" ")

    assert "ADIL fictive" in text
    assert "Hébergeur fictif, 31000 Toulouse" in text


def test_says_what_is_still_to_be_filled_in(client, home):
    assert "à renseigner avant l’ouverture au public" in read(client, "mentions-legales").main.get_text()


def test_prints_the_durations_that_the_purges_use(client, home, settings):
    settings.RETENTIONS = ["directory.retention.retentions", "tests.home.test_service_pages.one_more"]

    rows = [row.get_text(" ", strip=True) for row in read(client, "donnees-personnelles").select("tbody tr")]

    assert len(rows) == len(retentions())
    assert any(f"{KEPT_MONTHS} mois" in row for row in rows)
    assert any("Un carnet fictif 3 jours" in row for row in rows)


def one_more() -> list[Retention]:
    return [Retention("Un carnet fictif", "lecture", days=3)]


def audit(percent: int, done_on: date) -> AccessibilityAudit:
    fields = {"percent": percent, "done_on": done_on, "auditor": "Cabinet fictif", "failures": "Les cartes\nLes PDF"}
    return AccessibilityAudit.objects.create(site=Site.objects.get(), **fields)


@pytest.mark.parametrize(
    ("percent", "mention"), [(100, "totalement conforme"), (50, "partiellement conforme"), (49, "non conforme")]
)
def test_claims_what_the_audit_found_and_no_more(client, home, percent, mention):
    audit(percent, localdate())

    page = read(client, "accessibilite")

    assert mention in page.select_one("#etat").get_text()
    assert mention in page.footer.get_text()
    assert "Les cartes" in page.main.get_text()


@pytest.mark.parametrize("age", [timedelta(days=3 * 365 + 5), timedelta(days=-2)])
def test_an_audit_too_old_or_still_to_come_claims_nothing(client, home, age):
    audit(100, localdate() - age)

    page = read(client, "accessibilite")

    assert "non conforme" in page.select_one("#etat").get_text()
    assert "non conforme" in page.footer.get_text()


def test_maps_every_public_page_and_no_other(client, home):
    section = pages.standard(home, "Rénover une maison", slug="maison")
    pages.standard(section, "Isoler", slug="isoler")
    pages.standard(home, "Brouillon", slug="brouillon", live=False)

    links = {link["href"] for link in read(client, "plan-du-site").select(".site-map a")}

    assert links == {"/", "/annuaire/", "/maison/", "/maison/isoler/", *(f"/{slug}/" for slug in KINDS)}


def test_maps_many_pages_without_reading_them_one_by_one(client, home, django_assert_max_num_queries):
    for number in range(30):
        pages.standard(home, f"Page {number}")
    client.get("/plan-du-site/")

    with django_assert_max_num_queries(15):
        client.get("/plan-du-site/")
