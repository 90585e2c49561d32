"""What search engines are told on the home page: the site, its search, and the public service behind it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from core.shops import Shop, shop_of
from core.structured_data import Node, node


def described(page: Any, request: HttpRequest) -> list[Node]:
    """Describe the site and the service."""
    shop = shop_of(request)
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": request.build_absolute_uri(reverse("search:index")) + "?q={search_term_string}",
        },
        "query-input": "required name=search_term_string",
    }
    site = node("WebSite", page, request, name=shop.name, alternateName=shop.tagline, potentialAction=search)
    return [site, node("GovernmentService", page, request, **_service(shop))]


def _service(shop: Shop) -> dict[str, Any]:
    """Give what the header and the footer of the page say: who serves whom, and by which telephone."""
    telephone = {"@type": "ContactPoint", "name": shop.desk_name, "telephone": shop.phone}
    operator = {"@type": "GovernmentOrganization", "name": shop.operator}
    return {
        "name": shop.name,
        "areaServed": {"@type": "AdministrativeArea", "name": shop.territory_name},
        "provider": operator if shop.operator else None,
        "availableChannel": {"@type": "ServiceChannel", "servicePhone": telephone},
    }
