import pytest

from territories import places

from .answers import labels

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tou", "Toulouse (31000)"), ("TOULOU", "Toulouse (31000)"), ("bord", "Bordeaux (33000)"),
        ("orens", "Saint-Orens-de-Gameville (31650)"), ("st or", "Saint-Orens-de-Gameville (31650)"),
        ("luni", "L'Union (31240)"), ("l'un", "L'Union (31240)"), ("haute g", "Haute-Garonne (31)"),
        ("paris", "Paris (75001)"), ("paris 15", "Paris 15e Arrondissement (75015)"),
        ("75015", "Paris 15e Arrondissement (75015)"), ("31", "Haute-Garonne (31)"), ("2a", "Corse-du-Sud (2A)"),
        ("311", "Toulouse (31100)"), ("3114", "Aucamville (31140)"), ("31130", "Balma (31130)"),
        ("saint den 93", "Saint-Denis (93200)"), ("31000 tou", "Toulouse (31000)"),
        ("bellegarde sur vals", "Valserhône (01200)"), ("3100O", "Toulouse (31000)"),
        ("tolouse", "Toulouse (31000)"), ("blanac", "Blagnac (31700)"), ("colomirs", "Colomiers (31770)"),
        ("montpelier", "Montpellier (34000)"), ("tournefuile", "Tournefeuille (31170)"),
    ],
)  # fmt: skip
def test_suggests_the_likeliest_place_first(text, first):
    assert labels(places.suggest(text))[0] == first


def test_suggests_the_larger_communes_before_the_smaller_ones():
    populations = [place.population for place in places.suggest("montp") if place.name.startswith("Montp")]

    assert populations == sorted(populations, reverse=True)


def test_suggests_the_communes_of_the_territory_before_larger_ones_elsewhere():
    assert labels(places.suggest("tour"))[0] == "Tournefeuille (31170)"


def test_suggests_every_commune_of_a_postcode():
    assert len(places.suggest("31140")) == 7


def test_names_communes_with_the_postcode_being_typed():
    assert {place.postcode[:3] for place in places.suggest("312")} == {"312"}


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (-1, 0), (3, 3), (8, 8), (10_000, 20)])
def test_suggests_as_many_places_as_asked_up_to_twenty(limit, count):
    assert len(places.suggest("saint", limit)) == count


def test_suggests_a_place_once():
    suggested = labels(places.suggest("saint-denis", 20))

    assert len(suggested) == len(set(suggested))


@pytest.mark.parametrize("text", ["", " ", '"', "\x00", "\ud800", "😀", "310000", "x" * 100_000, "a " * 10_000, "zzzz"])
def test_suggests_nothing_for_what_begins_no_place(text):
    assert places.suggest(text) == []
