"""A year after it was read, a page is to be read again: the page, the report, the editor and the dashboard agree."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.roles import PUBLISHERS
from core.reviews import due_on, last_due
from home.models import HomePage, StandardPage
from home.reports import findings
from tests.accounts.people import member
from tests.core.editor_forms import save, text
from tests.home import pages

pytestmark = pytest.mark.django_db
NOTICE = "Cette page n’a pas été relue depuis le 4 mai 2020\u00a0: vérifiez-la"


@pytest.fixture
def home() -> HomePage:
    return pages.home()


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(member(PUBLISHERS))
    return client


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Choose the day that the pages take for today."""
    return lambda day: monkeypatch.setattr("core.models.pages.localdate", lambda: day)


def old(home: HomePage, title: str = "Ancienne", **fields: Any) -> StandardPage:
    return pages.standard(home, title, **{"reviewed_on": date(2020, 5, 4)} | fields)


def told(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def opened(editor: Client, page: StandardPage) -> str:
    return told(editor.get(f"/gestion/pages/{page.pk}/edit/"))


@pytest.mark.parametrize(
    ("read", "due"),
    [
        (date(2025, 11, 30), date(2026, 11, 30)),
        (date(2025, 12, 31), date(2026, 12, 31)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 28)),
    ],
)
def test_comes_back_on_the_same_day_of_the_next_year(read: date, due: date):
    assert due_on(read) == due


def test_asks_for_all_that_is_due_and_nothing_else_on_every_day():
    start = date(2023, 1, 1)
    days = [start + timedelta(days=number) for number in range(365 * 6)]

    for today in days:
        assert due_on(last_due(today)) <= today < due_on(last_due(today) + timedelta(days=1))


@pytest.mark.parametrize(("day", "asked"), [(date(2026, 11, 29), False), (date(2026, 11, 30), True)])
def test_the_page_and_the_report_ask_on_the_same_day(home: HomePage, today: Any, day: date, asked: bool):
    page = old(home, reviewed_on=date(2025, 11, 30))
    today(day)

    assert page.needs_review is asked
    assert (len(findings.to_review()), findings.count_to_review()) == (int(asked), int(asked))


def test_asks_who_opens_such_a_page_to_read_it_again(editor: Client, home: HomePage):
    assert NOTICE in opened(editor, old(home))


def test_says_nothing_of_a_page_read_this_year(editor: Client, home: HomePage):
    assert opened(editor, pages.standard(home)) == ""


def test_says_nothing_of_a_page_that_nobody_reads(editor: Client, home: HomePage):
    assert opened(editor, old(home, live=False)) == ""


def test_says_nothing_once_the_draft_has_a_new_date(editor: Client, home: HomePage):
    page = old(home)
    save(editor, page, text("<p>a</p>"), reviewed_on=date.today().strftime("%d/%m/%Y"))

    assert NOTICE not in opened(editor, page)


def test_opens_a_draft_that_has_lost_its_date(editor: Client, home: HomePage):
    page = old(home)
    page.reviewed_on = None
    page.save_revision(clean=False)

    assert opened(editor, page) == ""


def test_opens_other_pages_as_before(editor: Client, home: HomePage):
    assert opened(editor, home) == ""


def test_says_on_the_dashboard_how_many_pages_are_to_be_read_again(editor: Client, home: HomePage):
    old(home)
    old(home, "Ancienne aussi")

    page = " ".join(editor.get("/gestion/").content.decode().split())

    assert '<a href="/gestion/reports/etat-du-site/#a-relire"> <span>2</span> pages à relire </a>' in page


def test_says_nothing_on_the_dashboard_when_all_were_read(editor: Client, home: HomePage):
    pages.standard(home)

    assert "à relire" not in editor.get("/gestion/").content.decode()


def test_counts_in_one_query_for_each_kind_of_page(home: HomePage, django_assert_num_queries: Any):
    for number in range(5):
        old(home, f"Ancienne {number}")

    with django_assert_num_queries(4):
        assert findings.count_to_review() == 5
