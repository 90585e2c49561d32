"""The files that any site owes robots and researchers; the pages it owes people are Wagtail's (home/models/service)."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, make_aware

from core.methods import reading_only
from core.shops import shop_of

SECURITY_CONTACT_DAYS = 180  # how long a reader may trust the contact without asking again


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
