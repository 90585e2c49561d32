"""What the links of a page lead to, and whether it is there."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import URLField
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, URLBlock
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site

from core.languages import codes, default_language, language_of
from core.models import SiteDocument

_LINK = re.compile(r"<a\b[^>]*>", re.I)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_DOCUMENT = re.compile(r"documents/(\d+)/")


@dataclass(frozen=True, slots=True)
class Known:
    """What a link may lead to: the addresses of public pages (without the root page's own slug) in each language,
    those that are redirected, pages, documents; and the hosts that are this very site.
    """

    paths: set[tuple[str, str]]
    redirected: set[str]
    pages: set[int]
    documents: set[int]
    hosts: set[str]

    @classmethod
    def now(cls) -> "Known":
        """Read them: five queries."""
        paths = Page.objects.live().values_list("locale_id", "url_path")
        hosts = {
            urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "",
            *Site.objects.values_list("hostname", flat=True),
        }
        return cls(
            {(language_of(locale), path.split("/", 2)[-1].strip("/")) for locale, path in paths},
            {path.strip("/") for path in Redirect.objects.values_list("old_path", flat=True)},
            set(Page.objects.values_list("pk", flat=True)),
            set(SiteDocument.objects.values_list("pk", flat=True)),
            hosts,
        )

    def page_problems(self, page: Any) -> Iterator[str]:
        """Say what is wrong with the links of a page's texts, buttons and fields of addresses. No query."""
        for field in page._meta.concrete_fields:
            if isinstance(field, StreamField):
                yield from self._stream_problems(field, json.loads(field.value_to_string(page) or "[]"))
            elif isinstance(field, RichTextField):
                yield from self._text_problems(field.value_to_string(page))
            elif isinstance(field, URLField):
                yield from self.problems(getattr(page, field.name))

    def _stream_problems(self, field: StreamField, stored: Any) -> Iterator[str]:
        for block, raw in _parts(field.stream_block, stored):
            if isinstance(block, RichTextBlock):
                yield from self._text_problems(raw)
            elif isinstance(block, URLBlock):
                yield from self.problems(raw)
            elif isinstance(block, ChooserBlock) and issubclass(block.model_class, Page):
                yield from self._target_problems("page", int(raw))
            elif isinstance(block, ChooserBlock) and issubclass(block.model_class, SiteDocument):
                yield from self._target_problems("document", int(raw))

    def _text_problems(self, html: str) -> Iterator[str]:
        for tag in _LINK.findall(html):
            link = dict(_ATTRIBUTE.findall(tag))
            yield from self.problems(unescape(link.get("href", "")))
            yield from self._target_problems(link.get("linktype", ""), int(link.get("id") or 0))

    def _target_problems(self, kind: str, pk: int) -> Iterator[str]:
        if kind == "page" and pk not in self.pages:
            yield _("mène à une page supprimée")
        if kind == "document" and pk not in self.documents:
            yield _("mène à un document supprimé")

    def problems(self, address: str) -> Iterator[str]:
        """Say whether an address of this site does not answer; the others are not ours to judge."""
        path = self._own_path(address)
        if path and not self.answers(path):
            yield _("mène à l’adresse « %(address)s », qui ne répond pas") % {"address": address}

    def _own_path(self, address: str) -> str:
        """Give the path of an address of this site, empty for another's and for a place in the same page."""
        try:
            parts = urlsplit(address)
            ours = parts.hostname in self.hosts if parts.scheme or parts.netloc else address.startswith("/")
        except ValueError:
            return ""
        return unquote(parts.path or "/") if ours else ""

    def answers(self, address: str) -> bool:
        """Tell whether an address leads to a view, to a known page, or to a file that a page makes ("flux.rss")."""
        path = address.strip("/")
        first, _slash, rest = path.partition("/")
        named = first in codes()[1:]  # the default language has no prefix
        language, place = (first, rest) if named else (default_language(), path)
        if document := _DOCUMENT.match(path):
            return int(document[1]) in self.documents
        if "." in path or path in self.redirected or (language, place) in self.paths:
            return True
        try:
            with override(language):
                return resolve(address).url_name != "wagtail_serve"
        except Resolver404:
            return False


def _parts(block: Any, raw: Any) -> Iterator[tuple[Any, Any]]:
    """Give the blocks that hold something, each with what is stored: read as objects, each page would cost queries."""
    children: list[tuple[Any, Any]] = []
    if isinstance(block, StreamBlock):
        children = [(block.child_blocks.get(one["type"]), one["value"]) for one in raw]
    elif isinstance(block, StructBlock):
        children = [(child, raw.get(name)) for name, child in block.child_blocks.items()]
    elif isinstance(block, ListBlock):
        children = [(block.child_block, _item(one)) for one in raw]
    elif raw:
        yield block, raw
    for child, held in children:
        if child is not None and held is not None:
            yield from _parts(child, held)


def _item(stored: Any) -> Any:
    """Give what an item of a list holds: older ones were stored without their envelope."""
    return stored["value"] if isinstance(stored, dict) and stored.get("type") == "item" else stored
