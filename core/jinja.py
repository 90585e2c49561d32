"""Jinja, where a page repeats itself: a list of twenty firms costs a quarter of what Django's templates take.

A Jinja page extends `frame(shop, here)`: the site's own frame (`templates/base.html`, by way of `frame.html`), drawn
by Django once for each shop and each path, with a Jinja block in the place of each of Django's. It is drawn again when
anything of the shop changes. A Jinja part is called from Django's templates by `{% lean "path.jinja" … %}`.
"""

import re
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.runtime import Context

from core.shops import Shop
from core.templatetags import languages, lean, shop

BLOCK = re.compile(r"<!-- block (\w+) -->")
MAX_FRAMES = 64  # shops × languages × pages written in Jinja


def environment(**options: Any) -> Environment:
    """Give Jinja's environment: escaping on, unknown names fail, and the few functions that pages need."""
    made = Environment(**options | {"undefined": StrictUndefined})  # noqa: S701 (Django's backend turns escaping on)

    @lru_cache(maxsize=MAX_FRAMES)
    def drawn_frame(shop: Shop, here: str, language: str | None) -> Template:
        return made.from_string(_as_jinja(render_to_string("frame.html", {"shop": shop, "here": here})))

    made.globals |= {
        "_": gettext,
        "static": lru_cache(maxsize=256)(static),  # a file keeps its address as long as the process
        "url": reverse,
        "constant": constant,
        "frame": lambda shop, here: drawn_frame(shop, here, get_language()),
        "alternate_links": shop.plain_alternates,
        "canonical_address": shop.full_address,
        "data_lang": languages.data_lang,
        "other_languages": shop.plain_languages,
    }
    return made


@pass_context
def constant(context: Context, path: str) -> SafeString:
    """Render a part that depends on the shop and the language alone; the page gives its `shop`."""
    return lean.drawn(path, get_language(), context["shop"])


def _as_jinja(html: str) -> str:
    """Put a block of Jinja's at each mark; a brace that staff wrote (in the site's name…) stays a brace."""
    parts = BLOCK.split(html)
    parts[0::2] = [part.replace("{", '{{ "{" }}') for part in parts[0::2]]
    parts[1::2] = [f"{{% block {name} %}}{{% endblock %}}" for name in parts[1::2]]
    return "".join(parts)
