import pytest

from territories import places
from territories.place import Nowhere

from .answers import choice, found, labels, names, unknown

pytestmark = pytest.mark.django_db

TOULOUSE = "31555"


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0", "\u200b", " \u200b\u2060 "])
def test_takes_a_blank_text_for_no_place_at_all(text):
    assert places.find(text) == Nowhere()


@pytest.mark.parametrize(
    "text",
    [
        "31000", " 31 000 ", "３１０００", "3 1 0 0 0", "31.000", "31000 cedex 6", "F-31000", "31000 France",
        "31200", "toulouse", "TOULOUSE", "  Toulouse ", "toulouse 31", "31 toulouse", "31000 toulouse",
        "31 000 Toulouse", "Toulouse (31000)", "Toulouse (31)", "toulouse cedex 9", "12 rue de la Paix 31000 Toulouse",
        '"toulouse"', "toulouse 😀", "\u202etoulouse",
    ],
)  # fmt: skip
def test_finds_toulouse_as_typed(text):
    answer = found(places.find(text))

    assert (answer.place.code, answer.place.kind, answer.place.inside) == (TOULOUSE, "commune", True)
    assert answer.repaired == ""


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("3100O", "31000"), ("3l000", "31000"), ("3I000", "31000"), ("31ooo", "31000"),
        ("toulousse", "Toulouse"), ("tolouse", "Toulouse"), ("Toulosue", "Toulouse"), ("toulou", "Toulouse"),
        ("31506 toulouse cedex", "Toulouse (31000)"), ("toulouse 2024", "Toulouse (31000)"),
        ("310000 toulouse", "Toulouse (31000)"), ("rue de la Paix, Toulouse", "Toulouse (31000)"),
        ("ville de Toulouse", "Toulouse (31000)"), ("31000 quelque part", "31000"),
    ],
)  # fmt: skip
def test_says_what_was_read_when_toulouse_was_typed_otherwise(text, repaired):
    answer = found(places.find(text))

    assert (answer.place.code, answer.repaired) == (TOULOUSE, repaired)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("L'Union", "L'Union (31240)"), ("l’union", "L'Union (31240)"), ("lunion", "L'Union (31240)"),
        ("l union", "L'Union (31240)"), ("montberon", "Montberon (31140)"),
        ("ste foy d'aigrefeuille", "Sainte-Foy-d'Aigrefeuille (31570)"), ("st jory", "Saint-Jory (31790)"),
        ("chalon s/ saône", "Chalon-sur-Saône (71100)"), ("ville d'avray", "Ville-d'Avray (92410)"),
        ("balma 31130", "Balma (31130)"), ("pin balma 31130", "Pin-Balma (31130)"),
        ("31240 st jean", "Saint-Jean (31240)"), ("saint denis 93", "Saint-Denis (93200)"),
        ("saint denis 97400", "Saint-Denis (97400)"), ("97400", "Saint-Denis (97400)"), ("20000", "Ajaccio (20000)"),
        ("ajaccio 2a", "Ajaccio (20000)"), ("20 ajaccio", "Ajaccio (20000)"), ("31200", "Toulouse (31200)"),
        ("toulouse 312", "Toulouse (31200)"), ("Cœuvres et Valsery", "Cœuvres-et-Valsery (02600)"),
        ("marseille", "Marseille (13001)"), ("paris", "Paris (75001)"), ("paris 75", "Paris (75001)"),
        ("la rochelle", "La Rochelle (17000)"), ("castres", "Castres (81100)"), ("fenouillet", "Fenouillet (31150)"),
    ],
)  # fmt: skip
def test_finds_a_commune_as_people_write_it(text, label):
    answer = found(places.find(text))

    assert (answer.place.label, answer.repaired) == (label, "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("st orens", "Saint-Orens-de-Gameville"), ("orens", "Saint-Orens-de-Gameville"),
        ("ramonville", "Ramonville-Saint-Agne"), ("Bellegarde-sur-Valserine", "Valserhône"),
        ("blagnca", "Blagnac"), ("colomier", "Colomiers"), ("tournefeuile", "Tournefeuille"),
        ("montpelier", "Montpellier"), ("haute garone", "Haute-Garonne"),
    ],
)  # fmt: skip
def test_completes_or_repairs_a_name_and_says_so(text, name):
    answer = found(places.find(text))

    assert (answer.place.name, answer.repaired) == (name, name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31", "31"), ("2A", "2A"), ("2a", "2A"), ("2B", "2B"), ("971", "971"), ("974", "974"), ("01", "01"),
        ("haute-garonne", "31"), ("haute garonne", "31"), ("HAUTE GARONNE", "31"), ("Haute-Garonne (31)", "31"),
        ("Vienne (86)", "86"), ("vienne 86", "86"), ("Paris (75)", "75"), ("landes", "40"), ("côte d'or", "21"),
        ("département de la Haute-Garonne", "31"),
    ],
)  # fmt: skip
def test_finds_a_department_which_has_no_commune_and_no_centre(text, code):
    place = found(places.find(text)).place

    assert (place.kind, place.code, place.communes, place.latitude, place.inside) == (
        "department",
        code,
        (),
        None,
        False,
    )


