"""Reads a shop from the database, in one language. Slow (about fifteen queries): see `core.shops.memory`."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import override
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page, Site

from core.advice import advice_service, phone_url
from core.models import AccessibilityAudit, AlertBanner, Picture, SiteSettings
from core.models.audits import NOT_CONFORMING
from core.palettes import Palette
from core.shops.hours import for_schema, in_words, periods
from core.shops.links import PageLinks
from core.shops.menus import Menus
from core.shops.values import Alert, Logo, MenuItem, Shop, SocialAccount

LOGO_SIZE = "max-480x128"  # twice what the header shows, for dense screens
LOGO_DENSITY = 2


def read_shop(site: Site, language: str) -> Shop:
    """Read the shop of a site in a language."""
    with override(language):
        row = SiteSettings.objects.select_related("logo").filter(site=site).first() or SiteSettings(site=site)
        banners = _banners(row, language)
        menus = Menus(_rows(row, "menu_links", "page"), PageLinks(site, language), _mention(site))
        menus.read()
        menus.links.read([banner.page for banner in banners if banner.page])
        return Shop(
            **_names(row) | _desk(row),
            **_menus(menus),
            palette=row.palette,
            logo=_logo(row.logo),
            social=tuple(
                SocialAccount(link.get_network_display(), link.url, link.network) for link in _rows(row, "social_links")
            ),
            alerts=tuple(_alert(banner, menus.links) for banner in banners),
        )


def unread_shop(language: str) -> Shop:
    """Give what the settings alone say: for a page that must come out without the database."""
    with override(language):
        row, mention = SiteSettings(), MenuItem(str(NOT_CONFORMING), "")
        return Shop(
            **_names(row) | _desk(row),
            palette=Palette.BRIQUE.value,
            logo=None,
            social=(),
            home_url=reverse("wagtail_serve", args=("",)),
            contact_url="",
            privacy_url="",
            main_menu=(),
            footer_menu=(),
            legal_menu=(mention,),
            accessibility=mention,
            alerts=(),
        )


def _names(row: SiteSettings) -> dict[str, Any]:
    return {
        "name": row.name or settings.WAGTAIL_SITE_NAME,
        "tagline": row.tagline,
        "territory_name": row.territory_name or settings.TERRITORY_NAME,
        "territory_code": row.territory_code or settings.TERRITORY_EPCI,
        "operator": row.operator or settings.SITE_OPERATOR,
        "publication_director": row.publication_director,
        "host": row.host,
    }


def _desk(row: SiteSettings) -> dict[str, Any]:
    """Give how to reach the desk. One without a telephone sends people to the national service, at its own hours."""
    national = advice_service()
    found = periods(_rows(row, "opening_hours", values=("day", "opens", "closes")) if row.desk_phone else ())
    answering = (row.name or settings.WAGTAIL_SITE_NAME) if row.desk_phone else national.name
    return {
        "phone": row.desk_phone or national.phone,
        "phone_url": phone_url(row.desk_phone or national.phone),
        "hours": in_words(found) if row.desk_phone else national.hours,
        "opening_hours": for_schema(found),
        "desk_name": row.desk_name or answering,
        "desk_email": row.desk_email,
        "desk_address": row.desk_address,
    }


def _menus(menus: Menus) -> dict[str, Any]:
    home, contact, privacy = menus.links.item(menus.links.site.root_page), menus.role("contact"), menus.role("privacy")
    return {
        "home_url": home.url if home else "/",
        "contact_url": contact.url if contact else "",
        "privacy_url": privacy.url if privacy else "",
        "main_menu": menus.main,
        "footer_menu": menus.footer,
        "legal_menu": menus.legal,
        "accessibility": menus.accessibility,
    }


def _rows(row: SiteSettings, name: str, related: str = "", values: tuple[str, ...] = ()) -> list[Any]:
    """Read the rows of one kind, in their order; none of settings that were never saved."""
    if row.pk is None:
        return []
    rows = getattr(row, name).get_queryset()
    rows = rows.select_related(related) if related else rows
    return list(rows.values_list(*values) if values else rows)


def _banners(row: SiteSettings, language: str) -> list[AlertBanner]:
    rows = (
        AlertBanner.objects.filter(shop=row.pk, language__in=("", language)) if row.pk else AlertBanner.objects.none()
    )
    return list(rows.current().select_related("page"))


def _alert(banner: AlertBanner, links: PageLinks) -> Alert:
    item = links.item(banner.page) if isinstance(banner.page, Page) else None
    until = date_format(banner.ends_on, "DATE_FORMAT")
    return Alert(banner.level, banner.text, until, item.url if item else "", item.label if item else "")


def _mention(site: Site) -> str:
    audit = AccessibilityAudit.objects.in_force().filter(site=site).first()
    return audit.mention if audit else str(NOT_CONFORMING)


def _logo(picture: Picture | None) -> Logo | None:
    """Give the logo at its size; None when its file is lost, since a page must come out without it."""
    if picture is None:
        return None
    try:
        made = picture.get_rendition(LOGO_SIZE)
    except (OSError, SourceImageIOError, InvalidFilterSpecError):
        return None
    size = {"width": made.width // LOGO_DENSITY, "height": made.height // LOGO_DENSITY}
    return Logo(url=made.url, alt=picture.description, **size)
