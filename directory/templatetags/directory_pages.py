"""What pages of other rooms say of the directory."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

import territories
from directory.models import Trade
from directory.models.corrections import KEPT_MONTHS

register = template.Library()

POPULAR = (
    "architecte",
    "amo",
    "audit-energetique",
    "dtg",
    "isolation-combles",
    "ite",
    "menuiseries",
    "pompe-a-chaleur",
    "ventilation",
    "renovation-globale",
)


@dataclass(frozen=True, slots=True)
class TradeLink:
    """A trade and the list of those who practise it."""

    label: str
    url: str


@register.filter
def list_items(texts: Iterable[str], css: str = "") -> SafeString:
    """Write texts as the elements of a list: a loop in the template costs ten times as much."""
    opening = format_html('<li class="{}">', css) if css else "<li>"
    return mark_safe("".join(f"{opening}{escape(text)}</li>" for text in texts))  # noqa: S308 (each text is escaped)


@register.simple_tag
def popular_trades() -> list[TradeLink]:
    """List the trades people look for most, in the order of the directory (one query)."""
    index = reverse("directory:index")
    trades = Trade.objects.filter(slug__in=POPULAR).values_list("slug", "label")
    return [TradeLink(label, f"{index}?{urlencode({'metier': slug})}") for slug, label in trades]


@register.simple_tag
def corrections_kept_months() -> int:
    """Give how long a correction request is kept."""
    return KEPT_MONTHS


@register.simple_tag
def territories_attribution() -> str:
    """Credit the sources of the geography."""
    return territories.ATTRIBUTION
