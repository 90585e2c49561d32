"""What Lighthouse gives the main pages of the demonstration, as on a cheap phone: `python -m tests.lighthouse`.

One JSON line for each page on standard output; on standard error every audit that fails, and exit 1 where a goal is
missed. Lighthouse is the npm package, kept under var/ the first time; nothing is asked of the network afterwards.
Words after it choose pages by a part of their names; `SITE_UNDER_TEST=http://…` aims it at a server that already runs.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser import chromium
from tests.browser.main_pages import SCORED, MainPage
from tests.browser.server import ROOT, serving

FOLDER = ROOT / "var" / "lighthouse"
PACKAGE = "lighthouse@12.8.2"  # the newest that runs on Node 18 and 20; the 13s ask for 22.19
GOALS = {"performance": 0.98, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
KEPT_OUT = "seo/is-crawlable"  # what a page loses that asks search engines, rightly, not to keep it
RUNS = 3  # the best counts: a busy machine takes performance away, nothing adds to it
TRIES = 3  # a Chromium that is slow to start is not a fault
SECONDS = 180


class NoLighthouse(Exception):
    """Lighthouse is not on this machine and cannot be fetched, or nothing here can run it."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a page was given (0 to 1 by category), and the audits that took points away, "category/audit: value"."""

    page: str
    scores: dict[str, float]
    figures: dict[str, float]
    lost: tuple[str, ...]
    kept_out: bool = False

    @property
    def reached(self) -> bool:
        """Tell whether every goal is reached, what a page loses for being kept out of search engines aside."""
        blamed = {lost.split("/")[0] for lost in self.lost if not (self.kept_out and lost.startswith(KEPT_OUT))}
        return all(self.scores[name] >= goal or name not in blamed for name, goal in GOALS.items())

    def line(self) -> str:
        """Give the JSON line of this page."""
        shown = {"bench": "lighthouse", "page": self.page, **self.scores, **self.figures}
        return json.dumps(shown | {"lost": list(self.lost), "reached": self.reached}, ensure_ascii=False)


def ready() -> Path:
    """Give Lighthouse's command, fetched if need be. Raise `NoLighthouse`, saying what is missing."""
    command = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
    kept = FOLDER / "package"
    if not shutil.which("node") or not shutil.which("npm"):
        raise NoLighthouse("Node and npm are not installed")
    if not (command.exists() and kept.exists() and kept.read_text() == PACKAGE):
        _fetch()
        kept.write_text(PACKAGE)
    return command


def _fetch() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    quiet = ["--silent", "--no-audit", "--no-fund", "--no-package-lock", "--no-save"]
    done = subprocess.run(["npm", "install", *quiet, "--prefix", FOLDER, PACKAGE], capture_output=True)
    if done.returncode:
        raise NoLighthouse("npm could not fetch it")


def score(command: Path, browser: str, page: MainPage, site: str) -> Score:
    """Let Lighthouse read a page several times with its mobile settings; give the best reading."""
    readings = [read(page, _report(command, browser, page.address(site))) for _ in range(RUNS)]
    return max(readings, key=lambda reading: sum(reading.scores.values()))


def _report(command: Path, browser: str, address: str) -> dict[str, Any]:
    options = ["--quiet", "--no-enable-error-reporting", "--output=json", "--output-path=stdout"]
    chrome = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    environment = os.environ | {"CHROME_PATH": browser}
    run = ["node", str(command), address, *options, chrome]
    for _ in range(TRIES):
        done = subprocess.run(run, env=environment, capture_output=True, text=True, timeout=SECONDS)
        if done.returncode == 0:
            return dict(json.loads(done.stdout))
    raise RuntimeError(done.stderr[-2000:])


def read(page: MainPage, report: dict[str, Any]) -> Score:
    """Keep of a report its scores, four figures that a reader feels, and the audits that weigh and fail."""
    audits, categories = report["audits"], report["categories"]
    lost = tuple(
        f"{category}/{ref['id']}: {audits[ref['id']].get('displayValue') or audits[ref['id']]['score']}"
        for category, found in categories.items()
        for ref in found["auditRefs"]
        if ref["weight"] and (points := audits[ref["id"]]["score"]) is not None and points < 1
    )
    figures = {
        "lcp_ms": round(audits["largest-contentful-paint"].get("numericValue", 0)),
        "tbt_ms": round(audits["total-blocking-time"].get("numericValue", 0)),
        "cls": round(audits["cumulative-layout-shift"].get("numericValue", 0), 4),
    }
    scores = {category: found["score"] or 0.0 for category, found in categories.items()}
    return Score(page.name, scores, figures, lost, page.kept_out)


@contextmanager
def served() -> Iterator[str]:
    """Give the address of the site to be read, served for the occasion unless one is named."""
    if address := os.environ.get("SITE_UNDER_TEST"):
        yield address
        return
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        yield address


def main(words: list[str]) -> int:
    """Print the line of each page; give 1 where a goal is missed, 2 where nothing can be measured."""
    try:
        command = ready()
    except NoLighthouse as error:
        sys.stderr.write(f"Pas de Lighthouse : {error}.\n")
        return 2
    if (browser := chromium.find()) is None:
        sys.stderr.write("No Chromium: install one, or set CHROMIUM to its path.\n")
        return 2
    missed = False
    with served() as site:
        for page in [page for page in SCORED if not words or any(word in page.name for word in words)]:
            found = score(command, browser, page, site)
            missed = missed or not found.reached
            sys.stdout.write(found.line() + "\n")
            sys.stdout.flush()
            sys.stderr.writelines(f"{page.name}: {lost}\n" for lost in found.lost)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
