"""The files that any site owes robots and researchers; the pages it owes people are Wagtail's (home/models/service)."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localdate, make_aware
from django.utils.translation import get_language

from core.methods import reading_only
from core.shops import shop_of

ICON_SIZES = (192, 512)  # pixels; both keep the drawing clear of a round cut
BAND, SURFACE = "#f8ead6", "#fdfbf8"  # as static/css/tokens.css has them
SECURITY_CONTACT_DAYS = 180  # how long a reader may trust the contact without asking again


@reading_only
def manifest(request: HttpRequest) -> HttpResponse:
    """Tell a telephone how to keep the site among its applications."""
    shop = shop_of(request)
    icons = [
        {
            "src": static(f"images/icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": "any maskable",
        }
        for size in ICON_SIZES
    ]
    described = {
        "name": f"{shop.name}, {shop.territory_name}",
        "short_name": shop.name,
        "lang": get_language(),
        "start_url": shop.home_url,
        "scope": "/",
        "display": "browser",
        "theme_color": BAND,
        "background_color": SURFACE,
        "icons": icons,
    }
    return JsonResponse(described, content_type="application/manifest+json")


@reading_only
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where not to go, and where the map is."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return _text(["User-agent: *", "Disallow: /gestion/", "Disallow: /api/", "", f"Sitemap: {sitemap}"])


@reading_only
def security(request: HttpRequest) -> HttpResponse:
    """Tell researchers how to report a weakness (RFC 9116)."""
    expires = make_aware(datetime.combine(localdate() + timedelta(days=SECURITY_CONTACT_DAYS), time()))
    shop = shop_of(request)
    contact = settings.SECURITY_CONTACT or request.build_absolute_uri(shop.contact_url or shop.home_url)
    return _text(
        [
            f"Contact: {contact}",
            f"Expires: {expires.isoformat()}",
            "Preferred-Languages: fr, en",
            f"Canonical: {request.build_absolute_uri(reverse('security'))}",
        ]
    )


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
