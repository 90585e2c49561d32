"""Draw the main pages at three widths, in light and in dark, and tell where two drawings differ: `make snapshots`.

The drawings stand in tests/browser/snapshots/ twice: for the eye, half as large as the page (.webp), and for the
comparison, one dot for each small block, of its mean colour (.png). A mean holds when letters are smoothed otherwise,
and moves when a colour or a block does. Words after the command choose drawings by a part of their names; only those
that differ are written again.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium
from tests.browser.main_pages import DRAWN, MainPage
from tests.browser.server import CHROMIUM_ARGUMENTS, serving

FOLDER = Path(__file__).parent / "snapshots"
CLOCK = datetime(2026, 11, 24, 9, tzinfo=UTC)  # the day on which the server and the browser believe to be
ARGUMENTS = [*CHROMIUM_ARGUMENTS, "--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"]
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
TALLEST = 2_000  # px; what a page has below is more of the same
BLOCK = 16  # px of the page
FAR = 10  # of 255: how far the mean colour of a block may be, in any of red, green and blue
FEW = 0.0015  # the part of the blocks that may be further: a letter here and there
VERY_FAR, VERY_FEW = 30, 3  # what no smoothing does: that many blocks, that far, are a fault however large the page
MOST_BYTES = 20_000  # of a drawing for the eye
STILL = (
    "*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent }"
    "[data-map-frame] * { visibility: hidden !important }"  # a map settles as its parts come; test_case_map.py looks
)
READY = """async () => {
  document.querySelectorAll("img[loading=lazy]").forEach((image) => { image.loading = "eager"; });
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await document.fonts.ready;
}"""


def names(page: MainPage) -> Iterator[tuple[str, int, str]]:
    """Give the name, the width and the scheme of each drawing of a page."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            yield f"{page.name}-{width}-{scheme}", width, scheme


def open_page(browser: Browser, page: MainPage, site: str) -> Page:
    """Open a page twice: its fonts are optional, so that the first reading may do without them."""
    context = browser.new_context(locale="fr-FR", timezone_id="Europe/Paris", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    opened = context.new_page()
    opened.clock.set_fixed_time(CLOCK)
    for _ in range(2):
        opened.goto(page.address(site), wait_until="networkidle")
    return opened


def draw(page: Page, width: int, scheme: str) -> Image.Image:
    """Draw the top of a page that is open, at rest."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.evaluate(READY)
    height = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
    seen = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height}, style=STILL)
    return Image.open(BytesIO(seen)).convert("RGB")


def blocks(drawing: Image.Image) -> Image.Image:
    """Give the mean colour of each block of a drawing, one dot each."""
    columns, rows = drawing.width // BLOCK, drawing.height // BLOCK
    return drawing.crop((0, 0, columns * BLOCK, rows * BLOCK)).reduce(BLOCK)


def differences(kept: Image.Image, seen: Image.Image) -> str:
    """Say in a few words how blocks differ from those that were kept; nothing when they look the same."""
    if kept.size != seen.size:
        return f"measures {seen.width} × {seen.height} blocks, and measured {kept.width} × {kept.height}"
    away = np.abs(np.asarray(kept, dtype=int) - np.asarray(seen, dtype=int)).max(axis=2)
    far = away > FAR
    if far.mean() <= FEW and (away > VERY_FAR).sum() < VERY_FEW:
        return ""
    rows, columns = (found * BLOCK for found in np.nonzero(far))
    where = f"from {columns.min()}, {rows.min()} to {columns.max()}, {rows.max()} px"
    return f"{far.mean():.1%} of it looks otherwise, {where}"


def kept_blocks(name: str) -> Image.Image | None:
    """Give the blocks of a drawing as they were kept, or None."""
    file = FOLDER / f"{name}.png"
    return Image.open(file).convert("RGB") if file.exists() else None


def write(name: str, drawing: Image.Image) -> None:
    """Keep a drawing: its blocks, and what the eye needs, as small as need be."""
    blocks(drawing).save(FOLDER / f"{name}.png", optimize=True)
    half = drawing.reduce(2)
    for quality in (40, 25, 15, 8, 3):
        half.save(file := BytesIO(), "WEBP", quality=quality, method=6)
        if file.tell() <= MOST_BYTES:
            break
    (FOLDER / f"{name}.webp").write_bytes(file.getvalue())


def main(words: list[str]) -> int:
    """Draw the pages asked for, all of them without a word; write again the drawings that differ."""
    path = chromium.find()
    if path is None:
        sys.stderr.write("No Chromium: install one, or set CHROMIUM to its path.\n")
        return 1
    FOLDER.mkdir(exist_ok=True)
    pages = [page for page in DRAWN if any(chosen(name, words) for name, *_ in names(page))]
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), CLOCK) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for page in pages:
            keep(browser, page, site, words)
        browser.close()
    known = {name for page in DRAWN for name, *_ in names(page)}
    for file in FOLDER.iterdir():
        if file.stem not in known:
            file.unlink()
    return 0


def chosen(name: str, words: list[str]) -> bool:
    """Tell whether a drawing was asked for."""
    return not words or any(word in name for word in words)


def keep(browser: Browser, page: MainPage, site: str, words: list[str]) -> None:
    """Draw a page, and write the drawings that are new or differ."""
    opened = open_page(browser, page, site)
    for name, width, scheme in names(page):
        if not chosen(name, words):
            continue
        kept, seen = kept_blocks(name), draw(opened, width, scheme)
        if told := differences(kept, blocks(seen)) if kept else "is new":
            write(name, seen)
            sys.stdout.write(f"{name} {told}\n")
    opened.context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
