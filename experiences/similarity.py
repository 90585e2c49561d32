"""How much a renovated building is like the visitor's own. Pure and deterministic; docs/case-studies.md explains it.

Each question that the visitor answered weighs something (`WEIGHTS`). A case is as close, on each of them, as a number
from 0 (nothing in common, or nobody told) to 1 (the same). The likeness is the mean of these numbers by weight, over
the questions answered: a question left blank changes nothing. Cases that are as like come in the order of their ids.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log2
from typing import Literal

from territories.geometry import distance_km

Criterion = Literal["period", "heating", "size", "label", "place"]
Verdict = Literal["same", "close", "different", "unknown"]

WEIGHTS: dict[Criterion, int] = {"period": 25, "heating": 25, "size": 20, "label": 15, "place": 15}
PERIODS = ("before-1949", "1949-1974", "1975-1993", "1994-2000", "2001-2010", "after-2010")
LETTERS = "ABCDEFG"
NEXT_BY = 0.5  # the period just before or after, the letter just above or below
ENERGY_PART = 0.6  # of the heating; the rest is whether it is collective
FOUR_TIMES = 2  # doublings after which two sizes have nothing in common
SAME_SIZE = 0.1  # two sizes that differ by less are told as the same
NEIGHBOUR = 0.8  # what another commune is worth at most
FAR_KM = 40
NEAR_KM = 15
LITTLE = 0.5  # under this likeness, a case is shown but said to be little like the visitor's own


@dataclass(frozen=True, slots=True)
class Home:
    """A house or a co-ownership, as far as it is known; what is empty or None is not.

    `size` counts dwellings for a co-ownership, and is the floor area in m² for a house. `commune` is an INSEE code,
    `latitude` and `longitude` are its centre in degrees; `energy` and `mode` are codes of `ExperiencePage`; `label` is
    the energy class before works.
    """

    commune: str = ""
    latitude: float | None = None
    longitude: float | None = None
    period: str = ""
    size: float | None = None
    mode: str = ""
    energy: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A published case study: its id, and its building before the works."""

    id: int
    home: Home


@dataclass(frozen=True, slots=True)
class Reason:
    """What a case has in common with the visitor's own on one question. `km` is the distance of the two communes."""

    criterion: Criterion
    closeness: float
    verdict: Verdict
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A case, how like it is (0 to 1), and why: one reason for each question answered, the heaviest first."""

    case: Case
    likeness: float
    reasons: tuple[Reason, ...]

    @property
    def likenesses(self) -> tuple[Reason, ...]:
        """List what is the same, or nearly."""
        return tuple(reason for reason in self.reasons if reason.verdict in ("same", "close"))

    @property
    def differences(self) -> tuple[Reason, ...]:
        """List what is not the same, or is not known of the case."""
        return tuple(reason for reason in self.reasons if reason.verdict in ("different", "unknown"))


def rank(mine: Home, cases: Iterable[Case]) -> list[Match]:
    """Sort cases from the most to the least like; every one of them is given."""
    return sorted((match(mine, case) for case in cases), key=lambda each: (-round(each.likeness, 6), each.case.id))


def match(mine: Home, case: Case) -> Match:
    """Compare one case with the visitor's own."""
    reasons = tuple(
        reason for criterion in WEIGHTS if (reason := _compared(criterion, mine, case.home)) is not None
    )  # fmt: skip
    asked = sum(WEIGHTS[reason.criterion] for reason in reasons)
    scored = sum(WEIGHTS[reason.criterion] * reason.closeness for reason in reasons)
    return Match(case, scored / asked if asked else 0.0, reasons)


def _compared(criterion: Criterion, mine: Home, other: Home) -> Reason | None:
    """Compare on one question; None when the visitor did not answer it."""
    match criterion:
        case "period":
            return _steps(criterion, PERIODS, mine.period, other.period)
        case "label":
            return _steps(criterion, tuple(LETTERS), mine.label, other.label)
        case "size":
            return _size(mine.size, other.size)
        case "heating":
            return _heating(mine, other)
    return _place(mine, other)


def _steps(criterion: Criterion, scale: tuple[str, ...], mine: str, other: str) -> Reason | None:
    if mine not in scale:
        return None
    if other not in scale:
        return Reason(criterion, 0.0, "unknown")
    apart = abs(scale.index(mine) - scale.index(other))
    if apart == 0:
        return Reason(criterion, 1.0, "same")
    return Reason(criterion, NEXT_BY, "close") if apart == 1 else Reason(criterion, 0.0, "different")


def _size(mine: float | None, other: float | None) -> Reason | None:
    if not mine or mine <= 0:
        return None
    if not other or other <= 0:
        return Reason("size", 0.0, "unknown")
    apart = abs(log2(mine / other))
    if apart <= SAME_SIZE:
        return Reason("size", 1.0, "same")
    closeness = max(0.0, 1 - apart / FOUR_TIMES)
    return Reason("size", closeness, "close" if closeness >= NEXT_BY else "different")


def _heating(mine: Home, other: Home) -> Reason | None:
    asked = [(ENERGY_PART, mine.energy, other.energy), (1 - ENERGY_PART, mine.mode, other.mode)]
    asked = [part for part in asked if part[1]]
    if not asked:
        return None
    if not any(theirs for _part, _own, theirs in asked):
        return Reason("heating", 0.0, "unknown")
    closeness = sum(part for part, own, theirs in asked if own == theirs) / sum(part for part, _own, _theirs in asked)
    if closeness > 0.999:
        return Reason("heating", 1.0, "same")
    return Reason("heating", closeness, "close" if closeness >= NEXT_BY else "different")


def _place(mine: Home, other: Home) -> Reason | None:
    if not mine.commune:
        return None
    if not other.commune:
        return Reason("place", 0.0, "unknown")
    if mine.commune == other.commune:
        return Reason("place", 1.0, "same", 0.0)
    if mine.latitude is None or mine.longitude is None or other.latitude is None or other.longitude is None:
        return Reason("place", 0.0, "different")
    km = distance_km(mine.latitude, mine.longitude, other.latitude, other.longitude)
    closeness = NEIGHBOUR * max(0.0, 1 - km / FAR_KM)
    return Reason("place", closeness, "close" if km <= NEAR_KM else "different", km)
