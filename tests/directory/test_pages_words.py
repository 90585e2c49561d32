"""Sentences of the directory's pages that need no server."""

import pytest
from django.utils.translation import override

from core.advice import phone_url
from core.french import at_name, of_name
from directory.models.professionals import sheet_slug


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("Toulouse", "de Toulouse", "à Toulouse"),
        ("Albi", "d’Albi", "à Albi"),
        ("Le Vernet", "du Vernet", "au Vernet"),
        ("Les Ulis", "des Ulis", "aux Ulis"),
        ("La Rochelle", "de La Rochelle", "à La Rochelle"),
        ("L’Union", "de L’Union", "à L’Union"),
        ("Évreux", "d’Évreux", "à Évreux"),
    ],
)
def test_melts_the_article_into_the_preposition(name: str, of: str, at: str) -> None:
    with override("fr"):
        assert (of_name(name), at_name(name)) == (of, at)


def test_leaves_a_name_alone_in_english() -> None:
    with override("en"):
        assert (of_name("Albi"), at_name("Le Vernet")) == ("Albi", "Le Vernet")


@pytest.mark.parametrize(
    ("number", "url"), [("05 61 00 00 00", "tel:0561000000"), ("+33 (0)5.61", "tel:+330561"), ("", "tel:")]
)
def test_makes_a_number_dialable(number: str, url: str) -> None:
    assert phone_url(number) == url


@pytest.mark.parametrize(
    ("name", "slug"), [("L’Atelier d'Été", "l-atelier-d-ete"), ("!!!", "fiche"), ("Œuvre & Cie", "oeuvre-cie")]
)
def test_makes_a_readable_address_of_a_name(name: str, slug: str) -> None:
    assert sheet_slug(name) == slug
