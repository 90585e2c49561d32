"""What search engines are told of a page: the same words as readers see."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Site

from core.models import SiteSettings
from core.rich_text import plain_text
from home.models import TopicName
from tests.core.heads import HOST, nodes, stand_in, visible
from tests.home.advice_samples import advice, faq, glossary
from tests.home.samples import news, news_index, read, topic

pytestmark = pytest.mark.django_db


def test_describes_a_page_with_the_words_it_shows(client: Client, home: Any) -> None:
    page = advice(home, "Isoler", summary="Moins de froid.", reviewed_on="2026-11-01")

    shown = read(client, page.get_url())
    told = nodes(shown)["WebPage"]

    assert told["name"] == shown.h1.get_text()
    assert told["description"] == shown.select_one(".lead").get_text()
    assert told["url"] == HOST + page.get_url()
    assert told["inLanguage"] == "fr"
    assert told["lastReviewed"] == shown.select_one(".page time")["datetime"] == "2026-11-01"


def test_describes_questions_with_the_words_they_show(client: Client, home: Any) -> None:
    shown = read(client, faq(home).get_url())

    told = nodes(shown)["FAQPage"]["mainEntity"]

    assert len(told) == 2
    assert [(one["name"], one["acceptedAnswer"]["text"]) for one in told] == [
        (fold.summary.get_text(strip=True), visible(fold.select_one(".fold__text"))) for fold in shown.select(".fold")
    ]


def test_describes_words_with_the_meanings_they_show(client: Client, home: Any) -> None:
    shown = read(client, glossary(home).get_url())

    told = nodes(shown)["DefinedTermSet"]["hasDefinedTerm"]

    assert len(told) == 6
    assert [(one["name"], one["description"]) for one in told] == [
        (entry.dt.get_text(), visible(entry.dd)) for entry in shown.select(".entry")
    ]


def test_describes_the_site_and_its_search_on_the_home_page(client: Client, home: Any) -> None:
    SiteSettings.objects.create(site=Site.objects.get(), name="Toit et moi", tagline="Pays de Garonne", operator="ADIL")

    shown = read(client, "/")
    told = nodes(shown)

    assert told["WebSite"]["potentialAction"]["target"]["urlTemplate"] == (
        f"{HOST}/recherche/?q={{search_term_string}}"
    )
    service = told["GovernmentService"]
    phone = service["availableChannel"]["servicePhone"]["telephone"]
    for said in ("Toit et moi", "Pays de Garonne", service["name"], told["WebSite"]["alternateName"], phone):
        assert said in shown.body.get_text()


def test_leaves_what_each_kind_of_page_says_of_itself_beside_the_way_to_it(client: Client, home: Any) -> None:
    page = news(news_index(home))

    told = nodes(read(client, page.get_url()))

    assert {"NewsArticle", "BreadcrumbList"} <= set(told)


def test_speaks_french_of_a_page_that_nobody_translated(client: Client, home: Any) -> None:
    index = news_index(home)
    page = news(index, "Une aide", topic())
    TopicName.objects.create(topic=page.topics.get(), language="en", name="Grants")
    english = Locale.objects.get_or_create(language_code="en")[0]

    shown = read(client, stand_in(page, english).get_url())

    assert nodes(shown)["NewsArticle"]["keywords"] == ["Aides financières"]
    assert "Aides financières" in shown.main.get_text()


def test_lets_no_word_end_the_script(client: Client, home: Any) -> None:
    nasty = "</script><script>alert(1)</script> & <!--"
    page = advice(home, nasty[:80], summary=nasty)

    shown = read(client, page.get_url())

    assert nodes(shown)["WebPage"]["description"] == nasty
    assert [one for one in shown.select("script") if "alert" in (one.string or "") and not one.get("type")] == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Un <b>mot</b>, puis<br/>un autre.</p><ul><li>a</li><li>b</li></ul>", "Un mot, puis un autre. a b"),
        ("<p>5 &lt; 6 &amp; « sept »</p>", "5 < 6 & « sept »"),
        ('<p><a linktype="page" id="3">lien</a>.</p>', "lien."),
        ("", ""),
    ],
)
def test_reads_rich_text_as_words(html: str, words: str) -> None:
    assert plain_text(html) == words
