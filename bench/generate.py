"""Write a list of fictitious firms: `python -m bench.generate rge --firms 60000 --seed 1 --out rge.csv`."""

import argparse
import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.generators import charter, rge

Row = dict[str, str]


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and write the file."""
    asked = _parser().parse_args(arguments)
    written = write(asked.out, _rows(asked), charter.COLUMNS if asked.kind == "charter" else rge.COLUMNS)
    print(f"{written} lignes fictives dans {asked.out}")


def write(path: Path, rows: Iterator[Row], columns: tuple[str, ...]) -> int:
    """Write rows as a CSV with semicolons (UTF-8) and give how many there were."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=";", lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row)
            count += 1
    return count


def _rows(asked: argparse.Namespace) -> Iterator[Row]:
    common = {"seed": asked.seed, "department": asked.department, "day": asked.date}
    if asked.kind == "charter":
        return charter.rows(asked.firms, **common)
    return rge.rows(asked.firms, dirty=asked.dirty, **common)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=__doc__)
    parser.add_argument("kind", choices=("rge", "charter"))
    parser.add_argument("--firms", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--department", help="code of one department, for example 31")
    parser.add_argument("--dirty", action="store_true", help="with the faults of real exports (rge)")
    parser.add_argument("--date", type=date.fromisoformat, default=date(2026, 6, 1), help="day of the extraction")
    parser.add_argument("--out", type=Path, required=True)
    return parser


if __name__ == "__main__":
    main()
