"""How like two buildings are: pure, without a database."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiences.similarity import LETTERS, PERIODS, WEIGHTS, Case, Home, Match, match, rank

BALMA = {"commune": "31044", "latitude": 43.6116, "longitude": 1.5013}
COLOMIERS = {"commune": "31149", "latitude": 43.6116, "longitude": 1.3267}
MINE = Home(**BALMA, period="1949-1974", size=52, mode="collective", energy="gas", label="E")
homes = st.builds(
    Home,
    commune=st.sampled_from(["", "31044", "31149"]),
    latitude=st.one_of(st.none(), st.floats(43, 44)),
    longitude=st.one_of(st.none(), st.floats(1, 2)),
    period=st.sampled_from(["", *PERIODS]),
    size=st.one_of(st.none(), st.integers(0, 5000)),
    mode=st.sampled_from(["", "collective", "individual"]),
    energy=st.sampled_from(["", "gas", "oil"]),
    label=st.sampled_from(["", *LETTERS]),
)


def compared(mine: Home, other: Home) -> Match:
    return match(mine, Case(1, other))


def closeness(criterion: str, mine: Home, other: Home) -> float:
    return next(reason.closeness for reason in compared(mine, other).reasons if reason.criterion == criterion)


def verdict(criterion: str, mine: Home, other: Home) -> str:
    return next(reason.verdict for reason in compared(mine, other).reasons if reason.criterion == criterion)


def test_the_same_building_is_wholly_like() -> None:
    found = compared(MINE, MINE)

    assert found.likeness == 1.0
    assert [reason.verdict for reason in found.reasons] == ["same"] * 5
    assert not found.differences


def test_weights_make_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100


@pytest.mark.parametrize(
    ("changed", "likeness"),
    [
        ({"period": "1975-1993"}, 0.875),
        ({"period": "after-2010"}, 0.75),
        ({"energy": "oil"}, 0.85),
        ({"mode": "individual"}, 0.90),
        ({"energy": "oil", "mode": "individual"}, 0.75),
        ({"size": 104}, 0.90),
        ({"size": 13}, 0.80),
        ({"size": 5000}, 0.80),
        ({"label": "F"}, 0.925),
        ({"label": "G"}, 0.85),
        ({"period": ""}, 0.75),
    ],
)
def test_what_differs_takes_its_weight_away(changed: dict[str, object], likeness: float) -> None:
    assert compared(MINE, replace(MINE, **changed)).likeness == pytest.approx(likeness)  # type: ignore[arg-type]


def test_a_question_left_blank_changes_nothing() -> None:
    mine = Home(period="1949-1974")

    found = compared(mine, MINE)

    assert found.likeness == 1.0
    assert [reason.criterion for reason in found.reasons] == ["period"]


def test_no_answer_at_all_gives_every_case_in_the_order_of_ids() -> None:
    found = rank(Home(), [Case(3, MINE), Case(1, Home()), Case(2, MINE)])

    assert [each.case.id for each in found] == [1, 2, 3]
    assert {each.likeness for each in found} == {0.0}


def test_what_nobody_told_of_a_case_is_a_difference_that_says_so() -> None:
    found = compared(MINE, Home())

    assert {reason.verdict for reason in found.differences} == {"unknown"}
    assert found.likeness == 0.0


def test_half_or_double_is_close_and_ten_times_is_not() -> None:
    verdicts = [verdict("size", MINE, replace(MINE, size=size)) for size in (50, 40, 26, 104, 520)]

    assert verdicts == ["same", "close", "close", "close", "different"]


def test_only_the_part_of_the_heating_that_was_asked_counts() -> None:
    mine = Home(energy="gas")

    assert closeness("heating", mine, Home(energy="gas", mode="individual")) == 1.0
    assert closeness("heating", mine, Home(energy="oil")) == 0.0


def test_a_neighbouring_commune_is_worth_less_than_the_same_and_more_than_a_far_one() -> None:
    near = closeness("place", MINE, replace(MINE, **COLOMIERS))
    far = closeness("place", MINE, replace(MINE, commune="75056", latitude=48.86, longitude=2.34))

    assert 0.4 < near < 0.8
    assert far == 0.0
    assert verdict("place", MINE, replace(MINE, **COLOMIERS)) == "close"


@given(homes, st.lists(homes, max_size=12))
def test_the_order_is_that_of_likeness_then_of_ids_whatever_order_is_given(mine: Home, others: list[Home]) -> None:
    cases = [Case(number, home) for number, home in enumerate(others)]

    found = rank(mine, cases)

    assert found == rank(mine, reversed(cases))
    assert all(0.0 <= each.likeness <= 1.0 for each in found)
    keys = [(-round(each.likeness, 6), each.case.id) for each in found]
    assert keys == sorted(keys)
    assert len(found) == len(cases)
