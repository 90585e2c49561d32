"""What the list of cases says of itself."""

import re

from playwright.sync_api import Page


def total(page: Page) -> int:
    """Give how many cases it counts."""
    return int(re.sub(r"\D", "", page.locator(".listing__count").inner_text()))
