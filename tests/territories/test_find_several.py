"""Places that are several, or none: partial postcodes, homonyms, unknown names, labels."""

import pytest

from territories import places
from territories.index import current
from territories.place import Found, NotAPlace

from .answers import choice, labels, unknown

pytestmark = pytest.mark.django_db

TOULOUSE = "31555"


# -- parts of postcodes ---------------------------------------------------------------------------


def test_searches_the_department_while_a_postcode_is_incomplete():
    answer = choice(places.find("311"))

    assert labels(answer.searched) == ["Haute-Garonne (31)"]
    assert labels(answer.options)[:3] == ["Toulouse (31100)", "Tournefeuille (31170)", "Balma (31130)"]
    assert (len(answer.options), answer.postcode) == (20, "311")


def test_offers_the_only_commune_under_four_digits():
    answer = choice(places.find("3177"))

    assert (labels(answer.options), labels(answer.searched)) == (["Colomiers (31770)"], ["Haute-Garonne (31)"])


@pytest.mark.parametrize(
    ("text", "departments"),
    [("20", {"2A", "2B"}), ("98", {"984", "986", "987", "988", "989"})],
)
def test_offers_departments_when_two_digits_are_several(text, departments):
    answer = choice(places.find(text))

    assert {place.code for place in answer.options} == departments
    assert answer.searched == answer.options


def test_also_offers_the_postcode_whose_zero_a_spreadsheet_ate():
    answer = choice(places.find("9000"))

    assert labels(answer.options)[:2] == ["Belfort (90000)", "Foix (09000)"]
    assert labels(answer.searched) == ["Territoire de Belfort (90)"]


def test_gives_back_the_zero_when_nothing_else_fits():
    answer = choice(places.find("1090"))

    assert answer.repaired == "01090"
    assert {place.postcode for place in answer.options} == {"01090"}


# -- homonyms -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("saint denis", ["Saint-Denis (97400)", "Saint-Denis (93200)", "Saint-Denis (11310)", "Saint-Denis (30500)"]),
        ("brax", ["Brax (31490)", "Brax (47310)"]),
        ("vienne", ["Vienne (86)", "Vienne (38200)"]),
        ("aix", ["Aix-en-Provence (13080)", "Aix-les-Bains (73100)", "Aix (19200)"]),
        ("lyon 31000", ["Lyon (69001)", "Toulouse (31000)"]),
    ],
)
def test_lets_the_visitor_choose_among_homonyms_largest_first(text, expected):
    answer = choice(places.find(text))

    assert labels(answer.options) == expected
    assert answer.searched == answer.options


def test_repairs_a_name_that_several_communes_share_into_a_choice():
    answer = choice(places.find("saint deniis"))

    assert (len(answer.options), answer.repaired) == (4, "Saint-Denis")


def test_offers_at_most_twenty_communes():
    assert len(choice(places.find("castelnau")).options) == 20


# -- nothing found --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["99999", "00", "96", "31506", "CEDEX 31506", "31506 cedex"])
def test_tells_an_unknown_postcode(text):
    assert unknown(places.find(text)).is_postcode


def test_shows_the_communes_nearest_to_a_cedex_code():
    assert labels(unknown(places.find("CEDEX 31506")).nearest) == ["Toulouse (31500)"]


@pytest.mark.parametrize("text", ["Trifouillis", "architecte", "Zzyzx", "qsdfghjk"])
def test_tells_an_unknown_name(text):
    assert not unknown(places.find(text)).is_postcode


def test_shows_names_that_look_alike_when_none_is_sure():
    answer = unknown(places.find("Bourgs-le"))

    assert 0 < len(answer.nearest) <= 5


def test_shows_the_largest_departments_of_a_region():
    answer = unknown(places.find("Occitanie"))

    assert labels(answer.nearest)[:2] == ["Haute-Garonne (31)", "Hérault (34)"]


@pytest.mark.parametrize(
    "text",
    [
        "310000", "0", "06 12 34 56 78", "31000 31100", '"', '5"', "!!", "()", "%FF", "\\", "*", "a|b&!c:*", "NEAR(\"",
        "😀", "\x00", "\ud800", "¼", "²", "<script>", "' OR 1=1--", "Тулуза", "x" * 100_000, "mot " * 10_000,
    ],
)  # fmt: skip
def test_tells_what_is_no_place(text):
    assert isinstance(places.find(text), NotAPlace)


# -- labels ---------------------------------------------------------------------------------------


def test_finds_every_place_again_by_its_own_label():
    gazetteer = current()
    every = [gazetteer.place(entry) for entry in range(len(gazetteer.lines))]

    lost = [place.label for place in every if places.find(place.label) != Found(place)]

    assert lost == []


def test_finds_a_commune_by_the_code_of_the_chooser():
    place = places.commune("31555")

    assert place is not None
    assert (place.name, place.epci, place.region, place.department) == ("Toulouse", "243100518", "76", "31")


@pytest.mark.parametrize("code", ["", "99999", "31000", "'", "\x00", "x" * 10_000])
def test_finds_no_commune_for_a_code_that_is_none(code):
    assert places.commune(code) is None


def test_gives_the_commune_that_took_over_an_old_code():
    former = places.commune("01091")  # Châtillon-de-Michaille, now in Valserhône

    assert former is not None
    assert former.name == "Valserhône"


@pytest.mark.parametrize(("code", "name"), [("31", "Haute-Garonne"), ("2a", "Corse-du-Sud"), ("32", "Gers")])
def test_finds_a_department_by_its_code(code, name):
    place = places.department(code)

    assert place is not None
    assert place.name == name


def test_finds_no_department_for_a_code_that_is_none():
    assert places.department("99") is None
