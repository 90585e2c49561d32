"""The list, the map, its drawing and the GeoJSON show the same cases, whatever is asked."""

import json
from functools import reduce
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db.models import Q
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from experiences.cases import GAINS
from experiences.models import ExperienceIndexPage, ExperiencePage
from experiences.vocabulary import SIZES, HeatingEnergy, Period
from home.models import HomePage
from tests.experiences.case_samples import COMMUNES, WORKS, keys_of, many
from tests.home.samples import experience_index, read

pytestmark = pytest.mark.django_db
VALUES: dict[str, tuple[str, ...]] = {
    "logement": ("maison", "copropriete"),
    "travaux": (*WORKS, "dtg"),
    "gain": tuple(map(str, GAINS)),
    "periode": tuple(Period.values),
    "taille": tuple(SIZES),
    "chauffage": tuple(HeatingEnergy.values),
    "commune": COMMUNES,
    "etiquette": tuple("ABCDEFG"),
}
UNKNOWN = ("", "chateau", "%00", "31000", "1e9")


@st.composite
def queries(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Ask some of the filters, with one value or several, known or not."""
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=4, unique=True))
    pairs = []
    for name in names:
        values = st.sampled_from((*VALUES[name], *UNKNOWN))
        pairs += [(name, value) for value in draw(st.lists(values, min_size=1, max_size=3))]
    return pairs


@pytest.fixture
def index(home: HomePage) -> ExperienceIndexPage:
    index = experience_index(home)
    many(index, 30)
    return index


def expected(pairs: list[tuple[str, str]]) -> set[int]:
    """Say otherwise what a query keeps: by the database, a condition for each filter."""
    kept = Q()
    for name, known in VALUES.items():
        values = [value for each, value in pairs if each == name and value in known]
        if name == "logement":  # one value is taken, the last
            values = [value for each, value in pairs if each == name][-1:]
            values = [value for value in values if value in known]
        if values:
            kept &= reduce(Q.__or__, (condition(name, value) for value in values))
    return set(ExperiencePage.objects.filter(kept).values_list("pk", flat=True))


def condition(name: str, value: str) -> Q:
    if name == "taille":
        _label, least, most = SIZES[value]
        return Q(dwellings__gte=least) & (Q() if most is None else Q(dwellings__lte=most))
    return {
        "logement": Q(**{"for_houses" if value == "maison" else "for_coownerships": True}),
        "travaux": Q(works__slug=value),
        "gain": Q(gain_percent__gte=value if name == "gain" else 0),
        "periode": Q(period=value),
        "chauffage": Q(heating_energy=value),
        "commune": Q(commune=value),
        "etiquette": Q(label_after=value),
    }[name]


def drawn(page: BeautifulSoup) -> int:
    """Count the cases of the drawing, those that share a mark too."""
    marks = page.select(".case-drawing > use")
    return len(marks) + sum(int(text.get_text()) for text in page.select(".case-drawing__several text"))


def features(client: Client, address: str) -> list[dict[str, Any]]:
    response = client.get(address)
    assert response.status_code == 200
    return response.json()["features"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=queries())
def test_shows_the_same_cases_everywhere(
    client: Client, index: ExperienceIndexPage, pairs: list[tuple[str, str]]
) -> None:
    query = urlencode(pairs)
    first = page = read(client, f"/experiences/?{query}")
    keys = keys_of(page)
    while following := page.select_one(".pagination a[rel=next]"):
        page = read(client, str(following["href"]))
        keys += keys_of(page)

    told = features(client, f"/api/v1/experiences.geojson?{query}")

    assert set(keys) == expected(pairs)
    assert len(keys) == len(set(keys))
    assert [feature["id"] for feature in told] == keys
    if keys:
        given_to_the_map = json.loads(first.select_one("#carte-reglages").string)["cases"]
        assert [feature["id"] for feature in features(client, given_to_the_map)] == keys
        assert drawn(first) == sum(feature["geometry"] is not None for feature in told)
    else:
        assert first.select_one("#carte-reglages") is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=queries())
def test_counts_what_each_value_would_keep(
    client: Client, index: ExperienceIndexPage, pairs: list[tuple[str, str]]
) -> None:
    page = read(client, f"/experiences/?{urlencode(pairs)}")

    for box in page.select(".case-filter input"):
        others = [pair for pair in pairs if pair[0] != box["name"]]
        count = int(box.find_parent("label").select_one(".soft").get_text().strip("()"))
        assert count == len(expected([*others, (str(box["name"]), str(box["value"]))])), (pairs, box)
