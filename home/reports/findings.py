"""What staff should look at again, found in the pages as they are published. Each finding says where to mend it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, QuerySet
from django.urls import Resolver404, resolve, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page, ReferenceIndex

from core.languages import languages
from core.models import BodyPage, Picture, ReviewedPage, SiteDocument
from core.models.pages import REVIEW_MONTHS

_LINKED = re.compile(r"<a [^>]*linktype[^>]*>")
_KIND, _ID = re.compile(r'linktype=\\?"(\w+)'), re.compile(r'\bid=\\?"(\d+)')
_ADDRESS = re.compile(r'href=\\?"(/[^"\\#?]*)')


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: what it is, what is wrong, and the address of the screen where one mends it."""

    title: str
    problem: str
    edit_url: str


def to_review() -> list[Finding]:
    """List the published pages of advice that nobody has read again for a year, the oldest first."""
    pages = [
        page
        for model in _concrete(ReviewedPage)
        for page in model.objects.live().filter(alias_of=None, reviewed_on__lte=_cutoff(localdate()))
    ]
    return [
        _of_page(page, _("relue le %(day)s") % {"day": f"{page.reviewed_on:%d/%m/%Y}"})
        for page in sorted(pages, key=lambda page: (page.reviewed_on, page.pk))
    ]


def _cutoff(today: date) -> date:
    months = today.year * 12 + today.month - 1 - REVIEW_MONTHS
    return date(months // 12, months % 12 + 1, min(today.day, 28))


def without_description() -> list[Finding]:
    """List the pictures that nobody described, the most used first."""
    uses = {
        int(row["to_object_id"]): row["uses"]
        for row in _references(Picture).values("to_object_id").annotate(uses=Count("object_id", distinct=True))
    }
    pictures = Picture.objects.filter(description="").order_by("title", "pk")
    return [
        Finding(picture.title, _used(uses.get(picture.pk, 0)), reverse("wagtailimages:edit", args=[picture.pk]))
        for picture in sorted(pictures, key=lambda picture: -uses.get(picture.pk, 0))
    ]


def _used(count: int) -> str:
    if not count:
        return _("utilisée nulle part")
    return ngettext("utilisée dans %(n)d page", "utilisée dans %(n)d pages", count) % {"n": count}


def broken_links() -> list[Finding]:
    """List the published pages that lead to a page, a document or an address that is not there."""
    return sorted({*_broken_references(), *_broken_texts()}, key=lambda finding: (finding.title, finding.problem))


def _broken_references() -> Iterator[Finding]:
    """Find choosers and links that lead to a page that is not public."""
    public = {str(pk) for pk in Page.objects.live().values_list("pk", flat=True)}
    rows = _references(Page).filter(base_content_type=_type(Page)).exclude(model_path="alias_of")
    sources = {object_id for object_id, to in rows.values_list("object_id", "to_object_id") if to not in public}
    for page in Page.objects.live().filter(pk__in=sources, alias_of=None):
        yield _of_page(page, _("mène à une page hors ligne"))


def _broken_texts() -> Iterator[Finding]:
    """Find, in the texts, links to what was deleted and addresses of this very site that do not answer."""
    known = Known.now()
    for model in _concrete(BodyPage):
        for page in model.objects.live().filter(alias_of=None):
            raw = page._meta.get_field("body").value_to_string(page)
            yield from (_of_page(page, problem) for problem in dict.fromkeys(known.problems(raw)))


@dataclass(frozen=True, slots=True)
class Known:
    """What a link may lead to: addresses of public pages (without the root page's own slug), pages and documents."""

    paths: set[str]
    pages: set[int]
    documents: set[int]

    @classmethod
    def now(cls) -> "Known":
        """Read them: three queries."""
        paths = Page.objects.live().values_list("url_path", flat=True)
        return cls(
            {path.split("/", 2)[-1].strip("/") for path in paths},
            set(Page.objects.values_list("pk", flat=True)),
            set(SiteDocument.objects.values_list("pk", flat=True)),
        )

    def problems(self, raw: str) -> Iterator[str]:
        """Say what is wrong with the links of a stored text."""
        for address in _ADDRESS.findall(raw):
            if not self.answers(address):
                yield _("mène à l’adresse « %(address)s », qui ne répond pas") % {"address": address}
        for tag in _LINKED.findall(raw):
            kind, pk = _KIND.search(tag), _ID.search(tag)
            if kind and pk and kind[1] == "page" and int(pk[1]) not in self.pages:
                yield _("mène à une page supprimée")
            if kind and pk and kind[1] == "document" and int(pk[1]) not in self.documents:
                yield _("mène à un document supprimé")

    def answers(self, address: str) -> bool:
        """Tell whether an address leads to a view, to a known page, or to a file that a page makes ("flux.rss")."""
        path = address.strip("/")
        try:
            if "." in path or resolve(address).url_name != "wagtail_serve":
                return True
        except Resolver404:
            return False
        first, _slash, rest = path.partition("/")
        return (rest if first in dict(languages()) else path) in self.paths


def untranslated() -> dict[str, list[Finding]]:
    """List, for each other language, the published pages that have no published translation."""
    source = Locale.get_default()
    return {
        str(locale): [_of_page(page, _("affichée dans sa langue d’origine")) for page in _untranslated(source, locale)]
        for locale in Locale.objects.exclude(pk=source.pk).order_by("language_code")
    }


def _untranslated(source: Locale, locale: Locale) -> QuerySet[Any]:
    done = Page.objects.live().filter(locale=locale, alias_of=None).values("translation_key")
    pages = Page.objects.live().filter(locale=source, depth__gt=1).not_exact_type(Page)
    return pages.exclude(translation_key__in=done).order_by("path")


def _references(model: type) -> QuerySet[Any]:
    rows: QuerySet[Any] = ReferenceIndex.objects.filter(to_content_type=_type(model))
    return rows


def _type(model: type) -> ContentType:
    return ContentType.objects.get_for_model(model, for_concrete_model=False)


def _concrete(base: type) -> list[Any]:
    return [model for model in apps.get_models() if issubclass(model, base)]


def _of_page(page: Any, problem: str) -> Finding:
    return Finding(page.title, problem, reverse("wagtailadmin_pages:edit", args=[page.pk]))
