"""What a whole request costs the server: our pages beside an empty Django view and an empty Wagtail page.

One gunicorn worker on loopback answers them in turn, in one run; the figure to trust is the worker's own CPU time
(user and system, from /proc), as a ratio to the empty Wagtail page. Run by `make bench` on a directory of 60 000
fictitious firms made for the occasion, in a temporary folder.
"""

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
SIZE = 60_000
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")
SEARCHES = [
    {"q": "architecte", "lieu": "31000"},
    {"q": "isolation des combles", "lieu": "Balma"},
    {"q": "pac", "lieu": "31700"},
    {"q": "fenetres", "lieu": "69003"},
    {"q": "poele a granulé", "lieu": "Brest"},
    {"q": "architcte", "lieu": "59000"},
    {"q": "audit énergétique", "lieu": "33000"},
    {"q": "dtg", "lieu": "31200"},
]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one kind of page cost: CPU per request and elapsed percentiles, in ms; requests per second of CPU."""

    page: str
    cpu_ms: float
    p50_ms: float
    p95_ms: float

    def line(self) -> str:
        """Give the JSON line of this measure."""
        return json.dumps(
            {
                "bench": "http", "page": self.page, "size": SIZE, "cpu_ms": round(self.cpu_ms, 3),
                "p50_ms": round(self.p50_ms, 3), "p95_ms": round(self.p95_ms, 3),
                "per_core_second": round(1000 / self.cpu_ms) if self.cpu_ms else None,
            }
        )  # fmt: skip


@contextmanager
def server(database: str, cache_seconds: int) -> Iterator[tuple[int, int]]:
    """Start gunicorn with one worker; give its port and the worker's process id; stop it at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "bench.settings", "DATABASE_URL": database, "WEB_CONCURRENCY": "1",
        "WEB_THREADS": "1", "BENCH_PAGE_CACHE": str(cache_seconds), "PYTHONPATH": f"{ROOT}:{ROOT}/site",
    }  # fmt: skip
    gunicorn = Path(sys.executable).with_name("gunicorn")
    command = [str(gunicorn), "--config", str(ROOT / "site/config/gunicorn.py"), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen([*command, "config.wsgi"], env=env, cwd=ROOT)
    try:
        _wait(port)
        yield port, _worker(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _wait(port: int, seconds: int = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/vide/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the server did not start")


def _worker(master: int) -> int:
    return int(Path(f"/proc/{master}/task/{master}/children").read_text().split()[0])


def _cpu_ms(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK_MS


def measure(page: str, port: int, pid: int, paths: list[str], count: int) -> Cost:
    """Ask for the paths in turn, `count` times in all after a warm-up, on one kept connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for path in paths:
        _get(connection, path)
    elapsed = []
    before = _cpu_ms(pid)
    for index in range(count):
        start = time.perf_counter()
        _get(connection, paths[index % len(paths)])
        elapsed.append((time.perf_counter() - start) * 1000)
    cpu = (_cpu_ms(pid) - before) / count
    elapsed.sort()
    return Cost(page, cpu, elapsed[count // 2], elapsed[count * 95 // 100])


def _get(connection: http.client.HTTPConnection, path: str) -> None:
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")


def manage(database: str, *arguments: str) -> str:
    """Run a management command on the bench's database and give what it prints."""
    env = os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "bench.settings"}
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def prepare(database: str) -> None:
    """Fill the database: the geography, the pages, an empty page, and the firms."""
    manage(database, "migrate", "-v0")
    manage(database, "collectstatic", "-v0", "--no-input")
    manage(database, "load_territories")
    manage(database, "load_demo_pages")
    code = (
        "from wagtail.models import Page, Site\n"
        "root = Site.objects.get(is_default_site=True).root_page\n"
        "root.add_child(instance=Page(title='Vide', slug='page-vide'))\n"
        "from bench import corpus\n"
        f"corpus.build({SIZE})\n"
        "from search import index\n"
        "index.rebuild()"
    )
    manage(database, "shell", "-v0", "-c", code)


def costs(database: str, count: int) -> list[Cost]:
    """Measure every kind of page: uncached beside the two empty ones, then from the page cache."""
    searches = [f"/annuaire/?{urlencode(query)}" for query in SEARCHES]
    random.Random(31).shuffle(searches)
    with server(database, cache_seconds=0) as (port, pid):
        found = [
            measure("empty-view", port, pid, ["/vide/"], count * 2),
            measure("empty-wagtail-page", port, pid, ["/page-vide/"], count),
            measure("search", port, pid, searches, count),
            measure(
                "search-api",
                port,
                pid,
                [path.replace("/annuaire/", "/api/v1/professionals/") for path in searches],
                count,
            ),
            measure("empty-wagtail-page-again", port, pid, ["/page-vide/"], count),
        ]
    with server(database, cache_seconds=600) as (port, pid):
        found.append(measure("search-cached", port, pid, searches, count * 10))
    return found


def main() -> None:
    """Print one JSON line for each page, and the ratios on standard error."""
    with TemporaryDirectory(prefix="bench-") as folder:
        database = f"sqlite:///{folder}/db.sqlite3"
        prepare(database)
        found = costs(database, count=400)
    for cost in found:
        print(cost.line())
    against = {cost.page: cost.cpu_ms for cost in found}
    for cost in found:
        ratio = cost.cpu_ms / against["empty-wagtail-page"]
        print(f"{cost.page:28} {cost.cpu_ms:7.2f} ms CPU   × {ratio:.2f} of an empty Wagtail page", file=sys.stderr)


if __name__ == "__main__":
    main()
