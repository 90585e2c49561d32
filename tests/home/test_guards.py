"""What nobody removes by one click, through every door of the back office."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from accounts.models import User
from accounts.roles import PUBLISHERS
from home.models import AccessibilityPage, ContactPage, HomePage, LegalNoticePage, NewsPage, PrivacyPage
from tests.accounts.people import member
from tests.home import pages

HOME, LAW, LIST = "est l’accueil d’un site", "que la loi impose", "page en ligne, qui disparaîtrait aussi"
Door = Callable[[Client, Page], None]


@pytest.fixture
def home(db: None) -> HomePage:
    return pages.home()


@pytest.fixture
def article(home: HomePage) -> NewsPage:
    return pages.news(pages.news_index(home))


@pytest.fixture
def legal(home: HomePage) -> Page:
    return home.add_child(instance=LegalNoticePage(title="Mentions légales"))


@pytest.fixture
def publisher(db: None) -> Client:
    return signed_in(member(PUBLISHERS))


@pytest.fixture
def administrator(db: None) -> Client:
    return signed_in(User.objects.create_superuser("chef@example.test", "une phrase de passe"))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def in_bulk(action: str) -> Door:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return lambda client, page: client.post(f"{address}?id={page.pk}&next=/gestion/")


def by_api(action: str) -> Door:
    return lambda client, page: client.post(f"/gestion/api/main/pages/{page.pk}/action/{action}/")


def by_screen(action: str) -> Door:
    return lambda client, page: client.post(reverse(f"wagtailadmin_pages:{action}", args=[page.pk]))


def move(client: Client, page: Page) -> None:
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, elsewhere().pk]))


def move_in_bulk(client: Client, page: Page) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    client.post(f"{address}?id={page.pk}&next=/gestion/", {"chooser": elsewhere().pk})


def elsewhere() -> Page:
    root = Page.objects.get(depth=1)
    return root.get_children().filter(slug="ailleurs").first() or root.add_child(
        instance=HomePage(title="Ailleurs", slug="ailleurs")
    )


def told(client: Client) -> str:
    return BeautifulSoup(client.get("/gestion/").content, "html.parser").select(".messages")[0].get_text()


def state(page: Page) -> tuple[object, ...] | None:
    return Page.objects.filter(pk=page.pk).values_list("live", "path").first()


DOORS: dict[str, Door] = {
    "delete": by_screen("delete"),
    "unpublish": by_screen("unpublish"),
    "move": move,
    "move in bulk": move_in_bulk,
}
BULK = {f"{action} in bulk": action for action in ("delete", "unpublish")}
API = {f"{action} by the API": action for action in ("delete", "unpublish")}


def through(door: str, client: Client, page: Page) -> None:
    known = DOORS.get(door) or (in_bulk(BULK[door]) if door in BULK else by_api(API[door]))
    known(client, page)


@pytest.mark.parametrize("who", ["publisher", "administrator"])
@pytest.mark.parametrize("door", [*DOORS, *BULK, *API])
def test_the_home_page_of_a_site_stays(request: pytest.FixtureRequest, who: str, door: str, home: HomePage) -> None:
    before = state(home)

    through(door, request.getfixturevalue(who), home)

    assert state(home) == before


@pytest.mark.parametrize("door", [*DOORS, *BULK, *API])
def test_a_page_that_the_law_asks_for_stays(publisher: Client, door: str, legal: Page) -> None:
    before = state(legal)

    through(door, publisher, legal)

    assert state(legal) == before


@pytest.mark.parametrize("door", ["delete", "delete in bulk", "delete by the API"])
def test_a_list_that_holds_published_pages_stays(publisher: Client, door: str, article: NewsPage) -> None:
    through(door, publisher, article.get_parent())

    assert state(article)


@pytest.mark.parametrize("door", ["delete", "delete in bulk", "delete by the API"])
def test_a_list_without_published_pages_goes(publisher: Client, door: str, article: NewsPage) -> None:
    index = article.get_parent()
    article.unpublish()

    through(door, publisher, index)

    assert state(index) is None


@pytest.mark.parametrize("door", [*DOORS, *BULK, *API])
def test_an_article_goes_as_it_always_did(publisher: Client, door: str, home: HomePage) -> None:
    article = pages.standard(home)
    before = state(article)

    through(door, publisher, article)

    assert state(article) != before


def test_the_home_page_in_another_language_stays(publisher: Client, home: HomePage) -> None:
    english = home.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0])

    through("delete", publisher, english)

    assert state(english)


def test_a_page_that_holds_the_home_page_of_a_site_stays(administrator: Client, home: HomePage) -> None:
    below = pages.standard(home)
    Site.objects.create(hostname="lyon.example", root_page=below)
    Site.objects.filter(is_default_site=True).update(root_page=elsewhere())

    through("delete", administrator, home)

    assert state(below)


@pytest.mark.parametrize("kind", [LegalNoticePage, PrivacyPage, AccessibilityPage])
def test_three_pages_are_asked_for_by_the_law(publisher: Client, home: HomePage, kind: type[Page]) -> None:
    page = home.add_child(instance=kind(title="Une page"))

    through("delete", publisher, page)

    assert LAW in told(publisher)


def test_another_service_page_goes(publisher: Client, home: HomePage) -> None:
    contact = home.add_child(instance=ContactPage(title="Contact"))

    through("delete", publisher, contact)

    assert state(contact) is None


@pytest.mark.parametrize("door", ["delete", "unpublish", "move", "delete in bulk", "unpublish in bulk"])
def test_says_why_the_home_page_stays(publisher: Client, door: str, home: HomePage) -> None:
    through(door, publisher, home)

    assert HOME in told(publisher)


def test_says_why_a_list_stays(publisher: Client, article: NewsPage) -> None:
    through("delete", publisher, article.get_parent())

    assert LIST in told(publisher)


def test_says_so_before_asking_to_confirm(publisher: Client, home: HomePage) -> None:
    answer = publisher.get(reverse("wagtailadmin_pages:delete", args=[home.pk]))

    assert answer.headers["Location"] == reverse("wagtailadmin_explore", args=[home.get_parent().pk])


def test_nothing_goes_when_one_of_several_pages_stays(publisher: Client, home: HomePage) -> None:
    article = pages.standard(home)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    publisher.post(f"{address}?id={home.pk}&id={article.pk}&next=/gestion/")

    assert state(article) == (True, article.path)
