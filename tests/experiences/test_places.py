"""A place is published as precisely as was agreed, and what is published does not lead back to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiences.places import GRIDS, Whereabouts, published, street_of

CENTRE = (43.6, 1.4)
HERE = Whereabouts(43.61234, 1.45678, "127 bis rue des Glycines, bâtiment C")
latitudes = st.floats(-89, 89, allow_nan=False)
longitudes = st.floats(-179, 179, allow_nan=False)


def test_an_exact_consent_publishes_all() -> None:
    assert published(HERE, "exact", CENTRE) == HERE


def test_a_street_consent_publishes_the_street() -> None:
    shown = published(HERE, "street", CENTRE)

    assert shown == Whereabouts(43.6125, 1.4567, "rue des Glycines")


def test_a_quarter_consent_publishes_no_address() -> None:
    shown = published(HERE, "quarter", CENTRE)

    assert shown == Whereabouts(43.6125, 1.4595, "")


def test_without_consent_only_the_commune_is_published() -> None:
    assert published(HERE, "", CENTRE) == Whereabouts(*CENTRE)


def test_a_sheet_without_position_stands_at_the_centre_of_its_commune() -> None:
    assert published(Whereabouts(address="3 place du Lac"), "quarter", CENTRE) == Whereabouts(*CENTRE)


@pytest.mark.parametrize("precision", GRIDS)
@given(latitude=latitudes, longitude=longitudes, shift=st.floats(0, 1, exclude_max=True))
def test_every_place_of_a_cell_is_published_alike(
    precision: str, latitude: float, longitude: float, shift: float
) -> None:
    tall, wide = GRIDS[precision]
    shown = published(Whereabouts(latitude, longitude), precision, CENTRE)
    assert shown.latitude is not None
    assert shown.longitude is not None
    inside = Whereabouts(
        shown.latitude + (shift - 0.5) * tall * 0.99, shown.longitude + (shift - 0.5) * wide * 0.99
    )  # anywhere in the cell, a hair from its sides

    assert published(inside, precision, CENTRE) == shown
    assert abs(shown.latitude - latitude) <= tall / 2 + 1e-5
    assert abs(shown.longitude - longitude) <= wide / 2 + 1e-5


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("12 rue des Lilas", "rue des Lilas"),
        ("12, rue des Lilas, 31000 Toulouse", "rue des Lilas"),
        ("Résidence Bellevue, 3 bis Avenue de l’Égalité", "Avenue de l’Égalité"),
        ("rue du 8 Mai 1945", "rue du 8 Mai 1945"),
        ("14 rue du 8 Mai 1945 bâtiment 3", "rue du 8 Mai 1945"),
        ("rue des Lilas 12", "rue des Lilas"),
        ("rue des Lilas n° 12", "rue des Lilas"),
        ("Allées Jean-Jaurès appt. 4", "Allées Jean-Jaurès"),
        ("12 Cœur de Ville, place du Marché – hall B", "place du Marché"),
        ("Résidence Les Tilleuls 4", ""),
        ("", ""),
    ],
)
def test_a_street_is_told_without_number_or_building(address: str, street: str) -> None:
    assert street_of(address) == street


@given(st.text(max_size=80))
def test_any_address_gives_a_street_that_it_holds(address: str) -> None:
    street = street_of(address)

    assert all(word in address for word in street.split())
