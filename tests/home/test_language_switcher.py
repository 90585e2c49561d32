"""The switcher leads to the very same page in the other language, and back."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template import Context
from django.test import Client, RequestFactory
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from core.templatetags.shop import all_languages, other_languages, plain_languages
from core.translations.mirror import make_locales, mirror_everything
from home.models import HomePage
from tests.home.translation_samples import (
    advice,
    english,
    french_site,
    start_translation,
    translated,
    version,
)

pytestmark = pytest.mark.django_db

THREE = [("fr", "French"), ("en", "English"), ("es", "Spanish")]


@pytest.fixture
def home(settings: Any) -> HomePage:
    settings.PAGE_CACHE_SECONDS = 0
    return french_site()


@pytest.fixture
def three(settings: Any) -> None:
    """Speak Spanish too."""
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = THREE
    make_locales()


def request(path: str) -> HttpRequest:
    made = RequestFactory().get(path)
    made.user = AnonymousUser()
    return made


def on_page(page: Page, query: str = "", tag: Any = other_languages) -> dict[str, str]:
    with override(page.locale.language_code):
        found = tag(Context({"request": request((page.url or "/") + query), "page": page}))
        return {language.code: language.url for language in found}


def on_view(path: str, code: str = "fr") -> dict[str, str]:
    with override(code):
        return {language.code: language.url for language in plain_languages(request(path))}


def links(client: Client, path: str) -> dict[str, str]:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return {link["hreflang"]: link["href"] for link in page.select("header a[hreflang]")}


def test_leads_to_the_alias_of_an_untranslated_page(home: HomePage):
    assert on_page(advice(home)) == {"en": "/en/combles/"}


def test_leads_to_the_translation_and_back(home: HomePage, django_capture_on_commit_callbacks: Any):
    page = advice(home)
    done = translated(page, django_capture_on_commit_callbacks)

    assert on_page(page) == {"en": done.url}
    assert on_page(done) == {"fr": page.url}


def test_leads_to_the_alias_while_the_translation_is_a_draft(home: HomePage, client: Client):
    start_translation(home)

    assert links(client, "/") == {"en": "/en/"}
    assert client.get("/en/").status_code == 200


def test_leads_nowhere_when_the_page_has_no_published_version(home: HomePage):
    page = advice(home)
    Page.objects.filter(pk=version(page).pk).update(live=False)

    assert on_page(page) == {}


def test_keeps_the_filters_of_a_list(home: HomePage):
    assert on_page(advice(home), "?theme=aides&page=2") == {"en": "/en/combles/?theme=aides&page=2"}


def test_drops_the_query_string_of_a_preview(home: HomePage):
    page = advice(home)
    preview = request("/combles/?in_preview_panel=true")
    preview.is_preview = True  # type: ignore[attr-defined]

    found = other_languages(Context({"request": preview, "page": page}))

    assert [language.url for language in found] == ["/en/combles/"]


def test_marks_the_present_language_among_all(home: HomePage):
    page = advice(home)

    found = all_languages(Context({"request": request("/combles/"), "page": page}))

    assert [(one.code, one.name, one.current) for one in found] == [
        ("fr", "Français", True), ("en", "English", False),
    ]  # fmt: skip


def test_asks_the_database_once_in_three_languages(home: HomePage, three: None, django_assert_num_queries: Any):
    page = Page.objects.select_related("locale").get(pk=advice(home).pk)
    made = request("/combles/")
    Site.find_for_request(made)  # as the routing of every page does
    page.get_url(made)  # the addresses of sites, kept in memory

    with django_assert_num_queries(1):
        found = other_languages(Context({"request": made, "page": page}))

    assert {language.code: language.url for language in found} == {"en": "/en/combles/", "es": "/es/combles/"}


def test_is_symmetric_in_three_languages(home: HomePage, three: None, django_capture_on_commit_callbacks: Any):
    page = advice(home)
    translated(page, django_capture_on_commit_callbacks)
    mirror_everything()
    versions = {code: version(page, code) for code, _name in THREE}

    graph = {code: on_page(one) for code, one in versions.items()}

    addresses = {code: one.url for code, one in versions.items()}
    assert graph == {code: {other: url for other, url in addresses.items() if other != code} for code in addresses}


def test_forgets_a_language_that_the_site_no_longer_speaks(home: HomePage, three: None, settings: Any):
    page = advice(home)
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = THREE[:2]

    assert on_page(page) == {"en": "/en/combles/"}


@pytest.mark.parametrize("path", ["/annuaire/", "/annuaire/?q=isolation&lieu=31000&metier=a&metier=b"])
def test_leads_to_the_same_search_and_back(path: str):
    assert on_view(path) == {"en": f"/en{path}"}
    assert on_view(f"/en{path}", "en") == {"fr": path}


def test_leads_to_the_same_search_in_three_languages(three: None):
    assert on_view("/annuaire/?q=a") == {"en": "/en/annuaire/?q=a", "es": "/es/annuaire/?q=a"}


@pytest.mark.parametrize("path", ["/annuaire/?q=%22%3E%3Cscript%3E", "/annuaire/?q=%FF%00"])
def test_writes_no_markup_that_was_typed(client: Client, path: str):
    body = client.get(path).content.decode()

    assert "<script>" not in body.replace('<script type="module"', "")


def test_offers_nothing_where_the_address_has_no_language():
    assert on_view("/sante/") == {}


def test_leads_to_the_front_door_from_a_page_that_does_not_exist(home: HomePage, client: Client):
    found = other_languages(Context({"request": request("/nulle-part/"), "exception": "introuvable"}))

    assert [language.url for language in found] == ["/en/"]


def test_every_link_of_the_header_answers(home: HomePage, client: Client, django_capture_on_commit_callbacks: Any):
    translated(home, django_capture_on_commit_callbacks)
    Site.clear_site_root_paths_cache()

    for path in ("/", "/en/", "/annuaire/", "/en/annuaire/?q=a"):
        found = links(client, path)
        assert len(found) == 1
        assert [client.get(url).status_code for url in found.values()] == [200]


def test_offers_nothing_for_a_page_of_one_language_only(home: HomePage):
    Locale.objects.get_or_create(language_code="en")
    only = Page.objects.get(pk=version(home).pk).add_child(
        instance=HomePage(title="Only", slug="only", locale=english())
    )

    assert on_page(only) == {}
