"""Draw the pictures that the documents show, from the demonstration data: `python -m tests.browser.screenshots`.

Words after it choose pictures by a part of their names: `python -m tests.browser.screenshots editors`.
"""

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import chromium
from tests.browser.server import CHROMIUM_ARGUMENTS, ROOT, serving
from tests.browser.shots import SHOTS, Shot

FOLDER = ROOT / "docs" / "images"
COLOURS = 128  # plenty for flat colours and text, a quarter of the weight
MOST_BYTES = 120_000
PASSWORD = "renovation-demo"


def main(words: list[str]) -> int:
    """Draw the pictures asked for, all of them without a word; say plainly when there is no Chromium."""
    path = chromium.find()
    if path is None:
        sys.stderr.write("No Chromium: install one, or set CHROMIUM to its path.\n")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in SHOTS if not words or any(word in shot.name for word in words)]
    if address := os.environ.get("SITE_UNDER_TEST"):
        return draw(path, address, shots)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        return draw(path, address, shots)


def draw(path: str, address: str, shots: list[Shot]) -> int:
    """Take every picture, signed in as each one says; give how many could not be taken."""
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        visitors: dict[str, BrowserContext] = {}
        for shot in shots:
            visitor = visitors.get(shot.account) or visitors.setdefault(
                shot.account, visit(browser, address, shot.account)
            )
            try:
                keep(take(visitor, address, shot), shot.name)
            except Exception as error:  # the other pictures are still wanted
                failed += 1
                sys.stderr.write(f"{shot.name}: {str(error).splitlines()[0]}\n")
        browser.close()
    return failed


def visit(browser: Browser, address: str, account: str) -> BrowserContext:
    """Open a browser of its own for an account, signed in unless it is nobody."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    context.set_default_timeout(30_000)
    if account:
        page = context.new_page()
        page.goto(f"{address}/gestion/login/")
        page.fill("input[name=username]", f"{account}@exemple.fr")
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url(f"{address}/gestion/")
        page.close()
    return context


def take(visitor: BrowserContext, address: str, shot: Shot) -> bytes:
    """Open the page, do what the picture asks, and give what is seen."""
    page = visitor.new_page()
    page.set_viewport_size({"width": 1280, "height": shot.height})
    path = shot.path.replace("{id}", page_id(page, address, shot.slug)) if shot.slug else shot.path
    answer = page.goto(address + path, wait_until="networkidle")
    if answer is None or answer.status >= 400:
        raise RuntimeError(f"{path} answers {answer and answer.status}")
    for step in shot.steps:
        step(page)
    page.wait_for_timeout(400)
    seen = page.screenshot()
    page.close()
    return seen


def page_id(page: Page, address: str, slug: str) -> str:
    """Ask the back office for the key of the French page at an address."""
    found = page.request.get(f"{address}/gestion/api/main/pages/?slug={slug}&locale=fr&limit=1").json()
    return str(found["items"][0]["id"])


def keep(seen: bytes, name: str) -> None:
    """Store a picture as a palette PNG, with fewer colours if it is too heavy."""
    for colours in (COLOURS, 64, 32):
        file = BytesIO()
        Image.open(BytesIO(seen)).convert("RGB").quantize(colours).save(file, "PNG", optimize=True)
        if file.tell() < MOST_BYTES:
            break
    (FOLDER / f"{name}.png").write_bytes(file.getvalue())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
