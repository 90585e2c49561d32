"""What a new directory starts with: trades, the words people type for them, and the domains of the RGE list.

The rows stand in `directory/data/*.csv`, readable and in order. They are a start: from then on staff edit the tables.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from directory.models.trades import MAX_TRADES

FOLDER = Path(__file__).resolve().parent / "data"

Model = Any  # a model of today, or its historical form in a migration


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows a load created."""

    trades: int
    synonyms: int
    domains: int


def load_reference_data(*, trade_model: Model, synonym_model: Model, domain_model: Model) -> Loaded:
    """Create the trades, synonyms and RGE domains that are missing; what stands is never touched.

    A trade or a domain that exists keeps the synonyms or trades that staff left it, even none.
    """
    created = _create_trades(trade_model)
    trades = {trade.slug: trade for trade in trade_model.objects.all()}
    synonyms = [
        synonym_model(trade=trades[row["slug"]], phrase=row["phrase"])
        for row in rows("synonyms")
        if row["slug"] in created
    ]
    synonym_model.objects.bulk_create(synonyms)
    return Loaded(len(created), len(synonyms), _create_domains(domain_model, trades))


def rows(name: str) -> Iterator[dict[str, str]]:
    """Read "trades", "synonyms" or "domains", a row at a time, in the file's order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _create_trades(trade_model: Model) -> set[str]:
    """Create missing trades; each takes its line in the file as bit, or the first free one if that is taken."""
    standing = dict(trade_model.objects.values_list("slug", "bit"))
    taken = set(standing.values())
    created = []
    for line, row in enumerate(rows("trades")):
        if row["slug"] in standing:
            continue
        bit = next(bit for bit in chain([line], range(MAX_TRADES)) if bit not in taken)
        taken.add(bit)
        created.append(trade_model(bit=bit, **_trade_fields(row)))
    trade_model.objects.bulk_create(created)
    return {trade.slug for trade in created}


def _trade_fields(row: dict[str, str]) -> dict[str, Any]:
    return {
        "slug": row["slug"],
        "label": row["label"],
        "help": row["help"],
        "for_houses": row["for_houses"] == "1",
        "for_coownerships": row["for_coownerships"] == "1",
        "position": int(row["position"]),
    }


def _create_domains(domain_model: Model, trades: dict[str, Any]) -> int:
    standing = set(domain_model.objects.values_list("name", flat=True))
    missing = [row for row in rows("domains") if row["domaine"] not in standing]
    for row in missing:
        domain = domain_model.objects.create(name=row["domaine"], meta=row["meta"])
        domain.trades.set([trades[slug] for slug in row["trades"].split("|") if slug in trades])
    return len(missing)
