"""What the page of similar cases shows: the cases in order, why each is there, and the ways on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from core.shops import shop_of
from experiences.models import ExperiencePage
from experiences.models.querysets import ExperienceQuerySet
from experiences.pack import asked as pack
from experiences.shown import cases_here, index_url
from experiences.similar import asked as answers
from experiences.similar.asked import Kind, SimilarRequest
from experiences.similar.words import reason_in_words
from experiences.similarity import LITTLE, Case, Home, Match, rank
from experiences.trades import TradeLink, trade_links
from home.cards import fetch_pictures
from territories.messages import explain
from territories.place import Choice, Found, Nowhere, Unknown

MOST_SHOWN = 12
COLUMNS = (
    "pk", "commune_id", "commune__latitude", "commune__longitude", "period", "dwellings", "floor_area", "heating_mode",
    "heating_energy", "label_before",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case, its likeness in percent, what it has in common and what not, in words, and where its links lead."""

    page: ExperiencePage
    percent: int
    likenesses: tuple[str, ...]
    differences: tuple[str, ...]
    trades: tuple[TradeLink, ...]
    in_pack: bool
    pack_query: str  # this page's, with the case put in the pack, or taken out of it; empty when the pack is full


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A commune that may be the one meant, and the query that chooses it."""

    label: str
    query: str


@dataclass(frozen=True, slots=True)
class SimilarAnswer:
    """The page. `total` counts the cases that were compared."""

    asked: SimilarRequest
    chosen: pack.PackRequest
    cases: tuple[SimilarCase, ...]
    total: int
    list_url: str

    @property
    def title(self) -> str:
        """Name the page after what is looked for."""
        return _("Une maison comme la mienne") if self.asked.kind == "maison" else _("Un immeuble comme le mien")

    @property
    def query(self) -> str:
        """Give the one query string of this page: the answers, and the cases of the pack."""
        return with_pack(self.asked.query(), self.chosen)

    @property
    def none_is_like(self) -> bool:
        """Tell whether even the first case is little like the visitor's own."""
        return self.asked.answered and bool(self.cases) and self.cases[0].percent < LITTLE * 100

    @property
    def pack_url(self) -> str:
        """Give the address of the pack with the cases chosen until now."""
        return f"{reverse('experiences:pack')}?{self.chosen.query}"

    @property
    def kinds(self) -> list[tuple[str, str, bool]]:
        """List the two kinds of home: label, query, whether it is this one. The size is not the same question."""
        labels: list[tuple[Kind, str]] = [("copropriete", _("Une copropriété")), ("maison", _("Une maison"))]
        return [(label, self._other_kind(kind), kind == self.asked.kind) for kind, label in labels]

    @property
    def place_remark(self) -> str:
        """Say what was read of the place when it is not what was typed, or why nothing was."""
        if isinstance(self.asked.place, Nowhere):
            return ""
        if isinstance(self.asked.place, Found) and self.asked.commune is None:
            return _("« %s » est un département : donnez une commune pour que la distance compte.") % (
                self.asked.typed_place
            )
        return explain(self.asked.place)

    @property
    def place_links(self) -> list[PlaceLink]:
        """List the communes that may be meant."""
        match self.asked.place:
            case Choice(options=places) | Unknown(nearest=places):
                return [
                    PlaceLink(place.label, with_pack(self.asked.query(commune=place.code, lieu=None), self.chosen))
                    for place in places
                    if place.kind == "commune"
                ]
        return []

    @property
    def place_is_unread(self) -> bool:
        """Tell whether a place was typed that counts for nothing."""
        return bool(self.place_remark) and self.asked.commune is None

    def _other_kind(self, kind: Kind) -> str:
        energy = answers.split_heating(self.asked.heating)[1] if kind == "maison" else None
        same = kind == self.asked.kind
        changes: dict[str, Any] = {} if same else {"logements": None, "surface": None, "chauffage": energy}
        return with_pack(self.asked.query(logement=kind if kind == "maison" else None, **changes), self.chosen)


def with_pack(query: str, chosen: pack.PackRequest) -> str:
    """Add the cases of a pack to a query string."""
    return "&".join(filter(None, (query, chosen.query)))


def answer(request: HttpRequest) -> SimilarAnswer:
    """Answer whatever the address asks: five queries at most, whatever the number of cases."""
    asked = answers.read(request.GET, shop_of(request).territory_code)
    chosen = pack.read(request.GET.getlist("fiche"))
    matches = rank(asked.home, compared(cases_here(request).concerning(asked.kind), asked.kind))
    shown = matches[:MOST_SHOWN]
    pages = _pages(request, [match.case.id for match in shown])
    cases = tuple(_case(match, pages[match.case.id], asked, chosen) for match in shown if match.case.id in pages)
    return SimilarAnswer(asked, chosen, cases, len(matches), index_url(request))


def compared(cases: ExperienceQuerySet, kind: Kind) -> Iterator[Case]:
    """Give what is compared of these case studies: one query of plain values."""
    for pk, commune, latitude, longitude, period, dwellings, area, mode, energy, label in cases.values_list(*COLUMNS):
        size = area if kind == "maison" else dwellings
        yield Case(pk, Home(commune or "", latitude, longitude, period, size, mode, energy, label))


def _pages(request: HttpRequest, ids: Iterable[int]) -> dict[int, ExperiencePage]:
    pages = list(cases_here(request).filter(pk__in=list(ids)).for_cards().prefetch_related("works"))
    fetch_pictures(pages)
    return {page.pk: page for page in pages}


def _case(match: Match, page: ExperiencePage, asked: SimilarRequest, chosen: pack.PackRequest) -> SimilarCase:
    place = page.commune.name if page.commune else ""
    said = {reason: reason_in_words(reason, asked.home, match.case.home, asked.kind, place) for reason in match.reasons}
    in_pack = page.pk in chosen.ids
    changed = chosen.without(page.pk) if in_pack else chosen.with_one(page.pk)
    return SimilarCase(
        page=page,
        percent=int(match.likeness * 100),
        likenesses=tuple(said[reason] for reason in match.likenesses),
        differences=tuple(said[reason] for reason in match.differences),
        trades=trade_links(page.works.all(), asked.kind, asked.commune.code if asked.commune else ""),
        in_pack=in_pack,
        pack_query="" if chosen.is_full and not in_pack else with_pack(asked.query(), changed),
    )
