from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection

from territories import index, places
from territories.models import Commune, Department, Edition, Epci, FormerCommune, Postcode, Region
from territories.place import Found, NotAPlace, Nowhere, Unknown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_index")]


@pytest.fixture
def no_geography():
    for model in (FormerCommune, Postcode, Edition, Commune, Department, Epci, Region):
        model.objects.all()._raw_delete("default")  # at once: nothing else stands in the test database


@pytest.mark.usefixtures("no_geography")
def test_knows_no_place_while_none_is_loaded():
    texts = ["toulouse", "31000", "31", "311", "2A", "20", "97", "9", "toulouse 31", "paris 15e", "Balma (31130)"]

    answers = [places.find(text) for text in texts]

    assert all(isinstance(answer, Unknown | NotAPlace) for answer in answers)


@pytest.mark.usefixtures("no_geography")
def test_still_tells_a_blank_text_and_suggests_nothing_while_none_is_loaded():
    assert (places.find(""), places.suggest("tou"), places.commune("31555")) == (Nowhere(), [], None)


@pytest.mark.usefixtures("no_geography")
def test_sees_at_once_the_geography_that_was_missing():
    places.find("ici")

    Department.objects.create(code="31", name="Haute-Garonne")
    Commune.objects.create(code="31999", name="Ici", department_id="31", population=5)
    Edition.objects.create(digest="première")

    assert isinstance(places.find("ici"), Found)


@pytest.fixture
def minute_over(monkeypatch):
    """Let the time after which another edition is looked for run out at will."""
    return lambda: monkeypatch.setattr(index, "CHECK_SECONDS", -1.0)


def test_asks_nothing_for_a_while_then_one_query(django_assert_num_queries, minute_over):
    index.warm()

    with django_assert_num_queries(0):
        places.find("toulouse")
    minute_over()
    with django_assert_num_queries(1):
        places.find("toulouse")


def test_notices_another_edition_after_a_while(minute_over):
    places.find("toulouse")
    Commune.objects.filter(code="31555").update(name="Tolosa")
    Edition.objects.create(digest="suivante")

    before = places.find("31000")
    minute_over()
    after = places.find("31000")

    assert [answer.place.name for answer in (before, after)] == ["Toulouse", "Tolosa"]


def test_serves_on_from_memory_when_the_database_fails(minute_over):
    def broken(*args):
        raise DatabaseError("down")

    index.warm()
    minute_over()

    with connection.execute_wrapper(broken):
        answer = places.find("toulouse")

    assert isinstance(answer, Found)


def test_tells_the_territory_that_the_settings_name(settings):
    settings.TERRITORY_EPCI = "200046977"  # Métropole de Lyon

    lyon, toulouse = (places.find(text) for text in ("lyon", "toulouse"))

    assert (lyon.place.inside, toulouse.place.inside) == (True, False)


def test_shares_one_gazetteer_between_threads():
    index.warm()

    with ThreadPoolExecutor(8) as threads:
        gazetteers = set(map(id, threads.map(lambda _: index.current(), range(50))))

    assert len(gazetteers) == 1


def test_leads_from_a_kept_commune_to_the_one_that_took_it_over():
    Postcode.objects.filter(commune="31364").delete()
    FormerCommune.objects.create(old_code="31364", name="Montberon", commune_id="31410")

    answer = places.find("montberon")

    assert (answer.place.name, answer.repaired) == ("Pechbonnieu", "Pechbonnieu")
    assert places.commune("31364").name == "Pechbonnieu"


def test_counts_the_people_of_the_territory_ten_times_and_no_others():
    from_toulouse, from_lyon = index.current("243100518"), index.current("200046977")

    toulouse, lyon = from_lyon.communes["31555"], from_lyon.communes["69123"]

    people = [from_lyon.lines[entry].population for entry in (toulouse, lyon)]
    assert [from_lyon.weights[entry] for entry in (toulouse, lyon)] == [1 + people[0], 1 + 10 * people[1]]
    assert [from_toulouse.weights[entry] for entry in (toulouse, lyon)] == [1 + 10 * people[0], 1 + people[1]]
    assert from_lyon.names.starts is from_toulouse.names.starts  # what is heavy is shared


def test_works_out_each_territory_once():
    assert index.current("200046977") is index.current("200046977")
    assert index.current() is index.current("243100518")
