"""Who is let in where: every address of the site, every role, every method, against a table that people read.

`addresses.csv` says for each pattern of names what each role gets by reading it: "in", "out" (sent home: not theirs),
"sign in", or "none" (nothing there, for this role). The first row that fits a name is its own.
"""

import csv
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Site, Task, Workflow

from accounts.models import User
from accounts.roles import ADVISERS, KEEPERS, PUBLISHERS, WRITERS
from directory.models import QualificationDomain, Trade
from energy.models import LabelThreshold, PrimaryEnergyFactor
from home.models import Topic
from tests.accounts.addresses import Address, addresses
from tests.accounts.people import member
from tests.core.document_files import stored as document
from tests.directory.records import professional
from tests.home import pages
from tests.home.samples import picture

TABLE = Path(__file__).with_name("addresses.csv")
ADMINISTRATOR = "administrator"
ROLES = {
    "anonymous": "", "writer": WRITERS, "publisher": PUBLISHERS, "keeper": KEEPERS, "adviser": ADVISERS,
    ADMINISTRATOR: ADMINISTRATOR,
}  # fmt: skip
WRITING = ("post", "delete")
WORDS = {"str": "1", "slug": "un", "path": "un", "int": "1", "app_name": "core", "app_label": "wagtailcore"} | {
    "content_type_app_name": "home", "content_type_model_name": "newspage", "model_name": "page", "action": "delete",
    "section": "site", "action_name": "delete", "filter_spec": "original", "uidb64": "MQ", "token": "a-b",
}  # fmt: skip
FAILS = {  # Wagtail's own: a screen made to fail, and one that fails when its first step was skipped
    "wagtailadmin_error_test",
    "wagtailredirects:process_import",
}


@cache
def table() -> list[dict[str, str]]:
    with TABLE.open(newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def expected(name: str) -> dict[str, str]:
    """Give the first row whose pattern is the name's; none when nobody thought of it."""
    return next((row for row in table() if fnmatchcase(name, row["name"])), {})


def keys() -> dict[str, Any]:
    """Make a small site; give what stands at the beginning of addresses, and whose key goes with it."""
    index = pages.news_index(pages.home())
    article = pages.news(index)
    words = {"parent_page_id": index, "page_id": article, "page_to_move_id": article, "destination_id": index}
    return {name: str(page.pk) for name, page in words.items()} | {
        "gestion/images/": picture(), "gestion/documents/": document(), "documents/": document(),
        "gestion/redirects/": Redirect.objects.create(old_path="/avant", redirect_page=index),
        "gestion/sites/": Site.objects.get(), "gestion/locales/": Locale.get_default(),
        "gestion/workflows/tasks/": Task.objects.get(), "gestion/workflows/": Workflow.objects.get(),
        "gestion/users/": User.objects.create_user("autre@example.test"), "gestion/groups/": Group.objects.first(),
        "gestion/collections/": Collection.get_first_root_node(),
        "topic/": Topic.objects.create(name="Aides", slug="aides"),
        "professional/": professional(), "annuaire/": professional("Autre"), "professionals/": professional("Un autre"),
        "trade/": Trade.objects.first(), "primaryenergyfactor/": PrimaryEnergyFactor.objects.first(),
        "labelthreshold/": LabelThreshold.objects.first(),
        "domain/": QualificationDomain.objects.first(), "pages/": article,
    }  # fmt: skip


def samples(address: Address, site: dict[str, Any]) -> dict[str, str]:
    """Give the arguments of an address: the key of what its route is about, and words for the rest."""
    record = next((each for part, each in site.items() if part.endswith("/") and part in address.route), None)
    key = {name: str(record.pk) for name in ("pk", "image_id", "document_id", "doc_id", "redirect_id") if record}
    return WORDS | {name: each for name, each in site.items() if not name.endswith("/")} | key


def client_of(role: str) -> Client:
    client = Client(raise_request_exception=False)
    if role == ADMINISTRATOR:
        client.force_login(User.objects.create_superuser("chef@example.test"))
    elif ROLES[role]:
        client.force_login(member(ROLES[role]))
    return client


def ask(client: Client, method: str, path: str) -> Any:
    """Ask once; whatever it changed is undone, signing out too."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = getattr(client, method)(path)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


def outcome(answer: Any) -> str:
    place = answer.headers.get("Location", "")
    if "/gestion/login/" in place:
        return "sign in"
    if answer.status_code >= 500:
        return f"fails ({answer.status_code})"
    if place == "/gestion/" or answer.status_code == 403:
        return "out"
    return "none" if answer.status_code == 404 else "in"


def read(client: Client, path: str) -> str:
    """Say what a role gets by reading, or by writing where nothing is read."""
    answer = ask(client, "get", path)
    return outcome(ask(client, "post", path) if answer.status_code == 405 else answer)


@pytest.fixture
def walked(db: None) -> dict[str, str]:
    site = keys()
    known = {each.name: each.path(samples(each, site)) for each in reversed(addresses())}
    return {name: path for name, path in known.items() if name not in FAILS}


def test_the_table_speaks_of_every_address() -> None:
    names = [each.name for each in addresses() if each.name not in FAILS]

    assert [name for name in names if not expected(name)] == []


def test_the_table_speaks_of_nothing_else() -> None:
    answering = {expected(each.name).get("name") for each in addresses()}

    assert [row["name"] for row in table() if row["name"] not in answering] == []


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_let_in_where_the_table_says(role: str, walked: dict[str, str]) -> None:
    client = client_of(role)

    seen = {name: read(client, path) for name, path in walked.items()}

    assert seen == {name: expected(name).get(role) for name in seen}


@pytest.mark.parametrize("role", [role for role in ROLES if role != ADMINISTRATOR])
def test_no_method_opens_what_reading_does_not(role: str, walked: dict[str, str]) -> None:
    client = client_of(role)
    closed = [
        name for name in walked if expected(name).get(role) in {"out", "sign in"} and name != "wagtailadmin_login"
    ]

    answers = {(name, way): ask(client, way, walked[name]).status_code for name in closed for way in WRITING}

    assert {asked: status for asked, status in answers.items() if status < 300 or status >= 500} == {}
