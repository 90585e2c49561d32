"""What a reader waits for: four pages of the demonstration, from a purged cache and from a full one.

The production server as `manage.py serve` starts it (gunicorn, SQLite, the demonstration), on loopback, and two readers
at a time. A page "uncached" is the first one after an editor published: before each request the database's generation
moves on, as publishing makes it, and everything that was kept dies. Run by `make bench`; the measures take 40 s.
"""

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("/", "/actualites/", "/actualites/permanences-du-soir/", "/annuaire/")
READERS = 2
SECONDS = 5  # for each measure at most: there are eight
COUNTS = {False: 300, True: 4_000}  # requests of each measure at most, by whether the page is cached
GOALS_MS = {False: 300, True: 50}  # for the 95th percentile
START_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Wait:
    """How long readers waited for a page, in ms from the request to the last byte; pages served per second."""

    page: str
    cached: bool
    p50_ms: float
    p95_ms: float
    per_second: float

    def line(self) -> str:
        """Give the JSON line of this measure."""
        return json.dumps(
            {
                "bench": "pages", "page": self.page, "cached": self.cached, "p50_ms": round(self.p50_ms, 2),
                "p95_ms": round(self.p95_ms, 2), "per_second": round(self.per_second, 1),
            }
        )  # fmt: skip


@contextmanager
def server(database: Path, *fill: list[str]) -> Iterator[int]:
    """Prepare and serve the demonstration from a new database; give its port; stop it at the end.

    `fill` are commands of `manage.py` that add to it. The pictures are made beforehand: the worker would make them
    meanwhile, and take the processor from the readers.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "DATABASE_URL": f"sqlite:///{database}"}
    manage = [sys.executable, str(ROOT / "manage.py")]
    for command in (["serve", "--prepare-only"], *fill, ["make_renditions"]):
        subprocess.run([*manage, *command], check=True, env=env, cwd=ROOT, stdout=sys.stderr)
    process = subprocess.Popen([*manage, "serve", "--port", str(port)], env=env, cwd=ROOT, stdout=sys.stderr)
    try:
        _wait_for(process, port)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                return _get(connection, "/robots.txt")
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the server did not start")


def _get(connection: http.client.HTTPConnection, path: str) -> None:
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")


def purge(database: Path) -> None:
    """Let every kept page die, as publishing a page does."""
    with closing(sqlite3.connect(database, timeout=20)) as connection, connection:
        changed = connection.execute("UPDATE core_generation SET value = value + 1").rowcount
    if changed != 1:
        raise RuntimeError("nothing was purged")


def read(database: Path, port: int, page: str, cached: bool, count: int) -> list[float]:
    """Ask for a page until the count or the time is reached, on one kept connection; list the waits in ms."""
    waits: list[float] = []
    until = time.monotonic() + SECONDS
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        _get(connection, page)  # this connection's process keeps the page from now on
        while len(waits) < count and time.monotonic() < until:
            if not cached:
                purge(database)
            start = time.perf_counter()
            _get(connection, page)
            waits.append((time.perf_counter() - start) * 1000)
    return waits


def measure(database: Path, port: int, page: str, cached: bool) -> Wait:
    """Let readers ask for a page side by side."""
    start = time.monotonic()
    with ThreadPoolExecutor(READERS) as readers:
        asked = [readers.submit(read, database, port, page, cached, COUNTS[cached] // READERS) for _ in range(READERS)]
        waits = sorted(wait for each in asked for wait in each.result())
    elapsed = time.monotonic() - start
    return Wait(page, cached, waits[len(waits) // 2], waits[len(waits) * 95 // 100], len(waits) / elapsed)


def main() -> None:
    """Print one JSON line for each page, cached and not, and how they stand to the goals on standard error."""
    with TemporaryDirectory(prefix="bench-") as folder:
        database = Path(folder) / "db.sqlite3"
        with server(database) as port:
            found = [measure(database, port, page, cached) for page in PAGES for cached in (False, True)]
    for wait in found:
        print(wait.line())
    for wait in found:
        kind, goal = ("cached" if wait.cached else "uncached"), GOALS_MS[wait.cached]
        verdict = "" if wait.p95_ms < goal else "   NOT REACHED"
        figures = f"p50 {wait.p50_ms:7.2f} ms   p95 {wait.p95_ms:7.2f} ms (goal {goal})   {wait.per_second:6.0f}/s"
        print(f"{wait.page:34} {kind:9} {figures}{verdict}", file=sys.stderr)


if __name__ == "__main__":
    main()
