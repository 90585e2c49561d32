"""A list costs the same whether it holds ten pages or a hundred, and so does the home page."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.models import HomePage, Topic
from tests.home import samples
from tests.home.samples import experience, experience_index, picture

pytestmark = pytest.mark.django_db
MAX_QUERIES = 15


def two_topics() -> list[Topic]:
    return [Topic.objects.get_or_create(slug=slug, name=slug)[0] for slug in ("aides", "toits")]


def fill_news(home: HomePage, count: int) -> None:
    index, topics = samples.news_index(home), two_topics()
    for n in range(count):
        samples.news(index, f"N {n}", *topics, picture=picture())


def fill_events(home: HomePage, count: int) -> None:
    index = samples.event_index(home)
    for _n in range(count):
        samples.event(index, picture=picture())


def fill_resources(home: HomePage, count: int) -> None:
    index, topics = samples.resource_index(home), two_topics()
    for n in range(count):
        samples.resource(index, f"R {n}", *topics, picture=picture())


def fill_experiences(home: HomePage, count: int) -> None:
    index = experience_index(home)
    for n in range(count):
        experience(index, f"Cas {n}", commune_id="31555", picture=picture())


LISTS = {
    "/actualites/": fill_news,
    "/agenda/": fill_events,
    "/ressources/": fill_resources,
    "/experiences/": fill_experiences,
}


def queries(client: Client, address: str) -> int:
    """Count the queries of a second reading, when nothing is in memory; the first one makes the pictures' sizes."""
    client.get(address)
    cache.clear()
    client.get("/annuaire/")  # the shop is read once for each generation
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(("address", "fill"), LISTS.items())
@pytest.mark.parametrize("count", [10, 100])
def test_reads_the_database_little(
    client: Client, home: HomePage, address: str, fill: Callable[[HomePage, int], None], count: int
) -> None:
    fill(home, count)

    assert queries(client, address) <= MAX_QUERIES


@pytest.mark.parametrize(("address", "fill"), LISTS.items())
def test_reads_as_little_when_filters_are_in_force(
    client: Client, home: HomePage, address: str, fill: Callable[[HomePage, int], None]
) -> None:
    fill(home, 30)

    assert queries(client, f"{address}?logement=maison&page=2") <= MAX_QUERIES


def test_reads_the_database_little_on_a_full_home_page(client: Client, home: HomePage) -> None:
    for fill in LISTS.values():
        fill(home, 10)

    assert queries(client, "/") <= MAX_QUERIES
