"""The map of the cases and its list, with a thousand of them: what readers wait for, and how smoothly the map moves.

The production server and two readers, as in `bench.pages`; then Chromium with its processor slowed down four times. The
map is "interactive" when its markers are drawn and answer; frames are counted while it is dragged about.
"""

import gzip
import http.client
import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.pages import measure, server
from tests.browser import chromium
from tests.browser.server import CHROMIUM_ARGUMENTS

CASES = 1000
PAGE, NARROWED, DATA = "/experiences/", "/experiences/?gain=40&logement=copropriete", "/api/v1/experiences.geojson"
SLOWER = 4
VISITS = 5
FILL = ["shell", "-v0", "-c", f"from bench.generators import cases; cases.build({CASES})"]
COUNT_FRAMES = """seconds => new Promise(done => {
  const start = performance.now(); let frames = 0;
  const frame = now => now - start < seconds * 1000 ? (frames++, requestAnimationFrame(frame))
    : done(frames / (now - start) * 1000);
  requestAnimationFrame(frame);
})"""
WHEN_READY = """new MutationObserver((_changes, observer) => {
  if (document.querySelector("[data-ready]")) { window.readyAfter = performance.now(); observer.disconnect(); }
}).observe(document, {subtree: true, childList: true, attributes: true});"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure, its unit, and the goal that it stays under (over, for frames)."""

    name: str
    value: float
    unit: str
    goal: float

    @property
    def is_reached(self) -> bool:
        """Tell whether the goal is reached."""
        return self.value > self.goal if self.unit == "frames/s" else self.value < self.goal

    def line(self) -> str:
        """Give the JSON line of this measure."""
        told = {"bench": "cases", "size": CASES, "measure": self.name, "value": round(self.value, 1), "unit": self.unit}
        return json.dumps(told | {"goal": self.goal, "reached": self.is_reached})


def waits(database: Path, port: int) -> Iterator[Figure]:
    """Measure what the server takes: 95th percentiles, the cache purged before each request, or kept."""
    yield Figure("page, uncached, p95", measure(database, port, PAGE, False).p95_ms, "ms", 250)
    yield Figure("page narrowed, uncached, p95", measure(database, port, NARROWED, False).p95_ms, "ms", 250)
    yield Figure("geojson, uncached, p95", measure(database, port, DATA, False).p95_ms, "ms", 50)
    yield Figure("geojson, cached, p95", measure(database, port, DATA, True).p95_ms, "ms", 50)
    yield Figure("geojson, gzip", weight(port) / 1000, "KB", 150)


def weight(port: int) -> int:
    """Give the bytes of the whole set, compressed."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", DATA, headers={"Accept-Encoding": "gzip"})
        content = connection.getresponse().read()
    if len(json.loads(gzip.decompress(content))["features"]) < CASES:
        raise RuntimeError("cases are missing")
    return len(content)


def moves(port: int) -> Iterator[Figure]:
    """Measure in a slow browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=CHROMIUM_ARGUMENTS)
        ready, frames = [], []
        for _visit in range(VISITS):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.add_init_script(WHEN_READY)
            page.goto(f"http://127.0.0.1:{port}{PAGE}")
            page.wait_for_selector("[data-ready]")
            ready.append(page.evaluate("window.readyAfter"))
            frames.append(drag(page))
            context.close()
    yield Figure(f"map interactive, CPU / {SLOWER}, median", sorted(ready)[VISITS // 2], "ms", 1500)
    yield Figure(f"panning, CPU / {SLOWER}, median", sorted(frames)[VISITS // 2], "frames/s", 30)


def drag(page: Page) -> float:
    """Drag the map about for two seconds, where markers are many; give the frames drawn in each second."""
    for _step in range(2):
        page.locator("[data-zoom='1']").click()
        page.wait_for_timeout(600)
    box: Any = page.locator(".case-map__frame").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(f"window.counted = ({COUNT_FRAMES})(2); null")
    for step in range(120):
        page.mouse.move(x + 150 * ((step % 40) / 20 - 1), y + 80 * ((step % 30) / 15 - 1))
    page.mouse.up()
    return float(page.evaluate("window.counted"))


def main() -> None:
    """Print one JSON line for each measure, and how they stand to the goals on standard error."""
    with TemporaryDirectory(prefix="bench-") as folder:
        database = Path(folder) / "db.sqlite3"
        with server(database, FILL) as port:
            for figure in (*waits(database, port), *moves(port)):
                print(figure.line(), flush=True)
                verdict = "" if figure.is_reached else "   NOT REACHED"
                told = f"{figure.name:40} {figure.value:8.1f} {figure.unit} (goal {figure.goal}){verdict}"
                print(told, file=sys.stderr)


if __name__ == "__main__":
    main()
