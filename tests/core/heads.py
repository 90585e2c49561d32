"""What the tests read in the head of a page, and translations as editors make them."""

import json
from typing import Any

from bs4 import BeautifulSoup
from wagtail.models import Locale

HOST = "http://testserver"


def translate(page: Any, locale: Locale, title: str) -> Any:
    """Publish a real translation, as an editor does."""
    made = page.get_translation_or_none(locale) or page.copy_for_translation(locale, copy_parents=True)
    made.alias_of, made.title = None, title
    made.save_revision().publish()
    return type(page).objects.get(pk=made.pk)


def stand_in(page: Any, locale: Locale) -> Any:
    """Have the French text shown in another language, as it is until somebody translates it."""
    there = page.get_translation_or_none(locale)
    return there or page.copy_for_translation(locale, copy_parents=True, alias=True)


def meta(page: BeautifulSoup, name: str) -> str | None:
    tag = page.select_one(f'meta[property="{name}"], meta[name="{name}"]')
    return tag["content"] if tag else None


def nodes(page: BeautifulSoup) -> dict[str, dict[str, Any]]:
    found = [json.loads(script.string) for script in page.select('script[type="application/ld+json"]')]
    assert all(one["@context"] == "https://schema.org" for one in found)
    return {one["@type"]: one for one in found}


def hreflang(page: BeautifulSoup) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}


def visible(tag: Any) -> str:
    """Give the words as a browser shows them: only blocks part them."""
    for part in tag.select("p, li, dt, dd, h1, h2, h3, div"):
        part.append(" ")
    return " ".join(tag.get_text("").split())
