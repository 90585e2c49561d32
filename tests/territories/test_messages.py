import pytest

from territories import places
from territories.messages import explain

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "toute la France"),
        ("310000", "« 310000 » n’est pas un code postal : il en faut les cinq chiffres"),
        ("99999", "Le code postal « 99999 » est inconnu"),
        ("CEDEX 31506", "CEDEX"),
        ("2A004", "ceux de la Corse commencent par 20"),
        ("Trifouillis", "pas de commune appelée « Trifouillis »"),
        ("Occitanie", "« Occitanie » est une région"),
        ("!!", "« !! » n’est pas un lieu"),
        ("31140", "Le code postal 31140 couvre 7 communes"),
        ("311", "« 311 » est un début de code postal"),
        ("20", "« 20 » est un début de code postal"),
        ("saint denis", "Plusieurs lieux portent ce nom"),
        ("tolouse", "Nous avons lu « Toulouse »"),
    ],
)
def test_says_what_was_wrong(text, said):
    assert said in explain(places.find(text))


@pytest.mark.parametrize("text", ["310000", "99999", "Trifouillis", "!!", "\x00", "311"])
def test_gives_an_example(text):
    assert "par exemple 31" in explain(places.find(text))


def test_says_nothing_when_the_place_was_found_as_typed():
    assert explain(places.find("Toulouse")) == ""


def test_cuts_what_it_quotes():
    assert len(explain(places.find("x" * 100_000))) < 250
