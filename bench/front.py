"""What the main pages ask of a reader's processor: long tasks and script time in a Chromium slowed four times.

A long task depends on the machine and on what else it does: another process at the wrong moment makes one out of
nothing, and nothing takes one away. So each page is read several times and the best reading is given; it is measured
here and not asserted in a test. Beside it, the milliseconds that scripts ran (slowed, from the browser's own account),
which move less. Run by `make bench` on the demonstration; `SITE_UNDER_TEST=http://…` aims it at a server that runs.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from bench.pages import server
from tests.browser import chromium
from tests.browser.main_pages import WEIGHED, MainPage
from tests.browser.server import CHROMIUM_ARGUMENTS

SLOWER = 4
READINGS = 5
GOAL_MS = 100  # for the longest task
PHONE = {"width": 360, "height": 740}
WATCH = """
  window.tasks = [];
  new PerformanceObserver((list) => list.getEntries().forEach((task) => window.tasks.push(task.duration)))
    .observe({ type: "longtask", buffered: true });
"""


@dataclass(frozen=True, slots=True)
class Effort:
    """The longest task of a page (0 under 50 ms, which browsers do not report), and how long scripts ran, in ms."""

    page: str
    longest_ms: float
    script_ms: float

    def line(self) -> str:
        """Give the JSON line of this measure."""
        return json.dumps(
            {
                "bench": "front", "page": self.page, "slower": SLOWER, "longest_task_ms": round(self.longest_ms),
                "script_ms": round(self.script_ms, 1),
            }
        )  # fmt: skip


def read(browser: Browser, page: MainPage, site: str) -> Effort:
    """Open a page on a slowed processor, in a browser that kept nothing, and let it come to rest."""
    context = browser.new_context(viewport=PHONE, locale="fr-FR")  # type: ignore[arg-type]
    opened = context.new_page()
    opened.add_init_script(WATCH)
    session = context.new_cdp_session(opened)
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    opened.goto(page.address(site), wait_until="networkidle")
    tasks = opened.evaluate("window.tasks")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    context.close()
    return Effort(page.name, max(tasks, default=0), metrics["ScriptDuration"] * 1000)


def best(browser: Browser, page: MainPage, site: str) -> Effort:
    """Give the reading of a page that suffered least from the rest of the machine."""
    readings = [read(browser, page, site) for _ in range(READINGS)]
    return min(readings, key=lambda effort: (effort.longest_ms, effort.script_ms))


@contextmanager
def served() -> Iterator[str]:
    """Give the address of the site to read, served for the occasion unless one is named."""
    if address := os.environ.get("SITE_UNDER_TEST"):
        yield address
        return
    with TemporaryDirectory(prefix="bench-") as folder, server(Path(folder) / "db.sqlite3") as port:
        yield f"http://127.0.0.1:{port}"


def main() -> None:
    """Print one JSON line for each page, and how they stand to the goal on standard error."""
    path = chromium.find()
    if path is None:
        sys.exit("No Chromium: install one, or set CHROMIUM to its path.")
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        for page in WEIGHED:
            effort = best(browser, page, site)
            print(effort.line(), flush=True)
            verdict = "" if effort.longest_ms <= GOAL_MS else "   NOT REACHED"
            print(
                f"{page.name:16} longest task {effort.longest_ms:4.0f} ms (goal {GOAL_MS})   "
                f"scripts {effort.script_ms:5.1f} ms{verdict}",
                file=sys.stderr,
            )
        browser.close()


if __name__ == "__main__":
    main()
