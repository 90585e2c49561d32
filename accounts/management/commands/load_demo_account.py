"""Make the account one signs in with to look around the demonstration."""

from typing import Any

from django.core.management import BaseCommand
from django.utils.translation import gettext as _

from accounts.models import User
from core.demo import require_demo

EMAIL = "admin@exemple.fr"
PASSWORD = "renovation-demo"  # noqa: S105 (printed and documented: it opens only demonstrations)


class Command(BaseCommand):
    """Create the account unless it is there, whatever its password has become."""

    help = "Crée le compte de démonstration. Refusé en production."

    def handle(self, **options: Any) -> None:
        """Create it, and say how to sign in."""
        require_demo()
        if not User.objects.filter(email__iexact=EMAIL).exists():
            User.objects.create_superuser(EMAIL, PASSWORD)
        self.stdout.write(
            _("Gestion : /gestion/ — %(email)s, mot de passe %(password)s") % {"email": EMAIL, "password": PASSWORD}
        )
