"""The shop behind a request: its names, hours, colours, menus and alerts, as its staff set them.

A second territory is a second Wagtail site, found by the request's host. Everything is read once for each site,
language, generation and day, and kept in the process's memory.
"""

from core.shops.memory import forget, known_shop, settled_shop, shop_of, warm
from core.shops.values import Alert, Logo, MenuItem, Shop, SocialAccount

__all__ = [
    "Alert",
    "Logo",
    "MenuItem",
    "Shop",
    "SocialAccount",
    "forget",
    "known_shop",
    "settled_shop",
    "shop_of",
    "warm",
]
