"""What the site-wide search answers: groups of pages, the firms of the directory, and ways on."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.timezone import now
from django.utils.translation import get_language_info, ngettext, override
from django.utils.translation import gettext as _

from core.languages import default_language, present_language
from core.pagination import Pager, query_string, read_page
from core.shops import shop_of
from core.text import clean
from search.models import IndexedPage
from search.pages.finding import FoundPages, find
from search.pages.firms import FoundFirms, find_firms
from search.pages.groups import GROUPS, SLUGS
from search.pages.lexicon import lexicon_of
from search.pages.reading import Reading, read_query
from search.understanding.reading import MAX_CHARACTERS

SHOWN = 4  # pages of each group, where every group is shown
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks: the words, one group (a slug) or all of them, and a page of that group."""

    words: str = ""
    group: str = ""
    page: int = 1

    def query(self, **changes: Any) -> str:
        """Give the canonical query string, with some parameters changed (None takes one away)."""
        return query_string({"q": self.words, "rubrique": self.group, "page": self.page} | changes)


@dataclass(frozen=True, slots=True)
class Line:
    """A page as the answer shows it."""

    title: str
    url: str
    summary: str
    facts: str
    over: bool


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """The pages of one group: how many there are, and those shown."""

    slug: str
    label: str
    count: int
    query: str
    chosen: bool
    lines: tuple[Line, ...]

    @property
    def has_more(self) -> bool:
        """Tell whether some are not shown."""
        return self.count > len(self.lines)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The pages that answer in another language: how many, its code, its name for readers, and the address."""

    count: int
    code: str
    language: str
    url: str


@dataclass(frozen=True)
class Answer:
    """A search and its answer, in the words of the page."""

    asked: Asked
    reading: Reading
    found: FoundPages
    firms: FoundFirms
    lines: dict[int, Line]
    elsewhere: Elsewhere | None = None

    @cached_property
    def groups(self) -> list[FoundGroup]:
        """List the groups that hold something, in their order."""
        groups = (self._group(group.slug, str(group.label)) for group in GROUPS)
        return [group for group in groups if group.count or group.chosen]

    @property
    def shown(self) -> list[FoundGroup]:
        """List the groups to show: the one chosen, or all."""
        return [group for group in self.groups if group.lines]

    def _group(self, slug: str, label: str) -> FoundGroup:
        pages = self.found.of(slug)
        return FoundGroup(
            slug=slug,
            label=label,
            count=len(pages),
            query=self.asked.query(rubrique=slug, page=None),
            chosen=self.asked.group == slug,
            lines=tuple(self.lines[page.key] for page in pages if page.key in self.lines),
        )

    @property
    def total(self) -> int:
        """Count the pages and the firms found."""
        return len(self.found.pages) + self.firms.total

    @property
    def heading(self) -> str:
        """Say how many answers there are."""
        if not self.asked.words:
            return _("Rechercher sur le site")
        here = next((group.count for group in self.groups if group.chosen), self.total)
        if not here:
            return _("Aucun résultat pour « %(words)s »") % {"words": self.asked.words}
        count = ngettext("%(n)s résultat", "%(n)s résultats", here)
        number = number_format(here, force_grouping=True)
        return _("%(count)s pour « %(words)s »") % {"count": count % {"n": number}, "words": self.asked.words}

    @property
    def description(self) -> str:
        """Say to search engines and to networks what the page is."""
        if self.asked.words:
            return self.heading
        return _(
            "Chercher dans les conseils, les ressources, les actualités, l’agenda et l’annuaire des professionnels."
        )

    @property
    def title(self) -> str:
        """Name the page in the window's title: the query, the group, then the page."""
        parts = [_("« %(words)s »") % {"words": self.asked.words}] if self.asked.words else []
        parts += [group.label for group in self.groups if group.chosen]
        if self.asked.page > 1:
            parts.append(_("page %(page)d sur %(pages)d") % {"page": self.asked.page, "pages": self.pages})
        return " — ".join([*parts, _("Recherche")])

    @property
    def remarks(self) -> list[str]:
        """Say what was corrected, cut, or not found together."""
        said = [
            _("Nous avons lu « %(read)s » au lieu de « %(typed)s ».") % {"typed": each.typed, "read": each.read}
            for each in dict.fromkeys((*self.reading.corrections, *self.firms.corrections))
        ]
        if self.reading.shortened:
            said.append(
                _("Votre texte est long : seuls ses 200 premiers caractères et ses 20 premiers mots ont été lus.")
            )
        if self.found.partial:
            said.append(_("Aucune page ne parle de tout cela à la fois : voici celles qui s’en approchent."))
        return said

    @property
    def query_of_all(self) -> str:
        """Give this search over every group."""
        return self.asked.query(rubrique=None, page=None)

    @property
    def pages(self) -> int:
        """Count the pages of the group chosen."""
        return ceil(len(self.found.of(self.asked.group)) / PAGE_SIZE) or 1 if self.asked.group else 1

    @property
    def pager(self) -> Pager:
        """Give the ways to the other pages of the group."""
        return Pager(self.asked.page, self.pages, lambda page: self.asked.query(page=page))


def read(data: QueryDict) -> Asked:
    """Read an address. Unknown names and values are ignored; never fails."""
    words = clean(data.get("q", ""), MAX_CHARACTERS + 1)
    group = data.get("rubrique", "")
    if not words or group not in SLUGS:
        return Asked(words)
    return Asked(words, group, read_page(data.get("page", "")))


def answer(request: HttpRequest) -> Answer:
    """Search the site for what an address asks; whoever asks beyond the last page is shown that one."""
    asked, lexicon = read(request.GET), lexicon_of(request)
    if not asked.words:
        return Answer(asked, Reading(), FoundPages(), FoundFirms(""), {})
    firms = find_firms(asked.words, shop_of(request).territory_code)
    reading = read_query(firms.words, lexicon)
    found = find(reading, lexicon)
    made = Answer(asked, reading, found, firms, {}, None if found.pages else _elsewhere(asked, request))
    made = replace(made, asked=replace(asked, page=min(asked.page, made.pages)))
    return replace(made, lines=_lines(_visible(made), request))


def _visible(made: Answer) -> list[int]:
    """Give the keys of the pages to show: a page of one group, or the first ones of each."""
    asked = made.asked
    if asked.group:
        start = (asked.page - 1) * PAGE_SIZE
        return [page.key for page in made.found.of(asked.group)[start : start + PAGE_SIZE]]
    return [page.key for slug in SLUGS for page in made.found.of(slug)[:SHOWN]]


def _lines(keys: list[int], request: HttpRequest) -> dict[int, Line]:
    """Read what is shown of these pages (one query)."""
    rows = IndexedPage.objects.filter(pk__in=keys).select_related("page__locale")
    moment = now()
    return {
        row.pk: Line(
            title=row.page.title,
            url=row.page.get_url(request) or "",
            summary=row.summary,
            facts=row.facts,
            over=bool(row.over_at and row.over_at < moment),
        )
        for row in rows
    }


def _elsewhere(asked: Asked, request: HttpRequest) -> Elsewhere | None:
    """Count the pages that answer in the language in which the site is written, when this is another one."""
    code = default_language()
    if present_language() == code:
        return None
    lexicon = lexicon_of(request, code)
    count = len(find(read_query(asked.words, lexicon), lexicon).pages)
    with override(code):
        url = f"{reverse('search:index')}?{asked.query(rubrique=None, page=None)}"
    return Elsewhere(count, code, get_language_info(code)["name_translated"], url) if count else None