def test_reads_one_digit_as_a_department_that_lost_its_zero():
    answer = found(places.find("9"))

    assert (answer.place.name, answer.repaired) == ("Ariège", "09")


@pytest.mark.parametrize(
    ("text", "communes"),
    [
        ("75015", ("75115", "75056")), ("paris 15", ("75115", "75056")), ("paris 15e", ("75115", "75056")),
        ("75015 paris", ("75115", "75056")), ("Paris XV 75015", ("75115", "75056")),
        ("15e arrondissement de Paris", ("75115", "75056")), ("75116", ("75116", "75056")),
        ("lyon 3eme", ("69383", "69123")), ("69003", ("69383", "69123")), ("Lyon 1er", ("69381", "69123")),
        ("marseille 1er", ("13201", "13055")), ("Paris (75015)", ("75056",)), ("Toulouse (31000)", ("31555",)),
    ],
)  # fmt: skip
def test_gives_an_arrondissement_its_commune_s_code_too(text, communes):
    assert found(places.find(text)).place.communes == communes


def test_offers_the_city_and_the_arrondissement_when_the_number_is_both():
    answer = choice(places.find("marseille 13"))

    assert labels(answer.options) == ["Marseille (13001)", "Marseille 13e Arrondissement (13013)"]


# -- INSEE codes look like postcodes --------------------------------------------------------------


@pytest.mark.parametrize(
    ("postcode", "communes"),
    [
        ("31150", {"Bruguières", "Fenouillet", "Gagnac-sur-Garonne", "Gratentour", "Lespinasse"}),
        ("31130", {"Balma", "Flourens", "Pin-Balma", "Quint-Fonsegrives"}),
        ("31490", {"Brax", "Léguevin"}),
    ],
)
def test_reads_a_postcode_never_the_insee_code_that_looks_like_it(postcode, communes):
    answer = choice(places.find(postcode))

    assert names(answer.options) == communes
    assert answer.searched == answer.options
    assert answer.postcode == postcode
    assert {place.postcode for place in answer.options} == {postcode}


def test_says_which_communes_of_a_postcode_lie_outside_the_territory():
    answer = choice(places.find("31140"))

    assert len(answer.options) == 7
    assert names([place for place in answer.options if not place.inside]) == {
        "Montberon", "Pechbonnieu", "Saint-Loup-Cammas",
    }  # fmt: skip


def test_knows_no_corsican_insee_code_but_shows_its_commune():
    answer = unknown(places.find("2A004"))

    assert answer.is_postcode
    assert labels(answer.nearest) == ["Ajaccio (20000)"]
