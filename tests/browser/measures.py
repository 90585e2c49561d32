"""What a page cost to a browser: its files as they came over the wire, and how much it moved while it was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

SLOW_NETWORK = {  # of a phone in the country: files come one after the other, and late
    "offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
}  # fmt: skip
FILES = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map((file) => [file.name, file.encodedBodySize])"""
WATCH = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => list.getEntries().forEach((shift) => shift.hadRecentInput || window.shifts.push({
    value: shift.value,
    moved: shift.sources.map(({ node }) => node && (node.outerHTML || node.textContent || "").slice(0, 80)),
  }))).observe({ type: "layout-shift", buffered: true });
}"""
SCROLL = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => setTimeout(done, 100));
  }
}"""


@dataclass(frozen=True, slots=True)
class Weights:
    """Bytes as compressed on the wire. `total` leaves pictures and data aside; `own_js` what others wrote."""

    total: int
    css: int
    own_js: int


def weights(files: Iterable[tuple[str, int]]) -> Weights:
    """Add up what was fetched, (address, bytes) each: an address without an ending is a page."""
    kept = [(urlsplit(address).path, size) for address, size in files]
    css = sum(size for path, size in kept if path.endswith(".css"))
    scripts = [(path, size) for path, size in kept if path.endswith((".js", ".mjs"))]
    others = sum(size for path, size in kept if path.endswith((".woff2", "/")))
    own = sum(size for path, size in scripts if path.startswith("/static/js/"))
    return Weights(others + css + sum(size for _, size in scripts), css, own)


def fetched(page: Page) -> list[tuple[str, int]]:
    """List what the page fetched once it is at rest, itself first, with its size on the wire."""
    page.wait_for_load_state("networkidle")
    return [(str(address), int(size)) for address, size in page.evaluate(FILES)]


def slow_down(page: Page) -> None:
    """Let files come as on a slow network: what arrives late is what moves a page."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)


def shifts(page: Page) -> list[dict[str, Any]]:
    """Read the page to its foot and back at rest; list how much it moved by itself: `value`, `moved`."""
    page.wait_for_load_state("networkidle")
    page.evaluate(WATCH)
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    return list(page.evaluate("window.shifts"))
