"""The plain pages that any site owes its readers."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, make_aware

from core.methods import reading_only

SECURITY_CONTACT_DAYS = 180  # how long a reader may trust the contact without asking again


@reading_only
def legal(request: HttpRequest) -> HttpResponse:
    """Show who runs the site and under which terms."""
    return render(request, "core/legal.html")


@reading_only
def privacy(request: HttpRequest) -> HttpResponse:
    """Show which personal data are kept, why and how long."""
    return render(request, "core/privacy.html")


@reading_only
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement."""
    return render(request, "core/accessibility.html")


@reading_only
def site_map(request: HttpRequest) -> HttpResponse:
    """Show every kind of page as one list of links."""
    return render(request, "core/site_map.html")


@reading_only
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where not to go, and where the map is."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return _text(["User-agent: *", "Disallow: /gestion/", "Disallow: /api/", "", f"Sitemap: {sitemap}"])


@reading_only
def security(request: HttpRequest) -> HttpResponse:
    """Tell researchers how to report a weakness (RFC 9116)."""
    expires = make_aware(datetime.combine(localdate() + timedelta(days=SECURITY_CONTACT_DAYS), time()))
    contact = settings.SECURITY_CONTACT or request.build_absolute_uri(reverse("legal"))
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
