"""A case study and the list of them."""

from datetime import date

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory

from experiences.models import ExperienceIndexPage, ExperiencePage
from home.models import HomePage
from tests.home.samples import experience, experience_index, read, titles, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home: HomePage) -> ExperienceIndexPage:
    return experience_index(home)


def test_tells_where_how_many_dwellings_and_when(client: Client, index: ExperienceIndexPage) -> None:
    page = experience(index, commune_id="31044", dwellings=1200, finished_on=date(2025, 9, 30), for_houses=False)

    soup = read(client, page.get_url())

    told = {words(row, "dt"): words(row, "dd") for row in soup.select(".details > div")}
    assert told == {
        "Logement": "Copropriété",
        "Commune": "Balma",
        "Taille": "1 200 logements",
        "Fin des travaux": "septembre 2025",
    }
    assert soup.select_one(".details time")["datetime"] == "2025-09"


def test_says_nothing_of_what_nobody_told(client: Client, index: ExperienceIndexPage) -> None:
    page = experience(index)

    assert not read(client, page.get_url()).select(".details")


def test_puts_the_latest_works_first_and_unknown_dates_last(client: Client, index: ExperienceIndexPage) -> None:
    experience(index, "Inconnu")
    experience(index, "Ancien", finished_on=date(2019, 1, 1))
    experience(index, "Récent", finished_on=date(2025, 1, 1))

    assert titles(read(client, "/experiences/")) == ["Récent", "Ancien", "Inconnu"]


def test_narrows_by_housing(client: Client, index: ExperienceIndexPage) -> None:
    experience(index, "Maison", for_coownerships=False)
    experience(index, "Immeuble", for_houses=False)

    page = read(client, "/experiences/?logement=maison")

    assert titles(page) == ["Maison"]
    assert words(page, ".listing__count") == "1 retour d’expérience"


def test_shows_commune_size_and_date_on_a_card(client: Client, index: ExperienceIndexPage) -> None:
    experience(index, commune_id="31044", dwellings=24, finished_on=date(2025, 9, 30), for_houses=False)

    card = words(read(client, "/experiences/"), ".page-card")

    assert all(told in card for told in ("Balma", "24 logements", "septembre 2025", "Copropriété"))


def test_tells_search_engines_what_readers_see(client: Client, index: ExperienceIndexPage) -> None:
    page = experience(index, summary="Trois ans de travaux.", commune_id="31044")
    address = page.get_url()

    (data,) = ExperiencePage.objects.get(pk=page.pk).structured_data(RequestFactory().get(address))

    main = read(client, address).main
    assert (data["@type"], data["headline"]) == ("Article", words(main, "h1"))
    assert data["contentLocation"]["address"]["addressLocality"] in main.get_text()


def test_the_tag_gives_the_latest_ones(index: ExperienceIndexPage) -> None:
    experience(index, "Ancien", finished_on=date(2019, 1, 1))
    experience(index, "Récent", finished_on=date(2025, 1, 1), for_houses=False)
    experience(index, "Brouillon", live=False)
    source = "{% load experience_pages %}{% latest_cases 2 as cases %}{% latest_cases 2 'maison' as houses %}"
    template = Template(
        source + "{% for c in cases %}{{ c.title }}|{% endfor %}/{% for c in houses %}{{ c.title }}|{% endfor %}"
    )

    assert template.render(Context({"page": index})) == "Récent|Ancien|/Ancien|"
