"""How fast the directory is searched: 500 mixed queries at each size, beside a naive search and a lower bound.

    python -m bench.search [--sizes 60000,500000] [--queries 500] [--database URL]

JSON lines on standard output, a table on standard error. A database of its own is made in a temporary folder; with
`--database` (PostgreSQL) the one named there is used, and must be empty.
"""

import argparse
import gc
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, perf_counter_ns, thread_time_ns
from typing import Any

import django
import numpy as np

SEED = 31555
KINDS = ("trade", "synonym", "plural", "typo", "name", "place only", "no place")


@dataclass(frozen=True)
class Measure:
    """Times of queries in ms, by the clock and of processor, and what making the index cost."""

    engine: str
    size: int
    times: list[float]
    cpu: list[float]
    build_s: float = 0.0
    size_mb: float = 0.0

    def line(self) -> dict[str, Any]:
        """Give what is printed as JSON."""
        p50, p95, p99 = (round(float(each), 3) for each in np.percentile(self.times, [50, 95, 99]))
        per_second = round(1000 * len(self.times) / sum(self.times), 1)
        return {
            "bench": "search", "engine": self.engine, "size": self.size, "p50_ms": p50, "p95_ms": p95, "p99_ms": p99,
            "per_second": per_second, "build_s": round(self.build_s, 2), "size_mb": round(self.size_mb, 1),
            "cpu_p50_ms": round(float(np.median(self.cpu)), 3),
            "cpu_p95_ms": round(float(np.percentile(self.cpu, 95)), 3),
        }  # fmt: skip


