"""Wagtail's bar and its accessibility checker: for editors, never for readers."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.core.editor_forms import form, text
from tests.home.advice_samples import advice

pytestmark = pytest.mark.django_db


def test_shows_the_editors_bar_to_who_is_signed_in_alone(client: Client, home: Any, admin_user, settings) -> None:
    settings.PAGE_CACHE_SECONDS = 300
    page, editor = advice(home), Client()
    editor.force_login(admin_user)

    assert "wagtail-userbar" in editor.get(page.get_url()).content.decode()
    for _ in range(2):  # the second answer comes from the cache
        response = client.get(page.get_url())
        assert "wagtail-userbar" not in response.content.decode()
        assert "Cookie" not in response.headers.get("Vary", "")
        assert not response.cookies


def test_checks_in_the_preview_what_editors_can_mend(home: Any, admin_user) -> None:
    editor = Client()
    editor.force_login(admin_user)
    page = advice(home)

    shown = editor.get(f"/gestion/pages/{page.pk}/view_draft/")
    spec = json.loads(BeautifulSoup(shown.content, "html.parser").select_one("#checker-axe-configuration").string)

    assert spec["context"]["include"] == ["#contenu"]
    assert {"heading-order", "alt-text-quality", "image-alt"} <= set(spec["options"]["runOnly"])
    assert spec["messages"]["image-alt"]["error_name"] == "Une image n’a pas de description"


def test_lets_the_editor_frame_the_preview_and_nobody_frame_the_page(client: Client, home: Any, admin_user) -> None:
    editor, page = Client(), advice(home)
    editor.force_login(admin_user)

    preview_url = f"/gestion/pages/{page.pk}/edit/preview/"
    assert editor.post(preview_url, form(page, text("<p>Un essai.</p>"))).json()["is_valid"]
    preview = editor.get(preview_url, {"in_preview_panel": "true"})
    public = client.get(page.get_url())

    assert "Un essai." in preview.content.decode()
    assert "frame-ancestors 'self'" in preview.headers["Content-Security-Policy"]
    assert preview.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'none'" in public.headers["Content-Security-Policy"]


def test_keeps_no_preview_for_readers(client: Client, home: Any, admin_user, settings) -> None:
    settings.PAGE_CACHE_SECONDS = 300
    editor, page = Client(), advice(home, "Publié")
    editor.force_login(admin_user)
    page.title = "Brouillon"
    page.save_revision()

    assert "Brouillon" in editor.get(f"/gestion/pages/{page.pk}/view_draft/").content.decode()
    assert "Brouillon" not in client.get(page.get_url()).content.decode()
