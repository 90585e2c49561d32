"""The demonstration belongs to one machine: it never touches a real site."""

from django.conf import settings
from django.core.management import CommandError
from django.utils.translation import gettext as _


def require_demo() -> None:
    """Raise `CommandError` unless the settings say that this installation is for show (`DEMO`)."""
    if not getattr(settings, "DEMO", False):
        raise CommandError(_("La démonstration est refusée ici : ce site est en production (réglage DEMO)."))
