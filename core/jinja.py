"""Jinja, where a page repeats itself: a list of twenty firms costs a quarter of what Django's templates take.

A Jinja page extends "frame/<language>": the site's own frame (`templates/base.html`, by way of `frame.html`), drawn
by Django once for each language, with a Jinja block in the place of each of Django's. A Jinja part is called from
Django's templates by `{% lean "path.jinja" … %}`.
"""

from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, override
from jinja2 import ChoiceLoader, Environment, FunctionLoader, StrictUndefined

from core.templatetags import lean, shop

FRAME = "frame/"


def environment(**options: Any) -> Environment:
    """Give Jinja's environment: escaping on, unknown names fail, and the few functions that pages need."""
    options["loader"] = ChoiceLoader([FunctionLoader(_frame), options["loader"]])
    made = Environment(**options | {"undefined": StrictUndefined})  # noqa: S701 (Django's backend turns escaping on)
    made.globals |= {
        "_": gettext,
        "static": lru_cache(maxsize=256)(static),  # a file keeps its address as long as the process
        "url": reverse,
        "constant": lean.constant,
        "canonical_address": shop.full_address,
        "other_languages": shop.plain_languages,
    }
    return made


def _frame(name: str) -> str | None:
    """Give the source of a frame, None for any other template."""
    if not name.startswith(FRAME):
        return None
    with override(name.removeprefix(FRAME)):
        return render_to_string("frame.html")
