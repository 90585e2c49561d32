"""A shop as its staff would set it, for the tests of what shows it."""

from datetime import date, time
from typing import Any

from wagtail.models import Locale, Page, Site

from core.models import AlertBanner, MenuLink, OpeningHours, SiteSettings
from home.models import HomePage, StandardPage

NINE, NOON, TWO, SIX = time(9), time(12), time(14), time(18)
TOULOUSE, LYON = "243100518", "200046977"


def home(title: str = "Rénover", slug: str = "porte", hostname: str = "testserver") -> HomePage:
    """Make a site with its home page; the default one is taken over when the host is the test client's."""
    page = Page.objects.get(depth=1).add_child(instance=HomePage(title=title, slug=slug))
    if hostname == "testserver":
        site = Site.objects.get(is_default_site=True)
        site.hostname, site.root_page = hostname, page
        site.save()
    else:
        Site.objects.create(hostname=hostname, root_page=page)
    return page


def page(parent: Page, title: str, **values: Any) -> StandardPage:
    return parent.add_child(instance=StandardPage(title=title, **values))


def english(page: Page, title: str) -> Page:
    """Publish the translation of a page."""
    locale, _new = Locale.objects.get_or_create(language_code="en")
    made = page.copy_for_translation(locale, copy_parents=True)
    made.title = title
    made.save_revision().publish()
    return made


def settings_of(root: Page, **values: Any) -> SiteSettings:
    row, _new = SiteSettings.objects.get_or_create(site=Site.objects.get(root_page=root))
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row


def hours(row: SiteSettings, days: range, *stretches: tuple[time, time]) -> None:
    for day in days:
        for opens, closes in stretches:
            OpeningHours.objects.create(shop=row, day=day, opens=opens, closes=closes)


def link(row: SiteSettings, place: str = "main", **values: Any) -> MenuLink:
    return MenuLink.objects.create(shop=row, place=place, **values)


def alert(row: SiteSettings, text: str = "Fermé lundi.", ends: date = date(2026, 11, 24), **values: Any) -> AlertBanner:
    return AlertBanner.objects.create(shop=row, text=text, ends_on=ends, **values)
