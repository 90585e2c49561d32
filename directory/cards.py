"""A firm as a list shows it: every sentence made here, so that the template has nothing to work out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.advice import phone_url
from core.french import at_name, of_name
from directory.card_rows import AreaRow, CardRows, FirmRow, ProofRow, TradeRow, read_rows
from directory.models.professionals import Professional, sheet_slug
from directory.search import BANDS_KM, Criteria, Hit, Results
from territories.place import Place

MAX_TRADES = 5
MAX_PROOFS = 4
NARROWEST_FIRST = ("commune", "rayon", "epci", "departement", "region", "france")


@dataclass(frozen=True, slots=True)
class Card:
    """What one element of the list says."""

    name: str
    url: str
    trades: list[str]
    more_trades: str
    housing: str
    address: str
    distance: str
    reasons: list[str]
    proofs: list[str]
    more_proofs: str
    supposed: bool
    phone: str
    phone_url: str
    fictitious: bool

    def __getitem__(self, name: str) -> Any:
        """Answer what templates try first: a quarter of a list's time goes in failing it."""
        return getattr(self, name)


def read_cards(criteria: Criteria, results: Results, trades: list[TradeRow]) -> list[Card]:
    """Read the page's firms and keep the order of the hits. A firm hidden since it was indexed is left out."""
    found = read_rows([hit.id for hit in results.hits], trades, criteria.today)
    writer = CardWriter(criteria, {*criteria.trades, *results.understood.trades}, reverse("directory:index"))
    return [writer.card(found[hit.id], hit) for hit in results.hits if hit.id in found]


@dataclass(frozen=True)
class CardWriter:
    """Writes the cards of one search. Phrases are translated once for the page: each look-up costs 5 µs.

    `wanted` are the slugs of the trades looked for, `index` the path of the list.
    """

    criteria: Criteria
    wanted: set[str]
    index: str

    def card(self, rows: CardRows, hit: Hit) -> Card:
        """Describe one firm for this search."""
        firm = rows.firm
        asked = [trade for trade in rows.trades if trade.slug in self.wanted]
        labels = [trade.label for trade in (*asked, *(t for t in rows.trades if t.slug not in self.wanted))]
        area = _area(rows.areas, hit, self.criteria.places, {trade.pk for trade in asked})
        proofs = self._proofs(rows)
        return Card(
            name=firm.name,
            url=sheet_address(self.index, firm),
            trades=labels[:MAX_TRADES],
            more_trades=_more(len(labels) - MAX_TRADES),
            housing=self.phrases.housing[firm.for_houses, firm.for_coownerships],
            address=postal_address(firm),
            distance=self._distance(firm, hit),
            reasons=[capitalised(part) for part in self._reasons(rows.firm, hit, asked, area)] + proofs[:1],
            proofs=proofs[:MAX_PROOFS],
            more_proofs=_more(len(proofs) - MAX_PROOFS),
            supposed=area.supposed if area else False,
            phone=firm.phone,
            phone_url=phone_url(firm.phone) if firm.phone else "",
            fictitious=firm.fictitious,
        )

    @cached_property
    def phrases(self) -> "_Phrases":
        return _Phrases.for_places(self.criteria.places)

    def _proofs(self, rows: CardRows) -> list[str]:
        """List the charter, then each proved domain once, with its last day."""
        lines = [
            self.phrases.rge % {"domain": domain, "day": day(ends)} for domain, ends in _last_days(rows.proofs).items()
        ]
        if signed := rows.firm.charter_signed_on:
            lines.insert(0, self.phrases.charter % {"day": day(signed)})
        return lines

    def _is_here(self, firm: FirmRow) -> bool:
        return any(firm.commune in place.communes for place in self.criteria.places)

    def _distance(self, firm: FirmRow, hit: Hit) -> str:
        if self._is_here(firm):
            return self.phrases.here
        return "" if hit.distance_km is None else self.phrases.away % {"km": max(1, round(hit.distance_km))}

    def _reasons(self, firm: FirmRow, hit: Hit, trades: list[TradeRow], area: AreaRow | None) -> Iterator[str]:
        """Say what put it in the list, and where: its name or trade, the area it serves, its distance band."""
        if hit.tier == 0:
            yield self.phrases.named
        elif trades:
            yield self.phrases.practises % {"trades": ", ".join(trade.label for trade in trades)}
        if area and self.criteria.places:
            yield self.phrases.reach[area.kind] % {"km": area.radius_km}
        if self._is_here(firm):
            yield self.phrases.office_here
        elif hit.distance_km is not None:
            band = next((km for km in BANDS_KM if hit.distance_km < km), None)
            yield self.phrases.near % {"km": band} if band else self.phrases.far % {"km": BANDS_KM[-1]}


