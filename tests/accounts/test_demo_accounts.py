"""The accounts of the demonstration."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from accounts.models import User


@pytest.mark.django_db
def test_makes_an_account_for_each_role_that_there_is() -> None:
    group, _made = Group.objects.get_or_create(name="Rédaction")

    call_command("load_demo_account", stdout=StringIO())
    call_command("load_demo_account", stdout=StringIO())

    writer = User.objects.get(email="redaction@exemple.fr")
    assert list(writer.groups.all()) == [group]
    assert writer.check_password("renovation-demo")
    assert not writer.is_superuser
