"""Draw the pictures that the documents show, from the demonstration data: `python -m tests.browser.screenshots`."""

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.server import CHROMIUM_ARGUMENTS, ROOT, serving

PICTURES = {"annuaire.png": "/annuaire/?q=architecte&lieu=31000"}
FOLDER = ROOT / "docs" / "images"
COLOURS = 128  # plenty for flat colours and text, a quarter of the weight


def main() -> int:
    """Draw every picture; say plainly when there is no Chromium."""
    path = chromium.find()
    if path is None:
        sys.stderr.write("No Chromium: install one, or set CHROMIUM to its path.\n")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    if address := os.environ.get("SITE_UNDER_TEST"):
        draw(path, address)
    else:
        with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
            draw(path, address)
    return 0


def draw(path: str, address: str) -> None:
    """Open each page 1280 pixels wide and keep its first screen as a palette PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 1000}, locale="fr-FR")
        for name, query in PICTURES.items():
            page.goto(address + query)
            picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
            picture.save(FOLDER / name, optimize=True)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
