from django.utils.translation import gettext as _

from core.retention import Retention
from directory.models.corrections import KEPT_MONTHS, QUARANTINE_DAYS


def retentions() -> list[Retention]:
    """List what the directory keeps of those who report an error on a sheet."""
    return [
        Retention(_("Votre signalement et l’adresse que vous donnez pour la réponse"), _("réception"), KEPT_MONTHS),
        Retention(_("Un signalement mis de côté comme douteux"), _("réception"), days=QUARANTINE_DAYS),
    ]
