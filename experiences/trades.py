"""The trades of a renovation, each with the list of those who practise it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class TradeLink:
    """A trade, and the search of the directory that finds who practises it."""

    label: str
    url: str


def trade_links(trades: Iterable[Any], housing: str = "", commune: str = "") -> tuple[TradeLink, ...]:
    """Give links to the directory for trades (`directory.Trade`), in their order; `commune` is an INSEE code."""
    index = reverse("directory:index")
    ordered = sorted(trades, key=lambda trade: (trade.position, trade.pk))

    def asked(trade: Any) -> dict[str, str]:
        """Say what is asked in the one order that the directory keeps."""
        values = {"commune": commune, "metier": trade.slug, "logement": housing}
        return {name: value for name, value in values.items() if value}

    return tuple(TradeLink(trade.label, f"{index}?{urlencode(asked(trade))}") for trade in ordered)
