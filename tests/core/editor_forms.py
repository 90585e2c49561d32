"""What a browser would send from the editor of a page of advice."""

from typing import Any

from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from core.blocks.text import FEATURES


def text(html: str) -> tuple[str, Any]:
    return ("text", rich_text(html, features=FEATURES))


def picture(shown: Any, **values: Any) -> tuple[str, Any]:
    return ("picture", {"picture": shown.pk, "alt": "", "caption": ""} | values)


def form(page: Any, *blocks: tuple[str, Any], **values: Any) -> dict[str, Any]:
    """Give the form of a page with these blocks, some of its fields typed over."""
    names = ("title", "slug", "summary", "seo_title", "search_description", "short_title")
    data = {name: getattr(page, name) for name in names} | {
        "picture": "", "share_picture": "", "for_houses": "on", "for_coownerships": "on", "reviewed_on": "2026-11-01",
        "body": streamfield(list(blocks)), "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
    }  # fmt: skip
    return nested_form_data(data | values)


def save(client: Client, page: Any, *blocks: tuple[str, Any], **values: Any) -> Any:
    """Save a draft."""
    return client.post(f"/gestion/pages/{page.pk}/edit/", form(page, *blocks, **values))


def publish(client: Client, page: Any, *blocks: tuple[str, Any], **values: Any) -> Any:
    return save(client, page, *blocks, **values | {"action-publish": "1"})


def errors(response: Any) -> str:
    """Give what the editor is told, empty when the form was accepted."""
    if response.status_code == 302:
        return ""
    form = response.context["form"]
    return " ".join(str(error) for found in form.errors.as_data().values() for one in found for error in one.messages)
