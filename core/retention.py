"""How long personal data are kept: one list, from the constants that the purges use. The privacy page prints it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True)
class Retention:
    """Some data, and the months or days after which they are erased. `since` says from when one counts."""

    what: str
    since: str
    months: int = 0
    days: int = 0

    @property
    def duration(self) -> str:
        """Say how long ("24 mois", "30 jours")."""
        if self.months:
            return _("%(n)d mois") % {"n": self.months}
        return ngettext("%(n)d jour", "%(n)d jours", self.days) % {"n": self.days}


def retentions() -> list[Retention]:
    """Ask each room named in `settings.RETENTIONS` (dotted paths of functions that give a list)."""
    return [each for path in settings.RETENTIONS for each in import_string(path)()]
