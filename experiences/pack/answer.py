"""What the page of a pack shows: the pack, or the help to compose one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

import territories
from core.dates import day_in_words
from core.languages import interface_language, language_of, present_language
from core.shops import Shop, shop_of
from experiences.models import ExperiencePage
from experiences.pack import asked as packs
from experiences.pack.asked import FEWEST, MOST, PackRequest
from experiences.pack.drawing import map_of
from experiences.pack.table import groups_of
from experiences.pack.values import Pack, PackCase, PackPhoto
from experiences.shown import cases_here, chosen_here, index_url
from experiences.similar.answer import compared
from experiences.similar.asked import Kind
from experiences.similarity import Home, rank
from experiences.trades import trade_links
from home.cards import fetch_pictures
from territories.outlines import outlines_of

MOST_PROPOSED = 6


@dataclass(frozen=True, slots=True)
class Proposal:
    """A case that may join the pack, and the query that adds it."""

    page: ExperiencePage
    query: str


@dataclass(frozen=True, slots=True)
class PackAnswer:
    """The page. `pack` is None under two cases; `ignored` counts what the address named in vain."""

    asked: PackRequest
    pack: Pack | None
    chosen: tuple[PackCase, ...]
    ignored: int
    proposals: tuple[Proposal, ...]
    list_url: str

    @property
    def query(self) -> str:
        """Give the one query string of this page."""
        return packs.pack_query(case.pk for case in self.chosen)

    @property
    def page_url(self) -> str:
        """Give the address of the page that shows this pack."""
        return _with(reverse("experiences:pack"), self.query)

    @property
    def pdf_url(self) -> str:
        """Give the address of the same as a PDF."""
        return _with(reverse("experiences:pack_pdf"), self.query)

    @property
    def remarks(self) -> list[str]:
        """Say what was left aside."""
        said = []
        if self.ignored:
            said.append(ngettext(
                "%(n)d fiche demandée est inconnue ou n’est plus publiée : elle est laissée de côté.",
                "%(n)d fiches demandées sont inconnues ou ne sont plus publiées : elles sont laissées de côté.",
                self.ignored,
            ) % {"n": self.ignored})  # fmt: skip
        if self.asked.beyond:
            said.append(_("Un dossier tient %(most)d cas au plus : les premiers sont gardés.") % {"most": MOST})
        return said

    @property
    def may_grow(self) -> bool:
        """Tell whether a case more would fit."""
        return len(self.chosen) < MOST


def answer(request: HttpRequest) -> PackAnswer:
    """Answer whatever the address asks."""
    asked = packs.read(request.GET.getlist("fiche"))
    found = chosen_here(request, asked.ids)
    ids = tuple(page.pk for _pk, page in found)
    pages = [page for _pk, page in found]
    chosen = tuple(_case(number, page, ids, request) for number, page in enumerate(pages, start=1))
    whole = len(chosen) >= FEWEST
    return PackAnswer(
        asked=asked,
        pack=_pack(chosen, pages, request) if whole else None,
        chosen=chosen,
        ignored=asked.unread + len(asked.ids) - len(chosen),
        proposals=() if whole else _proposals(request, pages, PackRequest(ids)),
        list_url=index_url(request),
    )


def _with(address: str, query: str) -> str:
    return f"{address}?{query}" if query else address


def _pack(cases: tuple[PackCase, ...], pages: list[ExperiencePage], request: HttpRequest) -> Pack:
    shop, today = shop_of(request), localdate()
    short = reverse("experiences:short_pack", args=["-".join(str(case.pk) for case in cases)])
    works = {trade.pk: trade for page in pages for trade in page.works.all()}
    return Pack(
        cases=cases,
        groups=groups_of(pages),
        map=map_of(cases, outlines_of(shop.territory_code), shop.territory_name),
        trades=trade_links(works.values(), "copropriete" if any(page.for_coownerships for page in pages) else "maison"),
        shop=shop,
        sources=_sources(shop, today),
        day=day_in_words(today),
        language=interface_language(present_language()),
        title=_("Dossier pour l’assemblée générale"),
        short_address=request.build_absolute_uri(short),
        directory_address=request.build_absolute_uri(reverse("directory:index")),
        file_name="dossier-" + "-".join(str(case.pk) for case in cases) + ".pdf",
    )


def _sources(shop: Shop, today: date) -> tuple[str, ...]:
    return (
        _("Retours d’expérience recueillis par %(shop)s auprès de ceux qui ont fait les travaux ; état au %(day)s.")
        % {"shop": shop.name, "day": day_in_words(today)},
        _("Les montants sont taxes comprises ; le reste à charge est une moyenne par logement, aides déduites."),
        _("Les étiquettes sont calculées des consommations, aux seuils du DPE en vigueur ce jour."),
        territories.ATTRIBUTION,
    )


def _case(number: int, page: Any, ids: tuple[int, ...], request: HttpRequest) -> PackCase:
    language = getattr(page, "content_language", "") or language_of(page.locale_id)
    return PackCase(
        number=number,
        pk=page.pk,
        title=page.title,
        url=page.get_url(request) or "",
        place=page.commune.name if page.commune else "",
        address=page.shown_address,
        language="" if language == present_language() else language,
        longitude=page.shown_longitude,
        latitude=page.shown_latitude,
        photos=tuple(_photos(page)),
        quote=page.quote,
        quote_author=page.quote_author,
        without_query=packs.pack_query(pk for pk in ids if pk != page.pk),
    )


def _photos(page: Any) -> list[PackPhoto]:
    """Give one picture from before and one from after; the page's own when it has none of them."""
    legends = {"before": _("Avant les travaux"), "after": _("Après les travaux")}
    found = []
    for moment, legend in legends.items():
        photo = next((each for each in page.photos.all() if each.moment == moment), None)
        if photo:
            said = photo.alt or photo.picture.description or photo.caption or f"{page.title}, {legend.lower()}"
            found.append(PackPhoto(photo.picture, moment, legend, said, photo.credit or photo.picture.credit))
    if not found and page.picture:
        said = page.picture.description or page.title
        found.append(PackPhoto(page.picture, "", page.title, said, page.picture.credit))
    return found


def _proposals(request: HttpRequest, pages: list[Any], chosen: PackRequest) -> tuple[Proposal, ...]:
    """Propose the cases most like the one chosen already, or the latest ones when there is none."""
    here = cases_here(request)
    if pages:
        ids = _most_like(here, pages[0])
        found = list(here.filter(pk__in=ids).for_cards())
        found.sort(key=lambda page: ids.index(page.pk))
    else:
        found = list(here.latest_first().for_cards()[:MOST_PROPOSED])
    fetch_pictures(found)
    return tuple(Proposal(page, chosen.with_one(page.pk).query) for page in found)


def _most_like(here: Any, page: Any) -> list[int]:
    kind: Kind = "maison" if page.housing == "maison" else "copropriete"
    mine = next((case.home for case in compared(here.filter(pk=page.pk), kind)), Home())
    found = rank(mine, compared(here.concerning(kind).exclude(pk=page.pk), kind))
    return [match.case.id for match in found[:MOST_PROPOSED]]
