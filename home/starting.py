"""A site's first day: its home page, its rubrics and the pages that it owes its readers, with texts to start from."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from core.models import SiteSettings
from home.models import HomePage
from home.texts.files import PageText, read_folder
from home.texts.library import Library
from home.texts.writing import write_pages

FOLDER = Path(__file__).with_name("starting_texts")
HOME_SLUG = "accueil"


def starting_texts() -> dict[str, PageText]:
    """Give the pages that every site starts with, by path."""
    return read_folder(FOLDER)


@transaction.atomic
def start_site(*, name: str, hostname: str, port: int) -> HomePage:
    """Make what is missing of the site at an address: languages, home page, rubrics and service pages."""
    home = lay_site(name=name, hostname=hostname, port=port)
    write_pages(home=home, texts=starting_texts(), library=Library())
    return HomePage.objects.get(pk=home.pk)


def lay_site(*, name: str, hostname: str, port: int) -> HomePage:
    """Give the home page of the site at an address, both made if they are missing."""
    french = _locales()
    site = _site(hostname, port)
    home = _root(site) or _unused_home(french) or _make_home(french)
    _point(site, home, name)
    return home


def _locales() -> Locale:
    """Make the locales of the setting; give that of the source language."""
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    return Locale.objects.get(language_code=settings.LANGUAGE_CODE)


def _site(hostname: str, port: int) -> Site:
    """Give the site at an address: the one there, else the default site while it has no home page, else a new one."""
    there = Site.objects.filter(hostname=hostname, port=port).first()
    default = Site.objects.filter(is_default_site=True).first()
    if there or (default and _root(default) is None):
        site: Site = there or default
    else:
        site = Site(is_default_site=default is None)
    site.hostname, site.port = hostname, port
    return site


def _root(site: Site) -> HomePage | None:
    page: Any = site.root_page.specific if site.root_page_id else None
    return page if isinstance(page, HomePage) else None


def _unused_home(locale: Locale) -> HomePage | None:
    roots = Site.objects.values("root_page")
    return HomePage.objects.filter(locale=locale).exclude(pk__in=roots).first()


def _make_home(locale: Locale) -> HomePage:
    text = starting_texts()[""]
    slugs = {page.slug for page in Page.objects.filter(depth=2)}
    slug = next(
        slug for n in range(1, len(slugs) + 3) if (slug := f"{HOME_SLUG}-{n}" if n > 1 else HOME_SLUG) not in slugs
    )
    home = HomePage(title=text.fields["title"], slug=slug, locale=locale, live=False)
    Page.get_first_root_node().add_child(instance=home)
    return home


def _point(site: Site, home: HomePage, name: str) -> None:
    """Make the home page the site's root, name the site, and drop Wagtail's greeting."""
    greeting = site.root_page if site.root_page_id and site.root_page_id != home.pk else None
    site.root_page, site.site_name = home, site.site_name or name
    site.save()
    shop = SiteSettings.for_site(site)
    if not shop.name:
        shop.name = name
        shop.save()
    if greeting and greeting.depth == 2 and type(greeting.specific) is Page and greeting.is_leaf():
        greeting.delete()
