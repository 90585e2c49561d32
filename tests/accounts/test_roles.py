"""Who may do what: each role, each screen of the back office."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Workflow

from accounts.roles import ADVISERS, KEEPERS, PUBLISHERS, WRITERS
from core.models import SiteSettings
from home.models import NewsPage
from tests.accounts.people import member
from tests.home import pages

pytestmark = pytest.mark.django_db
ROLES = (None, WRITERS, PUBLISHERS, KEEPERS, ADVISERS)
IN, OUT, SIGN_IN = 200, 302, "sign in"


@pytest.fixture
def article() -> NewsPage:
    return pages.news(pages.news_index(pages.home()))


def client_of(role: str | None) -> Client:
    client = Client()
    if role:
        client.force_login(member(role))
    return client


def outcome(answer) -> object:
    """Name an answer: its status, or "sign in" when it sends one to the sign-in page."""
    return (
        SIGN_IN if answer.status_code == 302 and "/gestion/login/" in answer.headers["Location"] else answer.status_code
    )


SCREENS = {  # address (a name with its arguments): the status for nobody, writers, publishers, keepers, advisers
    "wagtailadmin_home": (SIGN_IN, IN, IN, IN, IN),
    "wagtailadmin_pages:edit": (SIGN_IN, IN, IN, OUT, OUT),
    "wagtailadmin_pages:unpublish": (SIGN_IN, OUT, IN, OUT, OUT),
    "wagtailadmin_pages:delete": (SIGN_IN, OUT, IN, OUT, OUT),
    "wagtailimages:add": (SIGN_IN, IN, IN, OUT, OUT),
    "wagtaildocs:add": (SIGN_IN, IN, IN, OUT, OUT),
    "wagtailredirects:index": (SIGN_IN, OUT, IN, OUT, OUT),
    "site_state": (SIGN_IN, IN, IN, OUT, OUT),
    "directory:professional": (SIGN_IN, OUT, OUT, IN, OUT),
    "settings": (SIGN_IN, OUT, IN, OUT, OUT),
    "wagtailusers_users:index": (SIGN_IN, OUT, OUT, OUT, OUT),
    "wagtailusers_groups:index": (SIGN_IN, OUT, OUT, OUT, OUT),
    "wagtailsites:index": (SIGN_IN, OUT, OUT, OUT, OUT),
}


def address(name: str, article: Page) -> str:
    if name == "directory:professional":
        return "/gestion/snippets/directory/professional/"
    if name == "settings":
        shop = SiteSettings.for_site(article.get_site())
        return reverse("wagtailsettings:edit", args=["core", "sitesettings", shop.site_id])
    needs_page = name.startswith("wagtailadmin_pages")
    return reverse(name, args=[article.pk] if needs_page else [])


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_own_screens(role, article):
    client = client_of(role)

    seen = {name: outcome(client.get(address(name, article))) for name in SCREENS}

    assert seen == {name: expected[ROLES.index(role)] for name, expected in SCREENS.items()}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "head"])
@pytest.mark.parametrize("role", ROLES)
def test_no_method_opens_what_reading_does_not(role, method, article):
    client = client_of(role)
    closed = [name for name, expected in SCREENS.items() if expected[ROLES.index(role)] != IN]

    answers = {name: getattr(client, method)(address(name, article)).status_code for name in closed}

    assert {name: status for name, status in answers.items() if status < 300 or status >= 500} == {}


def form_of(client: Client, page: Page) -> dict[str, str]:
    """Fill the editing form of a page of news as the browser would."""
    return {
        "title": page.title, "slug": page.slug, "summary": page.summary, "published_on": "2026-11-02",
        "for_houses": "on", "for_coownerships": "on", "body-count": "0", "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }  # fmt: skip


def test_a_writer_submits_and_only_a_publisher_publishes(article):
    article.unpublish()
    writer, publisher = client_of(WRITERS), client_of(PUBLISHERS)
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])

    writer.post(edit, form_of(writer, article) | {"action-publish": "action-publish"})
    article.refresh_from_db()
    assert not article.live

    writer.post(edit, form_of(writer, article) | {"action-submit": "action-submit"})
    task = Page.objects.get(pk=article.pk).current_workflow_task_state
    assert task is not None
    approve = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", task.pk])
    writer.post(approve)
    article.refresh_from_db()
    assert not article.live

    publisher.post(approve)
    article.refresh_from_db()
    assert article.live


def test_the_review_before_publishing_is_named_in_french():
    assert list(Workflow.objects.values_list("name", flat=True)) == ["Relecture avant publication"]
    (task,) = Workflow.objects.get().tasks
    assert list(task.specific.groups.values_list("name", flat=True)) == [PUBLISHERS]
