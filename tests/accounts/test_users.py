"""Accounts known by their e-mail: managed in the back office, never told apart by case."""

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "une phrase de passe"


@pytest.fixture
def administrator(client):
    client.force_login(User.objects.create_superuser("admin@example.test", PASSWORD))
    return client


def new_account(**changes):
    typed = {"email": "Jeanne@Example.test", "first_name": "Jeanne", "last_name": "Fictive"}
    return typed | {"password1": PASSWORD, "password2": PASSWORD, "groups": []} | changes


def test_the_accounts_are_listed_by_address(administrator):
    page = administrator.get("/gestion/users/")

    assert page.status_code == 200
    assert "admin@example.test" in page.content.decode()


@pytest.mark.parametrize("typed", ["admin", '"', "   ", "\x00", "%"])
def test_the_accounts_are_searched(administrator, typed):
    assert administrator.get("/gestion/users/", {"q": typed}).status_code == 200


def test_an_account_is_created_in_the_back_office(administrator):
    group = Group.objects.get(name="Annuaire")
    assert administrator.get("/gestion/users/new/").status_code == 200

    answer = administrator.post("/gestion/users/new/", new_account(groups=[group.pk]))

    user = User.objects.get(first_name="Jeanne")
    assert answer.status_code == 302
    assert (user.email, list(user.groups.all())) == ("Jeanne@example.test", [group])
    assert user.check_password(PASSWORD)


def test_an_account_is_edited_in_the_back_office(administrator):
    user = User.objects.create_user("jeanne@example.test", PASSWORD)
    address = f"/gestion/users/edit/{user.pk}/"
    assert administrator.get(address).status_code == 200

    answer = administrator.post(
        address, new_account(first_name="Jeanne-Marie", password1="", password2="", is_active="on")
    )

    user.refresh_from_db()
    assert answer.status_code == 302
    assert (user.first_name, user.email) == ("Jeanne-Marie", "Jeanne@example.test")
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize("email", ["jeanne@example.test", "JEANNE@EXAMPLE.TEST"])
def test_two_accounts_cannot_share_an_address_whatever_its_case(administrator, email):
    User.objects.create_user("jeanne@example.test", PASSWORD)

    answer = administrator.post("/gestion/users/new/", new_account(email=email))

    assert answer.status_code == 200
    assert "existe déjà" in answer.content.decode()
    assert User.objects.filter(email__iexact=email).count() == 1


@pytest.mark.parametrize("email", ["", "a@b", "pas une adresse", "a\x00@example.test"])
def test_a_bad_address_is_an_error_of_the_form(administrator, email):
    assert administrator.post("/gestion/users/new/", new_account(email=email)).status_code == 200


def test_the_database_itself_refuses_the_same_address_in_another_case():
    User.objects.create_user("jeanne@example.test", PASSWORD)

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("JEANNE@example.test", PASSWORD)


def test_an_account_needs_an_address():
    with pytest.raises(ValueError, match="nécessaire"):
        User.objects.create_user("")


def test_someone_who_keeps_the_directory_does_not_manage_accounts(client):
    keeper = User.objects.create_user("jeanne@example.test", PASSWORD)
    keeper.groups.add(Group.objects.get(name="Annuaire"))
    client.force_login(keeper)

    assert client.get("/gestion/users/").headers["Location"] == "/gestion/"


def test_one_changes_one_s_own_account(administrator):
    assert administrator.get("/gestion/account/").status_code == 200