def main() -> None:
    """Measure every size in one run."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        lines: list[dict[str, Any]] = []
        for size in options.sizes:
            _connect(options.database or f"sqlite:///{folder}/{size}.sqlite3")
            for line in _measure(size, options.queries):
                print(json.dumps(line), flush=True)
                lines.append(line)
        _table(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=[60_000, 500_000])
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--database", default="", help="URL of an empty database (default: SQLite, temporary)")
    return parser.parse_args()


def _connect(url: str) -> None:
    """Start Django on a database, or move it to another one."""
    from django.conf import settings

    if not settings.configured:
        root = Path(__file__).resolve().parent.parent
        sys.path[:0] = [str(root), str(root / "site")]
        os.environ["DATABASE_URL"] = url
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
        django.setup()
    from django.core.management import call_command
    from django.db import connections

    from config.settings.base import database
    from territories import services

    connections["default"].close()
    connections.databases["default"] |= database(url)
    connections["default"].settings_dict |= connections.databases["default"]
    call_command("migrate", verbosity=0)
    services.load()


def _measure(size: int, count: int) -> Iterator[dict[str, Any]]:
    from bench import corpus
    from directory.search import search

    say(f"{size} firms: filling the directory…")
    corpus.build(size)
    build_s, size_mb = _build()
    asked = list(queries(size, count))
    _analyse()
    _freeze()
    engine = Measure(_vendor(), size, *_times(asked, search), build_s, size_mb)
    yield engine.line()
    yield _edits(size)
    yield Measure("bound", size, *_bound_times(asked)).line()
    if size <= 60_000:
        from bench import naive

        # One query of each kind: it takes seconds.
        sample = [next(each for each in asked if each[0] == kind) for kind in KINDS]
        yield Measure("naive", size, *_times(sample, naive.search, rounds=1)).line()


def queries(size: int, count: int, seed: int = SEED) -> Iterator[tuple[str, Any]]:
    """Draw searches of every kind in turn; places by population."""
    import random

    from bench.corpus import Places
    from bench.understanding import EDITS
    from directory.models import Professional, Trade, TradeSynonym
    from directory.search import Criteria
    from territories import places

    draw, chance = np.random.default_rng(seed), random.Random(seed)
    gazetteer = Places.read()
    labels = list(Trade.objects.values_list("label", flat=True))
    synonyms = list(TradeSynonym.objects.order_by("pk").values_list("phrase", flat=True))
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        label = chance.choice(labels)
        words = {
            "synonym": chance.choice(synonyms),
            "plural": " ".join(word if word.endswith(("s", "x")) else f"{word}s" for word in label.split()),
            "typo": _typo(label, chance, EDITS),
            "name": Professional.objects.get(pk=chance.randint(1, size)).name,
            "place only": "",
        }.get(kind, label)
        code = gazetteer.codes[int(draw.choice(len(gazetteer.codes), p=gazetteer.weights))]
        place = None if kind == "no place" else places.commune(code)
        yield kind, Criteria(words=words, places=(place,) if place else ())


def _typo(label: str, chance: Any, edits: Any) -> str:
    words = label.split()
    at = max(range(len(words)), key=lambda each: len(words[each]))
    words[at] = chance.choice(edits)(words[at], chance.randrange(1, max(2, len(words[at]) - 1)), chance)
    return " ".join(words)


def _times(asked: list[tuple[str, Any]], run: Callable[[Any], Any], rounds: int = 5) -> tuple[list[float], list[float]]:
    """Time each query in ms, by the clock and of processor: the median of some rounds over all of them."""
    table = np.array([[_time(run, criteria) for _kind, criteria in asked] for _round in range(rounds)])
    clock, cpu = np.median(table, axis=0).T
    for kind in KINDS:
        mine = clock[[each == kind for each, _criteria in asked]]
        say(f"  {kind:10} p50 {np.median(mine):8.2f}  p95 {np.percentile(mine, 95):8.2f}  max {max(mine):8.2f} ms")
    return clock.tolist(), cpu.tolist()


def _time(run: Callable[..., Any], *arguments: Any) -> tuple[float, float]:
    start, start_cpu = perf_counter_ns(), thread_time_ns()
    run(*arguments)
    return (perf_counter_ns() - start) / 1e6, (thread_time_ns() - start_cpu) / 1e6


def _bound_times(asked: list[tuple[str, Any]]) -> tuple[list[float], list[float]]:
    from bench.bound import Columns
    from directory.models import Trade

    columns, bits = Columns(), list(Trade.objects.values_list("bit", flat=True))
    times = []
    for number, (kind, criteria) in enumerate(asked):
        trades = 0 if kind == "place only" else 1 << bits[number % len(bits)]
        times.append(_time(columns.search, trades, next(iter(criteria.places), None)))
    clock, cpu = zip(*times, strict=True)
    return list(clock), list(cpu)


def _build() -> tuple[float, float]:
    """Make the index; give seconds and megabytes."""
    from search import index

    start = perf_counter()
    index.rebuild()
    return perf_counter() - start, _megabytes()


def _megabytes() -> float:
    from django.db import connection

    from search.models import IndexedFirm, NameWords, Posting

    tables = [model._meta.db_table for model in (Posting, IndexedFirm, NameWords)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(%s) AS name", [tables])
            return float(cursor.fetchone()[0]) / 1e6
        total = 0
        for table, columns in zip(tables, (("data",), ("keys", "words"), ("words", "counts")), strict=True):
            lengths = " + ".join(f"length({column}) + 12" for column in columns)
            cursor.execute(f"SELECT coalesce(sum({lengths}), 0) FROM {table}")
            total += cursor.fetchone()[0]
        return float(total) / 1e6


def _edits(size: int) -> dict[str, Any]:
    """Time the indexing of one firm's edit (its name and its areas change), without and with its commit."""
    from django.db import transaction

    from directory.models import Professional, ServiceArea
    from search import index

    times, whole = [], []
    for number in range(60):
        pk = number * (size // 60) + 1
        begun = perf_counter_ns()
        with transaction.atomic():
            Professional.objects.filter(pk=pk).update(name=f"Atelier Renommé {number}")
            ServiceArea.objects.filter(professional=pk, kind="rayon").update(radius_km=40)
            times.append(_time(index.index, [pk]))
        whole.append((perf_counter_ns() - begun) / 1e6)
    clock, cpu = np.median(times, axis=0)
    return {
        "bench": "edit", "engine": _vendor(), "size": size, "p50_ms": round(float(clock), 3),
        "cpu_p50_ms": round(float(cpu), 3), "with_commit_p50_ms": round(float(np.median(whole)), 3),
    }  # fmt: skip


def _analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _freeze() -> None:
    """Do what a server does once it has started."""
    gc.collect()
    gc.freeze()


def _vendor() -> str:
    from django.db import connection

    return connection.vendor


def _table(lines: list[dict[str, Any]]) -> None:
    searches = [line for line in lines if line["bench"] == "search"]
    ours = {line["size"]: line["p50_ms"] for line in searches if line["engine"] not in ("naive", "bound")}
    columns = ("p50_ms", "p95_ms", "p99_ms", "cpu_p50_ms", "cpu_p95_ms", "per_second", "build_s", "size_mb")
    say("\n" + f"{'engine':12}{'firms':>9}" + "".join(f"{column:>12}" for column in columns) + f"{'p50 ratio':>12}")
    for line in searches:
        figures = "".join(f"{line[column]:>12.2f}" for column in columns)
        say(f"{line['engine']:12}{line['size']:>9}{figures}{line['p50_ms'] / ours[line['size']]:>12.2f}")
    for line in (each for each in lines if each["bench"] == "edit"):
        whole = line["with_commit_p50_ms"]
        say(f"one firm's edit at {line['size']}: {line['p50_ms']:.2f} ms; with its commit {whole:.2f} ms")


def say(text: str) -> None:
    """Tell people, beside the JSON."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
