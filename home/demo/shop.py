"""The settings of the demonstration's shop, as demo/site.toml says them."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate
from wagtail.models import Page, Site

from core.models import AlertBanner, MenuLink, OpeningHours, SiteSettings, SocialLink
from home.demo.stock import read
from home.texts.fields import WEEKDAYS
from home.texts.library import Library


def fill_settings(*, site: Site, library: Library) -> None:
    """Write the settings of a site over whatever they were."""
    said = read("site.toml")
    shop = SiteSettings.for_site(site)
    for name, value in said.items():
        if isinstance(value, str):
            setattr(shop, name, value)
    shop.opening_hours = _hours(**said["hours"])
    shop.social_links = [SocialLink(sort_order=rank, **link) for rank, link in enumerate(said["social"])]
    shop.menu_links = [
        MenuLink(place=place, sort_order=rank, page=_page(row, library), **_words(row))
        for place, rows in said["menus"].items()
        for rank, row in enumerate(rows)
    ]
    shop.alerts = [
        AlertBanner(
            sort_order=rank, ends_on=localdate() + timedelta(row["days"]), page=_page(row, library), **_words(row)
        )
        for rank, row in enumerate(said["alerts"])
    ]
    shop.save()


def _hours(days: list[str], stretches: list[list[Any]]) -> list[OpeningHours]:
    rows = [(day, opens, closes) for day in days for opens, closes in stretches]
    return [
        OpeningHours(day=WEEKDAYS.index(day), opens=opens, closes=closes, sort_order=rank)
        for rank, (day, opens, closes) in enumerate(rows)
    ]


def _page(row: dict[str, Any], library: Library) -> Page | None:
    return Page.objects.get(pk=library.page(row["page"])) if "page" in row else None


def _words(row: dict[str, Any]) -> dict[str, str]:
    return {name: value for name, value in row.items() if name not in ("page", "days")}
