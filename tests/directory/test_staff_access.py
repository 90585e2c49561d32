"""Who may come in, page by page."""

import pytest
from django.urls import reverse
from django.utils.timezone import now

from directory.models import DirectorySettings, ImportRun
from tests.directory import records
from tests.directory.conftest import account

pytestmark = pytest.mark.django_db


def pages(firm, trade, correction, run):
    base = "/gestion/snippets/directory"
    return {
        f"{base}/professional/": 200,
        f"{base}/professional/results/": 200,
        f"{base}/professional/add/": 200,
        f"{base}/professional/edit/{firm.pk}/": 200,
        f"{base}/professional/history/{firm.pk}/": 200,
        f"{base}/professional/usage/{firm.pk}/": 200,
        f"{base}/professional/delete/{firm.pk}/": 302,
        f"{base}/trade/": 200,
        f"{base}/trade/add/": 200,
        f"{base}/trade/edit/{trade.pk}/": 200,
        f"{base}/trade/delete/{trade.pk}/": 302,
        f"{base}/qualificationdomain/": 200,
        f"{base}/qualificationdomain/add/": 200,
        f"{base}/correctionrequest/": 200,
        f"{base}/correctionrequest/add/": 302,
        f"{base}/correctionrequest/edit/{correction.pk}/": 200,
        f"{base}/correctionrequest/delete/{correction.pk}/": 302,
        f"{base}/importrun/": 200,
        f"{base}/importrun/add/": 302,
        f"{base}/importrun/inspect/{run.pk}/": 200,
        f"{base}/importrun/edit/{run.pk}/": 302,
        f"{base}/importrun/delete/{run.pk}/": 302,
        f"/gestion/annuaire/imports/{run.pk}/rapport.csv": 200,
        f"/gestion/settings/directory/directorysettings/{DirectorySettings.load().pk}/": 200,
    }


@pytest.fixture
def every_page():
    firm, trade = records.professional(), records.trade()
    run = ImportRun.objects.create(
        source="rge",
        outcome="applique",
        file_name="rge.csv",
        ran_by="x",
        started_at=now(),
        finished_at=now(),
        report="a;b",
    )
    return pages(firm, trade, records.correction(firm), run)


def statuses(client, every_page):
    answers = {address: client.get(address) for address in every_page}
    return {address: (answer.status_code, answer.headers.get("Location", "")) for address, answer in answers.items()}


def test_a_keeper_opens_every_page_of_the_directory(staff, every_page):
    found = {address: status for address, (status, _where) in statuses(staff, every_page).items()}

    assert found == every_page


def test_an_anonymous_visitor_is_sent_to_the_login_page(client, every_page):
    found = statuses(client, every_page)

    assert all(status == 302 and "/gestion/login/" in where for status, where in found.values()), found


def test_an_editor_without_the_right_is_refused(client, every_page):
    client.force_login(account("Rédaction", email="redactrice@example.test"))

    found = statuses(client, every_page)

    assert all(status == 302 and where == "/gestion/" for status, where in found.values()), found


def test_someone_without_access_to_the_back_office_is_refused(client, every_page):
    client.force_login(account(email="personne@example.test"))

    found = statuses(client, every_page)

    assert all(status == 302 for status, _where in found.values()), found


@pytest.mark.parametrize("name", ["confirm_areas", "handle_correction"])
def test_a_one_click_action_needs_a_post_and_the_right(client, keeper, name):
    firm = records.professional()
    address = reverse(
        f"directory_staff:{name}", args=[firm.pk if name == "confirm_areas" else records.correction(firm).pk]
    )

    assert client.post(address).status_code == 302
    client.force_login(account("Rédaction", email="redactrice@example.test"))
    assert client.post(address).headers["Location"] == "/gestion/"
    client.force_login(keeper)
    assert client.get(address).status_code == 405


def test_not_even_an_administrator_rewrites_an_import(administrator, every_page):
    found = statuses(administrator, every_page)

    refused = [address for address, (status, where) in found.items() if (status, where) == (302, "/gestion/")]
    assert {address.split("/")[5] for address in refused if "importrun" in address} == {"add", "edit", "delete"}
