"""Which shop does a request belong to? Answered from memory as long as nothing that readers may see changed."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.timezone import localdate
from django.utils.translation import get_language
from wagtail.models import Page, Site

from core.generations import generation_of
from core.languages import languages
from core.models import Generation
from core.shops.reading import read_shop, unread_shop
from core.shops.values import Shop


@dataclass(frozen=True, slots=True)
class _Sites:
    generation: int
    sites: tuple[Site, ...]
    roots: dict[tuple[int, str], Page]  # the home page of each site in each language where it is published


@dataclass(frozen=True, slots=True)
class _Kept:
    generation: int
    day: date
    shop: Shop


_sites: _Sites | None = None
_shops: dict[tuple[int, str], _Kept] = {}


def shop_of(request: HttpRequest) -> Shop:
    """Give the shop that the request's host names, in the language of the moment; the default one for other hosts."""
    memo: dict[str, Shop] = request.__dict__.setdefault("_shops", {})
    language = _language()
    if language not in memo:
        generation = generation_of(request)
        site = _site_of(request, _current_sites(generation).sites)
        memo[language] = _current_shop(site, language, generation)
    return memo[language]


def place_of(request: HttpRequest) -> tuple[Site | None, Page | None]:
    """Give the site that the request's host names, and its home page in the language of the moment, else its own."""
    known = _current_sites(generation_of(request))
    site = _site_of(request, known.sites)
    return site, (known.roots.get((site.pk, _language()), site.root_page) if site else None)


def known_shop(request: HttpRequest | None = None) -> Shop | None:
    """Give the shop as this process last knew it, without the database; None when it never did."""
    if _sites is None:
        return None
    site = _site_of(request, _sites.sites)
    kept = _shops.get((site.pk if site else 0, _language()))
    return kept.shop if kept else None


def settled_shop(request: HttpRequest | None = None) -> Shop:
    """Give a shop without the database, whatever happened: as last known, else as the settings say."""
    return known_shop(request) or unread_shop(_language())


def warm() -> None:
    """Read every shop in every language, before a visitor waits for it, or an error page needs it."""
    generation = Generation.current()
    for site in _current_sites(generation).sites:
        for code, _name in languages():
            _current_shop(site, code, generation)


def forget() -> None:
    """Have the next reader look at the database again."""
    global _sites
    _sites = None
    _shops.clear()


def _language() -> str:
    language = get_language() or settings.LANGUAGE_CODE
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _current_sites(generation: int) -> _Sites:
    global _sites
    if _sites is None or _sites.generation != generation:
        sites = tuple(Site.objects.select_related("root_page__locale"))
        if _sites is not None:
            Site.clear_site_root_paths_cache()  # Wagtail's own memory of them: another process may have changed one
        _sites = _Sites(generation, sites, _roots(sites))
    return _sites


def _roots(sites: tuple[Site, ...]) -> dict[tuple[int, str], Page]:
    pages = Page.objects.filter(translation_key__in=[site.root_page.translation_key for site in sites]).live()
    return {
        (site.pk, page.locale.language_code): page
        for page in pages.select_related("locale")
        for site in sites
        if site.root_page.translation_key == page.translation_key
    }


def _current_shop(site: Site | None, language: str, generation: int) -> Shop:
    if site is None:
        return unread_shop(language)
    today, kept = localdate(), _shops.get((site.pk, language))
    if kept is None or (kept.generation, kept.day) != (generation, today):
        kept = _shops[site.pk, language] = _Kept(generation, today, read_shop(site, language))
    return kept.shop


def _site_of(request: HttpRequest | None, sites: tuple[Site, ...]) -> Site | None:
    """Choose as Wagtail does: host and port, the host alone if only one site has it, else the default site."""
    default = next((site for site in sites if site.is_default_site), None)
    if request is None:
        return default
    try:
        host, port = split_domain_port(request.get_host())[0], int(request.get_port())
    except (DisallowedHost, ValueError):
        return default
    named = [site for site in sites if site.hostname == host]
    exact = [site for site in named if site.port == port] or [site for site in named if site.is_default_site]
    return next(iter(exact), named[0] if len(named) == 1 else default)
