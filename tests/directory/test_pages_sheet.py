"""One firm's page, asked over HTTP."""

import json
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from directory.models import Professional, ServiceArea, SourceRecord
from tests.directory.page_samples import firm, proof, trade

pytestmark = pytest.mark.django_db


def read(client: Client, professional: Professional) -> BeautifulSoup:
    response = client.get(professional.get_absolute_url())
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text(soup: BeautifulSoup, selector: str = "main") -> str:
    found = soup.select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


def test_shows_who_it_is_and_how_to_reach_it(client: Client) -> None:
    professional = firm("L’Atelier", trade(), email="a@example.org", website="https://www.example.org/x")

    page = read(client, professional)

    links = {link["href"]: link.get("rel") for link in page.select(".contact a")}
    assert text(page, "h1") == "L’Atelier"
    assert links == {
        "tel:0561000000": None,
        "mailto:a@example.org": None,
        "https://www.example.org/x": ["nofollow", "noopener"],
    }
    assert "12 rue des Arts, 31000 Toulouse" in text(page)


def test_leads_from_a_wrong_name_to_the_one_address(client: Client) -> None:
    professional = firm("Atelier Brique")

    response = client.get(f"/annuaire/autre-nom-{professional.pk}/")

    assert (response.status_code, response["Location"]) == (301, professional.get_absolute_url())


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 40, "9" * 5000])
def test_knows_no_such_sheet(client: Client, pk: str) -> None:
    assert client.get(f"/annuaire/atelier-{pk}/").status_code == 404


def test_hides_a_hidden_sheet(client: Client) -> None:
    professional = firm(status="masque")

    response = client.get(professional.get_absolute_url())

    assert response.status_code == 404
    assert professional.name not in response.content.decode()


def test_tells_valid_qualifications_from_ended_ones(client: Client) -> None:
    professional, today = firm(), localdate()
    proof(professional, "Architecte", ends=today, name="Tient encore ce jour", starts=date(2020, 1, 2))
    proof(professional, "Architecte", ends=today - timedelta(days=1), name="Vient de finir")

    page = read(client, professional)

    assert "Tient encore ce jour" in text(page, ".proofs:not(.proofs--over)")
    assert f"Valable du 02/01/2020 au {today:%d/%m/%Y}" in text(page, ".proofs:not(.proofs--over)")
    assert "Vient de finir" in text(page, ".proofs--over")
    assert "Terminée depuis le" in text(page, ".proofs--over")


def test_explains_a_supposed_area(client: Client) -> None:
    professional = firm()
    ServiceArea.objects.create(professional=professional, kind="rayon", radius_km=50, supposed=True)
    ServiceArea.objects.create(professional=professional, kind="commune", commune_id="31555", trade=trade())

    page = read(client, professional)

    assert "50 km autour de l’adresse (zone supposée)" in text(page)
    assert "Commune : Toulouse, pour : Architecte" in text(page)
    assert "jusqu’à ce qu’elle le confirme" in text(page)


def test_credits_its_sources_with_their_dates(client: Client) -> None:
    professional = firm()
    SourceRecord.objects.create(professional=professional, source="rge", extracted_on=date(2026, 3, 1), digest="x")

    page = read(client, professional)

    assert "Source : liste RGE (ADEME), Licence Ouverte, extraite le 01/03/2026." in text(page)


@pytest.mark.parametrize("website", ["javascript:alert(1)", "data:text/html,x", "http://", "http://[", "//x"])
def test_links_to_no_unsafe_address(client: Client, website: str) -> None:
    professional = firm(website=website)
    proof(professional, "Architecte", url=website)

    page = read(client, professional)

    assert not [link for link in page.select("main a") if link["href"].startswith(website[:5])]


def test_tells_machines_who_it_is_without_ending_the_script(client: Client) -> None:
    professional = firm("</script><script>alert(1)</script>&amp;", latitude=43.6, longitude=1.44)

    page = read(client, professional)

    (data,) = page.select("script:not([src])")
    facts = json.loads(data.get_text())
    assert data["type"] == "application/ld+json"
    assert (facts["@type"], facts["name"]) == ("LocalBusiness", professional.name)
    assert facts["geo"]["latitude"] == 43.6


def test_keeps_invented_firms_out_of_search_engines(client: Client) -> None:
    invented, real = firm(fictitious=True), firm(fictitious=False)

    assert read(client, invented).select_one("meta[name=robots]")["content"] == "noindex"
    assert read(client, real).select_one("meta[name=robots]") is None


def test_shows_a_text_with_its_markup_as_text(client: Client) -> None:
    professional = firm(description="Bonjour <img src=x onerror=alert(1)>\n\nDeux.")

    page = read(client, professional)

    assert not page.select("main img")
    assert "Bonjour <img" in text(page)


@pytest.mark.parametrize("count", [1, 12])
def test_reads_the_database_as_often_whatever_there_is_to_show(client: Client, count: int) -> None:
    professional = firm("Atelier", *(trade(f"metier-{number}", f"Métier {number}") for number in range(count)))
    for number in range(count):
        proof(professional, f"Domaine {number}")
        ServiceArea.objects.create(
            professional=professional, kind="commune", commune_id=f"3155{number % 8}", trade=trade(f"metier-{number}")
        )

    client.get("/annuaire/")

    with override_settings(PAGE_CACHE_SECONDS=0), CaptureQueriesContext(connection) as queries:
        client.get(professional.get_absolute_url())

    assert len(queries) == 11


def test_lets_anyone_report_an_error_or_ask_for_removal(client: Client) -> None:
    page = read(client, firm())

    (link,) = [a for a in page.select("main a") if a.get_text() == "Signaler une erreur ou demander le retrait"]
    assert client.get(link["href"]).status_code == 200
