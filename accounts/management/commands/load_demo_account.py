"""Make the accounts of the demonstration: one that may do everything, and one for each role."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.management import BaseCommand
from django.utils.translation import gettext as _

from accounts.models import User
from core.demo import require_demo

EMAIL = "admin@exemple.fr"
PASSWORD = "renovation-demo"  # noqa: S105 (printed and documented: it opens only demonstrations)
ROLES = {  # who stands for each group; all share the password
    "Rédaction": ("redaction@exemple.fr", "Rosa", "Exemple"),
    "Publication": ("publication@exemple.fr", "Paul", "Exemple"),
    "Annuaire": ("annuaire@exemple.fr", "Anaïs", "Exemple"),
    "Conseil": ("conseil@exemple.fr", "Karim", "Exemple"),
}


class Command(BaseCommand):
    """Create the accounts that are missing; what became of the others is their owners' business."""

    help = "Crée les comptes de démonstration. Refusé en production."

    def handle(self, **options: Any) -> None:
        """Create them, and say how to sign in."""
        require_demo()
        if not _exists(EMAIL):
            User.objects.create_superuser(EMAIL, PASSWORD)
        for group in Group.objects.filter(name__in=ROLES):
            _make(group, *ROLES[group.name])
        self.stdout.write(
            _("Gestion : /gestion/ — %(email)s, mot de passe %(password)s") % {"email": EMAIL, "password": PASSWORD}
        )


def _exists(email: str) -> bool:
    return User.objects.filter(email__iexact=email).exists()


def _make(group: Group, email: str, first_name: str, last_name: str) -> None:
    """Create the account of a role."""
    if not _exists(email):
        user = User.objects.create_user(email, PASSWORD, first_name=first_name, last_name=last_name)
        user.groups.add(group)
