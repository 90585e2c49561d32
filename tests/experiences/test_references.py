"""A firm's sheet shows what it did, and only what readers may open."""

from typing import Any

import pytest
from django.test import Client

from directory.models import Professional
from experiences.models import ExperienceFirm
from home.models import HomePage
from tests.experiences.samples import whole_case
from tests.home.samples import experience_index, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Professional:
    return Professional.objects.create(name="Isol’Ouest", fictitious=True)


def case(home: HomePage, firm: Professional, **values: Any) -> Any:
    page = whole_case(experience_index(home), **values)
    page.firms.add(ExperienceFirm(role="travaux", professional=firm))
    page.save()
    return page


def test_a_firm_shows_its_references(client: Client, home: HomePage, firm: Professional) -> None:
    page = case(home, firm)

    sheet = read(client, firm.get_absolute_url())

    link = sheet.find("a", string="Les Tilleuls")
    assert link["href"] == page.get_url()
    assert link.parent.get_text(" ", strip=True) == "Travaux\u00a0: Les Tilleuls Balma · 40 logements · septembre 2025"


def test_a_case_whose_consent_ended_is_no_reference(client: Client, home: HomePage, firm: Professional) -> None:
    case(home, firm, consent_expires_on="2026-01-02")

    assert "Ses références" not in read(client, firm.get_absolute_url()).get_text()


def test_a_firm_without_references_says_nothing(client: Client, home: HomePage, firm: Professional) -> None:
    assert "Ses références" not in read(client, firm.get_absolute_url()).get_text()
