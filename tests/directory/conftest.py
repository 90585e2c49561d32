"""Who works in the back office of the directory, and who reads it."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from tests.directory import records


def account(*groups, **fields):
    user = User.objects.create_user(fields.pop("email", "gardienne@example.test"), "une phrase de passe", **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def keeper():
    return account("Annuaire")


@pytest.fixture
def staff(client, keeper):
    client.force_login(keeper)
    return client


@pytest.fixture
def administrator(client):
    client.force_login(User.objects.create_superuser("admin@example.test", "une phrase de passe"))
    return client


@pytest.fixture
def firm():
    return records.professional("Atelier Fictif")


@pytest.fixture
def address(firm):
    return f"{firm.get_absolute_url()}signaler/"


@pytest.fixture
def visitor():
    return Client(enforce_csrf_checks=True)
