"""Why a card says a firm is listed: the area that serves the place, and what was matched."""

from datetime import date

import pytest

from directory.card_rows import AreaRow, CardRows, FirmRow, TradeRow
from directory.cards import Card, CardWriter, capitalised
from directory.search import Criteria, Hit
from territories.place import Place

TOULOUSE = Place(
    "commune", "31555", "Toulouse", "31", "31000", region="76", epci="243100518", communes=("31555",), inside=True
)
BALMA = Place("commune", "31044", "Balma", "31", "31130", region="76", epci="243100518", communes=("31044",))
ARCHITECT, SURVEYOR = TradeRow(1, "architecte", "Architecte"), TradeRow(2, "dtg", "Diagnostic technique global")
NOWHERE = {"commune": None, "epci": None, "department": None, "region": None, "radius_km": None, "trade": None}


def area(kind: str, *, supposed: bool = False, **values: object) -> AreaRow:
    return AreaRow(firm=1, kind=kind, supposed=supposed, **(NOWHERE | values))


def card(*areas: AreaRow, places: tuple[Place, ...] = (TOULOUSE,), km: float | None = 7.6, tier: int = 1) -> Card:
    firm = FirmRow(1, "Atelier", "", "", "31130", "Balma", "31069", None, True, False, False, "publie", None, None)
    rows = CardRows(firm, [ARCHITECT, SURVEYOR], [], list(areas))
    writer = CardWriter(Criteria(places=places, today=date(2026, 11, 24)), {"dtg"}, "/annuaire/")
    return writer.card(rows, Hit(1, tier, km))


@pytest.mark.parametrize(
    ("served", "told"),
    [
        (area("commune", commune="31555"), "intervient à Toulouse"),
        (area("rayon", radius_km=10), "intervient jusqu’à 10 km de son adresse"),
        (area("epci", epci="243100518"), "intervient dans votre intercommunalité"),
        (area("departement", department="31"), "intervient dans votre département"),
        (area("region", region="76"), "intervient dans votre région"),
        (area("france"), "intervient dans toute la France"),
    ],
)
def test_tells_the_area_that_serves_the_place(served: AreaRow, told: str) -> None:
    assert capitalised(told) in card(served).reasons


@pytest.mark.parametrize(
    "elsewhere",
    [
        area("commune", commune="75056"),
        area("rayon", radius_km=5),
        area("epci", epci="200054781"),
        area("departement", department="75"),
        area("region", region="11"),
        area("france", trade=1),
    ],
)
def test_tells_no_area_that_serves_elsewhere_or_another_trade(elsewhere: AreaRow) -> None:
    assert "ntervient" not in "".join(card(elsewhere).reasons)


def test_prefers_a_confirmed_area_to_a_supposed_one() -> None:
    shown = card(area("rayon", radius_km=50, supposed=True), area("departement", department="31"))

    assert shown.reasons == [
        "Pratique\u00a0: Diagnostic technique global",
        "Intervient dans votre département",
        "Adresse à moins de 10 km",
    ]
    assert not shown.supposed


def test_marks_an_area_that_nobody_confirmed() -> None:
    assert card(area("rayon", radius_km=50, supposed=True)).supposed


def test_shows_the_trade_looked_for_first() -> None:
    assert card().trades == ["Diagnostic technique global", "Architecte"]


def test_says_when_the_name_was_what_matched() -> None:
    assert card(tier=0).reasons[0] == "Son nom correspond à votre recherche"


@pytest.mark.parametrize(
    ("km", "band"),
    [(9.99, "Adresse à moins de 10 km"), (10.0, "Adresse à moins de 25 km"), (50.0, "Adresse à plus de 50 km")],
)
def test_tells_the_distance_band_that_orders_the_list(km: float, band: str) -> None:
    assert card(km=km).reasons[-1] == band


def test_tells_no_band_when_the_office_is_nowhere_on_the_map() -> None:
    assert not [reason for reason in card(km=None).reasons if reason.startswith("Adresse")]


def test_rounds_the_distance_and_names_the_place() -> None:
    assert card(km=7.6).distance == "à 8 km de Toulouse"
    assert card(km=0.2).distance == "à 1 km de Toulouse"
    assert card(km=None).distance == ""


def test_names_no_place_when_several_were_searched() -> None:
    shown = card(area("commune", commune="31044"), places=(TOULOUSE, BALMA), km=3.0)

    assert shown.distance == "à 3 km"
    assert "Intervient dans l’une de ces communes" in shown.reasons


def test_bears_a_percent_sign_in_a_place_s_name() -> None:
    odd = Place("commune", "99999", "Cent%d", "31", communes=("99999",))

    assert card(places=(odd,)).distance == "à 8 km de Cent%d"
