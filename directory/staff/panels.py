"""How a sheet is laid out for its editors: four tabs, in the order in which they work."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from directory.staff.forms import AreaForm, LineForm, LineFormSet, ProfessionalForm, QualificationForm


class LinesPanel(InlinePanel):
    """Lines under a sheet, each edited by a form of ours."""

    def __init__(self, relation_name: str, *, form: Any = None, formset: Any = BaseChildFormSet, **kwargs: Any) -> None:
        super().__init__(relation_name, **kwargs)
        self.form, self.formset = form, formset

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "form": self.form, "formset": self.formset}

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": self.form, "formset": self.formset}
        return options


IDENTITY = [
    FieldPanel("name"),
    FieldPanel("siret"),
    MultiFieldPanel(
        [
            FieldPanel("contact_name"),
            FieldPanel("email"),
            FieldPanel("phone", help_text=_("Par exemple 05 61 00 00 00.")),
            FieldPanel("website", help_text=_("Commence par https://")),
        ],
        heading=_("Contact"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("address", help_text=_("Numéro et voie, sans le code postal ni la ville.")),
            FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
            FieldPanel("commune"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            HelpPanel(
                _(
                    "<p>La latitude et la longitude placent la fiche sur la carte. Laissez-les vides si vous ne les "
                    "connaissez pas : une zone en kilomètres se compte alors depuis le centre de la commune.</p>"
                )
            ),
        ],
        heading=_("Adresse"),
    ),
    FieldPanel("description", help_text=_("Quelques phrases que le public lira sur la fiche.")),
    FieldPanel("logo"),
]
TRADES_AND_AREAS = [
    LinesPanel(
        "professional_trades",
        form=LineForm,
        formset=LineFormSet,
        panels=[FieldPanel("trade", widget=forms.Select), FieldPanel("source", read_only=True)],
        heading=_("Métiers"),
        label=_("Métier"),
    ),
    MultiFieldPanel([FieldPanel("for_houses"), FieldPanel("for_coownerships")], heading=_("Types de logement")),
    LinesPanel(
        "service_areas",
        form=AreaForm,
        formset=LineFormSet,
        heading=_("Zones d’intervention"),
        label=_("Zone"),
        help_text=_("Choisissez l’étendue, puis remplissez la seule case qui lui correspond (aucune pour la France)."),
        panels=[
            FieldPanel("kind"),
            FieldRowPanel([FieldPanel("commune"), FieldPanel("epci")]),
            FieldRowPanel([FieldPanel("department"), FieldPanel("region")]),
            FieldRowPanel([FieldPanel("radius_km"), FieldPanel("trade", widget=forms.Select)]),
            FieldPanel(
                "supposed",
                help_text=_("Une zone supposée est annoncée comme telle au public. Décochez-la une fois confirmée."),
            ),
        ],
    ),
]
PROOFS = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("charter_signed_on"), FieldPanel("charter_review_on")])],
        heading=_("Charte d’engagement"),
    ),
    LinesPanel(
        "qualifications",
        form=QualificationForm,
        heading=_("Qualifications"),
        label=_("Qualification"),
        help_text=_(
            "Celles de la liste publique RGE se corrigent à la source et reviennent à chaque import. Une qualification "
            "quitte les résultats le lendemain de sa fin."
        ),
        panels=[
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("domain", widget=forms.Select), FieldPanel("body")]),
            FieldRowPanel([FieldPanel("code"), FieldPanel("certificate")]),
            FieldPanel("url"),
            FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        ],
    ),
]
PUBLICATION = [
    FieldPanel("status", help_text=_("Une fiche masquée disparaît du site et le reste après un import.")),
    FieldRowPanel([FieldPanel("source", read_only=True), FieldPanel("source_date", read_only=True)]),
    FieldPanel("given_back", heading=_("Champs saisis par l’équipe")),
]

professional_panels = TabbedInterface(
    [
        ObjectList(IDENTITY, heading=_("Identité")),
        ObjectList(TRADES_AND_AREAS, heading=_("Métiers et zones")),
        ObjectList(PROOFS, heading=_("Preuves")),
        ObjectList(PUBLICATION, heading=_("Publication")),
    ],
    base_form_class=ProfessionalForm,
)
