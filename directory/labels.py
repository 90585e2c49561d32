"""The names of what narrows a search, the same on the page and in the API."""

from django.utils.translation import gettext_lazy as _

LABEL_NAMES = {"rge": _("Qualification RGE en cours"), "charte": _("Charte d’engagement signée")}
HOUSING_NAMES = {"maison": _("Maison individuelle"), "copropriete": _("Copropriété")}
