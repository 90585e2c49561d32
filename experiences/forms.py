from django.utils.translation import gettext_lazy as _

from core.page_forms import CheckedPageForm
from directory.staff.fields import TerritoryField
from territories.models import Commune


class ExperiencePageForm(CheckedPageForm):
    """The form of a case study: the commune is typed by its name."""

    commune = TerritoryField(Commune, label=_("Commune"), required=False)
