"""What search engines are told of a page (schema.org): the same words as readers see, never more."""

import json
from collections.abc import Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import override

from core.breadcrumbs import Crumb, trail
from core.canonical import canonical_address

SCHEMA = "https://schema.org"
Node = dict[str, Any]
# "</script>" inside a string would end the script; "&" is escaped with it so that no entity is ever read.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def node(kind: str, page: Any, request: HttpRequest, **facts: Any) -> Node:
    """Describe a page as this type: its name, address, summary and language, and these facts unless they are empty."""
    common = {
        "@context": SCHEMA,
        "@type": kind,
        "name": page.title,
        "url": canonical_address(page, request),
        "description": page.summary,
        "inLanguage": page.content_language,
    }
    return {name: value for name, value in (common | facts).items() if value}


def breadcrumb_list(crumbs: Sequence[Crumb], request: HttpRequest) -> Node:
    """Describe the way to a page."""
    steps = [
        {"@type": "ListItem", "position": number, "name": crumb.label, "item": request.build_absolute_uri(crumb.url)}
        for number, crumb in enumerate(crumbs, 1)
    ]
    return {"@context": SCHEMA, "@type": "BreadcrumbList", "itemListElement": steps}


def all_of(page: Any, request: HttpRequest) -> list[Node]:
    """Give all that is told of a page: what its type says, and the way to it where its type does not say it."""
    with override(page.content_language):  # the words around the text are in its language, as the page shows them
        nodes: list[Node] = page.structured_data(request)
    crumbs = trail(page, request)
    if len(crumbs) > 1 and not any(one["@type"] == "BreadcrumbList" for one in nodes):
        return [*nodes, breadcrumb_list(crumbs, request)]
    return nodes


def script(data: Node) -> SafeString:
    """Write a description as a script that no browser runs."""
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))  # escaped just above