@dataclass(frozen=True)
class _Phrases:
    """The sentences of a card, with the place already in them; a `%` that stands for a value is left to fill."""

    rge: str
    charter: str
    here: str
    away: str
    named: str
    practises: str
    office_here: str
    near: str
    far: str
    housing: dict[tuple[bool, bool], str]
    reach: dict[str, str]

    @classmethod
    def for_places(cls, places: tuple[Place, ...]) -> "_Phrases":
        """Translate them for a search around these places."""
        name = places[0].name.replace("%", "%%") if len(places) == 1 else ""
        there = _("intervient dans l’une de ces communes")
        return cls(
            rge=_("RGE %(domain)s jusqu’au %(day)s"),
            charter=_("Charte signée le %(day)s"),
            here=_("dans votre commune") if name else _("dans l’une de ces communes"),
            away=_away(name),
            named=_("Son nom correspond à votre recherche"),
            practises=_("Pratique : %(trades)s"),
            office_here=_("Adresse dans la commune cherchée"),
            near=_("Adresse à moins de %(km)d km"),
            far=_("Adresse à plus de %(km)d km"),
            housing={(h, c): housing(h, c) for h in (True, False) for c in (True, False)},
            reach={
                "commune": _("intervient %(at_place)s") % {"at_place": at_name(name)} if name else there,
                "rayon": _("intervient jusqu’à %(km)d km de son adresse"),
                "epci": _("intervient dans votre intercommunalité"),
                "departement": _("intervient dans votre département"),
                "region": _("intervient dans votre région"),
                "france": _("intervient dans toute la France"),
            },
        )


def _away(name: str) -> str:
    """Say how far a firm is, the number left to fill ("à %(km)d km de Balma")."""
    if not name:
        return _("à %(km)d km")
    return _("à %(km)d km %(of_place)s").replace("%(of_place)s", of_name(name))


def housing(for_houses: bool, for_coownerships: bool) -> str:
    """Say which housing kinds a firm works for."""
    if for_houses and for_coownerships:
        return _("Maisons et copropriétés")
    return _("Maisons") if for_houses else _("Copropriétés")


def capitalised(sentence: str) -> str:
    """Write the first letter large, and leave the others."""
    return sentence[:1].upper() + sentence[1:]


def sheet_address(index: str, firm: FirmRow) -> str:
    """Give the address of a firm's sheet, under that of the list: `reverse` takes longer than the rest of a card."""
    return f"{index}{sheet_slug(firm.name)}-{firm.pk}/"


def postal_address(firm: FirmRow | Professional) -> str:
    """Give the address on one line ("12 rue des Arts, 31000 Toulouse")."""
    return ", ".join(part for part in (firm.address, f"{firm.postcode} {firm.city}".strip()) if part)


def day(value: date) -> str:
    """Write a date as people here do ("12/03/2027")."""
    return f"{value.day:02}/{value.month:02}/{value.year}"  # a fifth of what strftime takes


def _last_days(proofs: list[ProofRow]) -> dict[str, date]:
    """Give the last day of each domain (rows come latest first), spelled without the data's double blanks."""
    ends: dict[str, date] = {}
    for proof in proofs:
        ends.setdefault(" ".join(proof.domain.split()), proof.ends)
    return ends


def _area(areas: list[AreaRow], hit: Hit, places: tuple[Place, ...], trades: set[int]) -> AreaRow | None:
    """Give the area that makes it serve the place: a confirmed one first, then the narrowest."""
    fitting = [area for area in areas if (area.trade is None or area.trade in trades) and _covers(area, hit, places)]
    return min(fitting, key=lambda area: (area.supposed, NARROWEST_FIRST.index(area.kind)), default=None)


def _covers(area: AreaRow, hit: Hit, places: tuple[Place, ...]) -> bool:
    if not places:
        return True
    match area.kind:
        case "rayon":
            return hit.distance_km is not None and hit.distance_km <= (area.radius_km or 0)
        case "commune":
            return any(area.commune in place.communes for place in places)
        case "epci":
            return any(area.epci == place.epci for place in places)
        case "departement":
            return any(area.department == place.department for place in places)
        case "region":
            return any(area.region == place.region for place in places)
    return True


def _more(count: int) -> str:
    return ngettext("et %(count)d autre", "et %(count)d autres", count) % {"count": count} if count > 0 else ""
