"""What the results page says around its cards: heading, remarks, filters, ways on. No database, no markup."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.french import of_name
from core.pagination import Pager
from directory.labels import HOUSING_NAMES, LABEL_NAMES
from directory.place_notices import Link, PlaceNotice, place_notices
from directory.querystring import SearchRequest
from directory.remarks import remarks
from directory.search import Facet, Results, search
from directory.widening import WidenedSearch, widened_searches
from territories.place import Choice, Found

TOP_TRADES = 8


@dataclass(frozen=True, slots=True)
class Option:
    """One box to tick, and how many firms it would keep."""

    slug: str
    label: str
    count: int
    ticked: bool


@dataclass(frozen=True)
class Listing:
    """A search and its answer, in the words of the page. `labels` names each trade by its slug."""

    asked: SearchRequest
    results: Results
    labels: dict[str, str]
    territory: str  # the shop's own, as people say it

    @cached_property
    def subject(self) -> str:
        """Name what was asked and where ("« architecte » près de Toulouse (31000)"), empty when nothing was."""
        words = _("« %(words)s »") % {"words": self.asked.typed_words} if self.asked.typed_words else ""
        return " ".join(part for part in (words, self._where) if part)

    @property
    def _where(self) -> str:
        match self.asked.place:
            case Found(place=place) if place.kind == "department":
                return _("dans le département %(place)s") % {"place": place.label}
            case Found(place=place):
                return _("près %(of_place)s") % {"of_place": of_name(place.label)}
            case Choice():
                return _("près de « %(typed)s »") % {"typed": self.asked.typed_place}
        return ""

    @cached_property
    def heading(self) -> str:
        """Say how many firms answer."""
        total, asked = self.results.total, self.asked
        if not total:
            count = _("Aucun professionnel")
        else:
            number = number_format(total, force_grouping=True)
            count = ngettext("%(n)s professionnel", "%(n)s professionnels", total) % {"n": number}
        if asked.typed_words:
            return _("%(count)s pour %(subject)s") % {"count": count, "subject": self.subject}
        return f"{count} {self.subject}".strip() if self.subject else _("%(count)s dans l’annuaire") % {"count": count}

    @property
    def title(self) -> str:
        """Name the page in the window's title: the query, its filters, then the page."""
        parts = [self.subject[:1].upper() + self.subject[1:]] if self.subject else []
        parts += [link.label for link in self.active_filters]
        if self.asked.criteria.order == "distance":
            parts.append(_("par distance"))
        if self.asked.criteria.page > 1:
            parts.append(_("page %(page)d sur %(pages)d") % {"page": self.asked.criteria.page, "pages": self.pages})
        return " — ".join([*parts, _("Annuaire des professionnels")])

    @cached_property
    def remarks(self) -> list[str]:
        """Say what was understood, corrected and left aside."""
        return list(remarks(self.results.understood, self.labels, bool(self.asked.typed_words)))

    @cached_property
    def place_notices(self) -> list[PlaceNotice]:
        """Say how the place was read."""
        return place_notices(self.asked, self.results, self.territory)

    @property
    def advised(self) -> bool:
        """Tell whether a notice already says who advises people there."""
        return any(notice.advice for notice in self.place_notices)

    @property
    def place_error(self) -> str:
        """Give the id of the message about a place that was not understood, for the form to point at."""
        return "lieu-message" if any(notice.blocking for notice in self.place_notices) else ""

    @property
    def typed_place(self) -> str:
        """Give the place to write back into the form: as read when it is one place, else as typed."""
        place = self.asked.place
        return place.place.label if isinstance(place, Found) else self.asked.typed_place

    @property
    def commune(self) -> str:
        """Give the code of the commune, when one was found."""
        place = self.asked.place
        return place.place.code if isinstance(place, Found) and place.place.kind == "commune" else ""

    @property
    def form_order(self) -> str:
        """Give the order for the form to keep, empty when it is the usual one."""
        order = self.asked.criteria.order
        return order if order != "pertinence" else ""

    # -- filters

    @cached_property
    def trade_options(self) -> list[Option]:
        """List the trades that would keep someone: ticked ones first, then by count."""
        options = self._options(self.results.facets.trades, self.asked.criteria.trades, self.labels)
        return sorted(options, key=lambda option: (not option.ticked, -option.count, option.label))

    @property
    def can_be_narrowed(self) -> bool:
        """Tell whether there is a box to tick."""
        return bool(self.trade_options or self.label_options)

    @property
    def top_trades(self) -> list[Option]:
        """List the trades always in view."""
        return self.trade_options[: max(TOP_TRADES, len(self.asked.criteria.trades))]

    @property
    def other_trades(self) -> list[Option]:
        """List the trades folded away."""
        return self.trade_options[max(TOP_TRADES, len(self.asked.criteria.trades)) :]

    @cached_property
    def label_options(self) -> list[Option]:
        """List the proofs one may ask for."""
        names = {slug: str(name) for slug, name in LABEL_NAMES.items()}
        return self._options(self.results.facets.labels, self.asked.criteria.labels, names)

    def _options(self, facets: tuple[Facet, ...], ticked: tuple[str, ...], names: dict[str, str]) -> list[Option]:
        counts = {facet.slug: facet.kept for facet in facets} | {slug: 0 for slug in ticked if slug in names}
        counts |= {facet.slug: facet.kept for facet in facets}
        return [
            Option(slug, names[slug], count, slug in ticked)
            for slug, count in counts.items()
            if slug in names and (count or slug in ticked)
        ]

    @cached_property
    def active_filters(self) -> list[Link]:
        """List the filters in force, each with the search that lets it go."""
        criteria, asked = self.asked.criteria, self.asked
        links = [
            Link(self.labels[slug], asked.query(metier=[s for s in criteria.trades if s != slug], page=None))
            for slug in criteria.trades
            if slug in self.labels
        ]
        names = {option.slug: option.label for option in self.label_options}
        links += [
            Link(names[slug], asked.query(label=[s for s in criteria.labels if s != slug], page=None))
            for slug in criteria.labels
        ]
        if criteria.housing:
            links.append(Link(str(HOUSING_NAMES[criteria.housing]), asked.query(logement=None, page=None)))
        return links

    @property
    def cleared_query(self) -> str:
        """Give this search without any filter."""
        return self.asked.query(metier=None, label=None, logement=None, page=None)

    @property
    def day(self) -> str:
        """Give the day the list was drawn, for its printed form."""
        return f"{self.asked.criteria.today:%d/%m/%Y}"

    # -- order and pages

    @property
    def order_explained(self) -> str:
        """Explain the order in one sentence."""
        if self.asked.criteria.order == "distance":
            return _("Ordre : du plus proche au plus éloigné de la commune cherchée.")
        if self.asked.criteria.places:
            return _(
                "Ordre : ceux qui correspondent le mieux, puis les plus proches (même commune, moins de 10, 25, 50 km,"
                " au-delà), puis un tirage au sort équitable qui change chaque jour."
            )
        return _("Ordre : ceux qui correspondent le mieux, puis un tirage au sort équitable qui change chaque jour.")

    @property
    def other_order(self) -> Link | None:
        """Offer the other order, when there is a place to measure from."""
        if not any(place.latitude is not None for place in self.asked.criteria.places):
            return None
        if self.asked.criteria.order == "distance":
            return Link(_("Classer par pertinence"), self.asked.query(tri=None, page=None))
        return Link(_("Classer par distance"), self.asked.query(tri="distance", page=None))

    @property
    def pages(self) -> int:
        """Count the pages."""
        return max(1, ceil(self.results.total / self.asked.criteria.page_size))

    @property
    def pager(self) -> Pager:
        """Give the ways to the other pages."""
        return Pager(self.asked.criteria.page, self.pages, self._query_of)

    @cached_property
    def query(self) -> str:
        """Give the canonical query of this page."""
        return self._query_of(self.asked.criteria.page)

    @cached_property
    def _first_query(self) -> str:
        return self.asked.query(page=None)

    def _query_of(self, page: int) -> str:
        """Add a page to the query of the first one, written once: this page names a dozen others."""
        if page == 1:
            return self._first_query
        return f"{self._first_query}&page={page}".removeprefix("&")

    @property
    def indexable(self) -> bool:
        """Tell whether crawlers may keep this page: places and single trades, not every mix of filters."""
        criteria = self.asked.criteria
        mixed = len(criteria.trades) > 1 or criteria.labels or criteria.order != "pertinence"
        return bool(self.results.total) and not (criteria.words or mixed)

    # -- ways on

    @cached_property
    def widenings(self) -> list[Link]:
        """List the wider searches that would find more."""
        return [self._widening(wider) for wider in widened_searches(self.asked, self.results)]

    def _widening(self, wider: WidenedSearch) -> Link:
        labels = {
            "names": _("Sans chercher dans les noms"),
            "filters": _("Sans les filtres"),
            "department": _("Dans tout le département"),
            "place": _("Dans toute la France"),
        }
        count = ngettext("%(n)d professionnel", "%(n)d professionnels", wider.count) % {"n": wider.count}
        return Link(labels[wider.change], wider.query, count)


def answer(asked: SearchRequest, labels: dict[str, str], territory: str) -> Listing:
    """Search, and show the last page to whom asks for one beyond it."""
    listing = Listing(asked, search(asked.criteria), labels, territory)
    if listing.results.hits or not listing.results.total or asked.criteria.page == 1:
        return listing
    last = replace(asked, criteria=replace(asked.criteria, page=listing.pages))
    return Listing(last, search(last.criteria), labels, territory)
