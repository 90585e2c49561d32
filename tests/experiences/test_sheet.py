"""What the page of a case study says."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from directory.models import Professional
from experiences.models import ExperienceFirm, ExperiencePage, ExperiencePhoto
from home.models import HomePage
from tests.experiences.samples import whole_case
from tests.home.samples import experience_index, picture, read, words

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


@pytest.fixture
def case(home: HomePage) -> ExperiencePage:
    page = whole_case(experience_index(home))
    firm = Professional.objects.create(name="Isol’Ouest", fictitious=True)
    hidden = Professional.objects.create(name="Cachée", status=Professional.Status.HIDDEN)
    page.firms.add(ExperienceFirm(role="travaux", professional=firm), ExperienceFirm(role="amo", professional=hidden))
    for moment in ("before", "after"):
        shown = picture(f"Façade {moment}", description="Une façade", credit="Ville")
        page.photos.add(ExperiencePhoto(moment=moment, picture=shown, caption=f"Le pignon, {moment}"))
    page.save()
    return page


@time_machine.travel("2026-06-01")
def test_every_energy_figure_has_its_unit_its_date_its_method_and_its_factor(client: Client, case: Any) -> None:
    told = words(read(client, case.get_url()), "section[aria-labelledby=energie]")

    assert "106 kWh d’énergie primaire par m² et par an" in told
    assert "Étiquette énergie C" in told
    assert "58 % d’énergie primaire en moins" in told
    assert "Diagnostic de performance énergétique (DPE), 3 novembre 2025" in told
    assert "110 kWh, au coefficient de l’électricité de 2,3" in told
    assert "au coefficient de 1,9, en vigueur depuis le 1er janvier 2026" in told


def test_the_money_is_told_for_the_building_and_for_a_dwelling(client: Client, case: Any) -> None:
    page = read(client, case.get_url())

    rows = [[cell.get_text() for cell in row.select("th, td")] for row in page.select(".case-amounts tbody tr")]
    assert rows[0][1:] == ["1\u00a0000\u00a0000\u00a0€", "25\u00a0000\u00a0€"]
    assert rows[1][:2] == ["MaPrimeRénov’ Copropriété", "-500\u00a0000\u00a0€"]
    assert rows[-1][1:] == ["460\u00a0000\u00a0€", "11\u00a0500\u00a0€"]
    assert "42\u00a0€ par mois et par logement" in page.get_text()


def test_the_steps_come_in_order(client: Client, case: Any) -> None:
    steps = [step.get_text(" ", strip=True) for step in read(client, case.get_url()).select(".case-steps li")]

    assert [step.split(" ")[-3:] for step in steps][1:] == [["Début", "des", "travaux"], ["Fin", "des", "travaux"]]
    assert "adopté, 78\u00a0% des voix" in steps[0]


def test_works_lead_to_those_who_do_them_here(client: Client, case: Any) -> None:
    links = [link["href"] for link in read(client, case.get_url()).select("a.tag")]

    assert "/annuaire/?commune=31044&metier=ite&logement=copropriete" in links


def test_firms_lead_to_their_sheets_and_a_hidden_one_is_not_named(client: Client, case: Any) -> None:
    page = read(client, case.get_url())

    firm = page.find("a", string="Isol’Ouest")
    assert firm["href"].startswith("/annuaire/isol-ouest-")
    assert "Atelier fictif" in page.get_text()
    assert "Cachée" not in page.get_text()


def test_photos_have_a_description_a_caption_and_a_credit(client: Client, case: Any) -> None:
    photos = read(client, case.get_url()).select(".case-photos figure")

    assert [photo.img["alt"] for photo in photos] == ["Une façade"] * 2
    assert "Le pignon, before" in photos[0].get_text()
    assert "Crédit\u00a0: Ville" in photos[0].get_text()


def test_a_sheet_that_tells_all_takes_few_queries(
    client: Client, case: Any, django_assert_max_num_queries: Any
) -> None:
    for _time in range(2):  # sizes of pictures are made, then the frame is remembered
        client.get(case.get_url())

    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(case.get_url())


def test_a_draft_is_previewed_with_what_is_worked_out(case: Any, rf: Any) -> None:
    case.after_kwhep, case.after_kgco2 = 60, 5

    context = case.get_context(rf.get("/"))

    assert context["sheet"].page.label_after == "A"


def test_a_sheet_without_figures_says_nothing_of_them(client: Client, home: HomePage) -> None:
    page = whole_case(experience_index(home), before_kwhep=None, cost=None, loan_amount=None)

    told = read(client, page.get_url())

    assert not told.select("#energie, .case-key")
