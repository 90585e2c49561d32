"""The grid of the RGAA is whole, and names tests that are there."""

import csv
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GRID = ROOT / "docs" / "rgaa.csv"
CRITERIA = {1: 9, 2: 2, 3: 3, 4: 13, 5: 8, 6: 2, 7: 5, 8: 10, 9: 4, 10: 14, 11: 13, 12: 11, 13: 12}  # by theme
RESULTS = {"C", "NC", "NA", "NT"}
WAYS = {"automatic", "walk", "read", "by eye"}


def rows() -> list[dict[str, str]]:
    with GRID.open(newline="") as grid:
        return list(csv.DictReader(grid))


def test_the_grid_holds_each_of_the_106_criteria_once() -> None:
    wanted = [f"{theme}.{number}" for theme, count in CRITERIA.items() for number in range(1, count + 1)]

    assert len(wanted) == 106
    assert [row["criterion"] for row in rows()] == wanted


def test_each_criterion_has_a_way_a_result_and_a_date() -> None:
    assert {row["how"] for row in rows()} <= WAYS
    assert {row["result"] for row in rows()} <= RESULTS
    assert all(row["what is asked"] and len(row["date"]) == len("2026-11-24") for row in rows())


def test_each_test_that_the_grid_names_is_there() -> None:
    lost = {name for row in rows() for name in row["where"].split() if not (ROOT / name).is_file()}

    assert lost == set()


def test_what_is_automatic_or_walked_names_its_test() -> None:
    unnamed = [row["criterion"] for row in rows() if row["how"] in ("automatic", "walk") and not row["where"]]

    assert unnamed == []


def test_what_is_not_met_says_what_is_missing() -> None:
    assert [row["criterion"] for row in rows() if row["result"] == "NC" and "Missing" not in row["note"]] == []


def test_the_page_on_accessibility_counts_as_the_grid_does() -> None:
    found = Counter(row["result"] for row in rows())
    page = (ROOT / "docs" / "accessibility.md").read_text()

    assert all(f"| {result} | {found[result]} |" in page for result in RESULTS)
