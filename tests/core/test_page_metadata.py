"""The way to a page, its one address, its translations, and how it is shown where it is shared."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from core.breadcrumbs import trail
from core.page_metadata import alternates
from tests.core import sample_blocks as samples
from tests.core.heads import HOST, hreflang, meta, nodes, stand_in, translate
from tests.home.advice_samples import advice
from tests.home.samples import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(db: None) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


# -- the way to the page ----------------------------------------------------------------------------


def test_shows_the_way_to_the_page_with_short_titles(client: Client, home: Any) -> None:
    under = advice(advice(home, "Isoler les combles de sa maison", short_title="Combles"), "Choisir l’isolant")

    crumbs = read(client, under.get_url()).select_one("nav.breadcrumb[aria-label]").select("li")

    assert [crumb.get_text(strip=True) for crumb in crumbs] == ["Accueil", "Combles", "Choisir l’isolant"]
    assert crumbs[0].a["href"] == "/"
    assert crumbs[2].span["aria-current"] == "page"
    assert crumbs[2].a is None


def test_shows_no_way_on_the_home_page(client: Client, home: Any) -> None:
    page = read(client, "/")

    assert page.select(".breadcrumb") == []
    assert "BreadcrumbList" not in nodes(page)


def test_skips_a_page_that_was_withdrawn(client: Client, home: Any) -> None:
    middle = advice(home, "Retirée")
    under = advice(middle, "Choisir")
    middle.unpublish()

    crumbs = read(client, under.get_url()).select(".breadcrumb li")

    assert [crumb.get_text(strip=True) for crumb in crumbs] == ["Accueil", "Choisir"]


def test_describes_the_way_as_it_is_shown(client: Client, home: Any) -> None:
    page = read(client, advice(advice(home, "Isoler"), "Choisir").get_url())

    steps = nodes(page)["BreadcrumbList"]["itemListElement"]

    assert [step["name"] for step in steps] == [li.get_text(strip=True) for li in page.select(".breadcrumb li")]
    assert [step["position"] for step in steps] == [1, 2, 3]
    links = [HOST + link["href"] for link in page.select(".breadcrumb a")]
    assert [step["item"] for step in steps][:2] == links


def test_reads_the_way_in_one_query_however_deep(home: Any) -> None:
    page: Any = home
    for number in range(6):
        page = advice(page, f"Étage {number}")
    page, request = type(page).objects.get(pk=page.pk), RequestFactory().get("/")
    trail(type(page).objects.get(pk=page.pk), request)

    with CaptureQueriesContext(connection) as queries:
        crumbs = trail(page, request)
        trail(page, request)

    assert len(crumbs) == 7
    assert len(queries) == 1


def test_says_the_language_of_a_step_that_nobody_translated(client: Client, home: Any, english: Locale) -> None:
    above = advice(home, "Isoler")
    under = advice(above, "Choisir")
    translate(home, english, "Renovate")
    stand_in(above, english)
    mine = translate(under, english, "Choose")

    crumbs = read(client, mine.get_url()).select(".breadcrumb li")

    assert [crumb.get_text(strip=True) for crumb in crumbs] == ["Home", "Isoler", "Choose"]
    assert [crumb.find(True).get("lang") for crumb in crumbs] == [None, "fr", None]


# -- one address, and its translations --------------------------------------------------------------


def test_gives_the_page_s_one_address_whatever_was_asked(client: Client, home: Any) -> None:
    page = advice(home)

    (link,) = read(client, page.get_url() + "?utm_source=lettre").select("link[rel=canonical]")

    assert link["href"] == HOST + page.get_url()


def test_sends_search_engines_from_a_stand_in_to_its_source(client: Client, home: Any, english: Locale) -> None:
    page = advice(home)
    translate(home, english, "Renovate")
    alias = stand_in(page, english)

    shown = read(client, alias.get_url())

    assert shown.select_one("link[rel=canonical]")["href"] == HOST + page.get_url()
    assert meta(shown, "og:url") == HOST + page.get_url()
    assert meta(shown, "og:locale") == "fr_FR"
    assert hreflang(shown) == {}
    assert shown.select_one(".page")["lang"] == "fr"


def test_links_translations_both_ways(client: Client, home: Any, english: Locale) -> None:
    translate(home, english, "Renovate")
    page = advice(home)
    mine = translate(page, english, "Insulate")
    expected = {
        "fr": HOST + page.get_url(),
        "en": HOST + mine.get_url(),
        "x-default": HOST + page.get_url(),
    }

    assert hreflang(read(client, page.get_url())) == expected
    assert hreflang(read(client, mine.get_url())) == expected


def test_keeps_the_graph_of_translations_symmetric_over_the_site(client: Client, home: Any, english: Locale) -> None:
    translate(home, english, "Renovate")
    pages = [advice(home, f"Conseil {number}") for number in range(4)]
    translate(pages[0], english, "Advice")
    stand_in(pages[1], english)
    translate(pages[2], english, "Draft").unpublish()

    graph = {}
    for page in Page.objects.live().filter(depth__gte=2).exclude(title="Welcome to your new Wagtail site!"):
        if page.url:
            graph[HOST + page.get_url()] = set(hreflang(read(client, page.get_url())).values())

    assert sum(bool(links) for links in graph.values()) == 4
    for address, links in graph.items():
        assert not links or address in links
        for other in links:
            assert graph[other] == links


def test_links_no_translation_that_is_a_draft_or_a_stand_in(home: Any, english: Locale) -> None:
    page = advice(home)
    stand_in(page, english)

    assert alternates(page, RequestFactory().get("/")) == ()


# -- networks ---------------------------------------------------------------------------------------


def test_says_how_to_show_the_page_where_it_is_shared(client: Client, home: Any) -> None:
    page = advice(home, "Isoler", summary="Moins de froid.", picture=samples.a_picture())

    shown = read(client, page.get_url())

    said = {name: meta(shown, f"og:{name}") for name in ("type", "title", "description", "locale", "site_name")}
    assert said == {
        "type": "article",
        "title": "Isoler",
        "description": "Moins de froid.",
        "locale": "fr_FR",
        "site_name": "Rénov’ Guichet",
    }
    assert (meta(shown, "og:image:width"), meta(shown, "og:image:height")) == ("1200", "630")
    assert meta(shown, "og:image").startswith(f"{HOST}/media/images/")
    assert meta(shown, "og:image:alt") == "Une façade de briques"
    assert meta(shown, "twitter:card") == "summary_large_image"


def test_prefers_what_was_written_for_sharing(client: Client, home: Any) -> None:
    mine = samples.a_picture(title="Partage", description="Pour partager")
    page = advice(
        home,
        seo_title="Titre choisi",
        search_description="Texte choisi",
        share_picture=mine,
        picture=samples.a_picture(),
    )

    shown = read(client, page.get_url())

    assert meta(shown, "og:title") == "Titre choisi"
    assert meta(shown, "og:description") == meta(shown, "description") == "Texte choisi"
    assert meta(shown, "og:image:alt") == "Pour partager"


def test_shares_without_a_picture_when_there_is_none_or_its_file_is_lost(client: Client, home: Any) -> None:
    lost = samples.a_picture()
    lost.file.storage.delete(lost.file.name)

    for page in (advice(home), advice(home, picture=lost)):
        shown = read(client, page.get_url())
        assert meta(shown, "og:image") is None
        assert meta(shown, "twitter:card") == "summary"


def test_names_the_other_languages_to_networks(client: Client, home: Any, english: Locale) -> None:
    mine = translate(home, english, "Renovate")

    assert meta(read(client, "/"), "og:locale:alternate") == "en_GB"
    assert meta(read(client, mine.get_url()), "og:locale") == "en_GB"
