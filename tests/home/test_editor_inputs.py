"""Whatever an editor sends for a page, the answer is a page in French, nothing is lost, and readers are safe."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from accounts.roles import PUBLISHERS
from home.models import EventPage, HomePage, NewsPage, ResourcePage
from tests.accounts.people import member
from tests.core.editor_forms import form, text
from tests.home.samples import event_index, news_index, resource_index

TEXTS = {
    "quotes": 'L\'« Union » "et" `moi`',
    "NUL": "Avant\x00après",
    "lone surrogate": "Avant\ud800après",
    "zero-width": "\u200b\u200d\ufeff",
    "right to left": "Avant \u202egnp.tnemucod",
    "control": "Avant\x0b\x1b[31maprès",
    "long": "a" * 100_000,
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)',
    "template": "{{ settings.SECRET_KEY }}{% now 'Y' %}",
    "sql": "' OR 1=1--",
    "percent": "%s %(name)s %FF",
}
CODE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
]
KINDS: dict[str, tuple[type[Page], Callable[[HomePage], Any]]] = {
    "news": (NewsPage, news_index), "event": (EventPage, event_index), "resource": (ResourcePage, resource_index),
}  # fmt: skip
DATES = {"published_on": "02/11/2026", "starts_at": "05/03/2027 18:00", "ends_at": "05/03/2027 20:00"}
OTHERS = {"venue": "Mairie", "kind": "guide", "audience": "tous"}
BARE = dict.fromkeys(("address", "online_url", "registration_url", "document", "link"), "")
PLACE = "https://exemple.fr/la"
FIELDS = ("title", "summary", "short_title", "seo_title", "search_description")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def parent(kind: str, home: HomePage) -> Page:
    return KINDS[kind][1](home)


@pytest.fixture
def manager(db: None) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(member(PUBLISHERS))
    return client


def send(client: Client, kind: str, parent: Page, *, body: str = "", place: str = PLACE, **values: str) -> Any:
    """Publish a new page of a kind from the form where it is written; `body` comes as scripts write it, in JSON."""
    html = f'<p>CONTENU</p><p><a href="{PLACE}">Le guide</a></p>'
    page = KINDS[kind][0](title="Une page", slug="une-page")
    data = form(page, text(html), **DATES | OTHERS | BARE | values, **{"action-publish": "1"})
    json = data["body-0-value"].replace(PLACE, escaped(place)).replace("CONTENU", escaped(body))
    sent = urlencode(data | {"body-0-value": json}, errors="surrogatepass")
    return client.post(
        f"/gestion/pages/add/home/{kind}page/{parent.pk}/", sent, content_type="application/x-www-form-urlencoded"
    )


def escaped(words: str) -> str:
    """Write words in JSON by their numbers: no filter of characters sees them."""
    return "".join(f"\\u{ord(letter):04x}" for letter in words)


def published(parent: Page) -> Any:
    """Give the page that was made, None when it was refused."""
    return Page.objects.child_of(parent).live().specific().first()


def typed(answer: Any, name: str) -> str:
    """Give what a field of the form holds, as the browser shows it again."""
    field = BeautifulSoup(answer.content, "html.parser").select_one(f"[name={name}]")
    return str(field.get("value", "") if field.name == "input" else field.text.removeprefix("\n"))


def told(answer: Any) -> str:
    """Give the messages under the fields."""
    shown = BeautifulSoup(answer.content, "html.parser").select(".error-message")
    return " ".join(error.get_text(" ", strip=True) for error in shown)


def assert_harmless(answer: Any) -> None:
    """Check that readers get a page, where words are words."""
    html = answer.content.decode()
    shown = BeautifulSoup(html, "html.parser")
    assert answer.status_code == 200
    assert "<script>alert" not in html
    assert not shown.select("[onmouseover]")
    assert not [link for link in shown.select("a[href]") if "script:" in link["href"].lower()]
    assert not shown.select("a[href^='data:']")


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_publishes_any_words_harmlessly_or_keeps_them_and_says_why(
    manager: Client, client: Client, parent: Page, kind: str, words: str
) -> None:
    answer = send(manager, kind, parent, **dict.fromkeys(FIELDS, words))

    if page := published(parent):
        assert_harmless(client.get(page.url))
    else:
        received = words.encode(errors="surrogatepass").decode(errors="replace").replace("\x00", "")
        kept = [typed(answer, field).replace("\x00", "") for field in FIELDS]
        assert answer.status_code == 200
        assert told(answer)
        assert kept == [received] * len(FIELDS)


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_publishes_any_text_harmlessly(manager: Client, client: Client, parent: Page, kind: str, words: str) -> None:
    answer = send(manager, kind, parent, body=words)

    assert answer.status_code == 302
    assert_harmless(client.get(published(parent).url))


@pytest.mark.parametrize("place", CODE)
def test_publishes_no_link_that_runs_code(manager: Client, client: Client, parent: Page, kind: str, place: str) -> None:
    send(manager, kind, parent, place=place)

    shown = client.get(published(parent).url)
    assert "Le guide" in shown.content.decode()
    assert_harmless(shown)


@pytest.mark.parametrize(
    ("kind", "field"), [("event", "online_url"), ("event", "registration_url"), ("resource", "link")], indirect=["kind"]
)
@pytest.mark.parametrize("place", [*CODE, "exemple", "https://", 'https://a"b', "//a\x00b", "https://" + "a" * 100_000])
def test_refuses_what_is_no_address_and_keeps_it(
    manager: Client, parent: Page, kind: str, field: str, place: str
) -> None:
    answer = send(manager, kind, parent, **{field: place})

    assert "Saisissez une URL valide." in told(answer)
    assert typed(answer, field).replace("\x00", "").strip() == place.replace("\x00", "").strip()
    assert published(parent) is None


@pytest.mark.parametrize(
    ("kind", "field"),
    [("news", "published_on"), ("event", "starts_at"), ("resource", "reviewed_on")],
    indirect=["kind"],
)
@pytest.mark.parametrize("date", ["31/02/2027", "00/00/0000", "hier", "01/01/99999", "2027-13-01", "1e9"])
def test_refuses_a_day_that_is_not_and_keeps_it(
    manager: Client, parent: Page, kind: str, field: str, date: str
) -> None:
    answer = send(manager, kind, parent, **{field: date})

    assert "Saisissez une date" in told(answer)
    assert typed(answer, field).replace("\x00", "") == date.replace("\x00", "")
    assert published(parent) is None


@pytest.mark.parametrize("kind", ["event"], indirect=True)
def test_refuses_an_event_that_ends_before_it_starts(manager: Client, parent: Page, kind: str) -> None:
    answer = send(manager, kind, parent, ends_at="05/03/2027 17:59", title="Ce que j’avais écrit")

    assert "La fin vient après le début." in told(answer)
    assert typed(answer, "title") == "Ce que j’avais écrit"


def test_refuses_a_title_that_nobody_sees(manager: Client, parent: Page, kind: str) -> None:
    answer = send(manager, kind, parent, title="\u200b\u200d\ufeff")

    assert "Le titre n’a aucun caractère visible." in told(answer)
