"""The back office of the figures that decrees fix."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from energy.models import LabelThreshold, PrimaryEnergyFactor

_FROM_WHEN = [
    FieldPanel("in_force_from", help_text=_("Elle vaut à partir de ce jour, jusqu’à la ligne suivante.")),
    FieldPanel("source", help_text=_("Le texte officiel qui le dit, avec sa date.")),
]


class FactorViewSet(SnippetViewSet):
    """The primary-energy factors."""

    model = PrimaryEnergyFactor
    icon = "calendar-alt"
    menu_label = _("Coefficients d’énergie primaire")
    list_display = ["energy", "value", "in_force_from", "source"]
    list_filter = ["energy"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("energy"),
            FieldPanel("value", help_text=_("Ajoutez une ligne pour un nouveau décret : les anciennes restent.")),
            *_FROM_WHEN,
        ]
    )


class ThresholdViewSet(SnippetViewSet):
    """The thresholds of the energy labels."""

    model = LabelThreshold
    icon = "order"
    menu_label = _("Seuils des étiquettes")
    list_display = ["letter", "kwhep_below", "kgco2_below", "in_force_from", "source"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("letter"),
            FieldRowPanel([FieldPanel("kwhep_below"), FieldPanel("kgco2_below")]),
            *_FROM_WHEN,
        ]
    )


class EnergyGroup(SnippetViewSetGroup):
    """The menu "Énergie"."""

    items = (FactorViewSet, ThresholdViewSet)
    menu_label = _("Énergie")
    menu_icon = "calendar-alt"
    menu_name = "energie"
    menu_order = 130


register_snippet(EnergyGroup)
