"""Accounts of each role."""

from django.contrib.auth.models import Group

from accounts.models import User

PASSWORD = "une phrase de passe"


def member(*groups: str) -> User:
    """Make an account that belongs to these groups."""
    user = User.objects.create_user(f"{'-'.join(groups).lower() or 'personne'}@example.test", PASSWORD)
    found = Group.objects.filter(name__in=groups)
    assert len(found) == len(groups), f"Missing group among {groups}"
    user.groups.set(found)
    return user
