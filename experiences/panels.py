"""How a case study is laid out for its editors: tabs in the order in which one collects what they ask."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

from core.dates import day_in_words
from core.models import BasePage
from core.widgets import TickBoxes
from experiences.completeness import completeness
from experiences.consent import is_ending
from experiences.money import euros


class CompletenessPanel(Panel):
    """How complete the sheet is, and what is missing, as it was last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "experiences/staff/completeness.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            page = self.instance
            ending = day_in_words(page.consent_expires_on) if is_ending(page) else ""
            found = {"score": completeness(page), "ending": ending, "holds": page.consent_holds}
            return super().get_context_data(parent_context) | found


class PositionPanel(Panel):
    """A map where the position is set; the two numbers above it say the same, and do without it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "experiences/staff/position.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            outlines = reverse("api-outlines", args=[settings.TERRITORY_EPCI])
            return super().get_context_data(parent_context) | {"outlines": outlines}


class AccountsPanel(Panel):
    """What the amounts make together, as they were last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "experiences/staff/accounts.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            page = self.instance
            amounts = {
                _("Total des aides"): page.aids_total,
                _("Reste à charge"): page.remaining,
                _("Coût par logement"): page.cost_per_dwelling,
                _("Reste à charge par logement"): page.remaining_per_dwelling,
                _("Prêt, par mois et par logement"): page.remaining_per_month,
            }
            rows = [(words, euros(amount) if amount is not None else "") for words, amount in amounts.items()]
            return super().get_context_data(parent_context) | {"rows": rows}


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


TITLE = ObjectList(
    [
        CompletenessPanel(heading=_("Où en est la fiche")),
        *BasePage.content_panels,
        BasePage.housing_panel,
    ],
    heading=_("Présentation"),
)
BUILDING = ObjectList(
    [
        FieldPanel("commune", help_text=_("Tapez son nom : « Balma ».")),
        _row("period", "dwellings"),
        _row("lots", "storeys"),
        FieldPanel("floor_area", help_text=_("La surface de tous les logements, parties communes non comprises.")),
        MultiFieldPanel(
            [
                _row("heating_mode", "heating_energy"),
                HelpPanel(_("Ne remplissez la suite que si les travaux ont changé le chauffage.")),
                _row("heating_mode_after", "heating_energy_after"),
            ],
            heading=_("Chauffage"),
        ),
        FieldPanel("protected"),
    ],
    heading=_("Le bâtiment"),
)
PROJECT = ObjectList(
    [
        FieldPanel("works", widget=TickBoxes, help_text=_("Les mêmes métiers que dans l’annuaire.")),
        _row("started_on", "finished_on"),
        InlinePanel(
            "votes",
            [_row("held_on", "majority"), FieldPanel("subject"), FieldPanel("result")],
            heading=_("Votes de l’assemblée générale"),
            label=_("vote"),
            help_text=_("Un vote par ligne, dans l’ordre. Le résultat en quelques mots : « adopté, 72 voix sur 100 »."),
        ),
        InlinePanel(
            "firms",
            [FieldPanel("role"), FieldPanel("professional"), FieldPanel("name")],
            heading=_("Entreprises"),
            label=_("entreprise"),
            help_text=_("Choisissez sa fiche de l’annuaire : les deux se renverront l’une à l’autre. Sinon, son nom."),
        ),
    ],
    heading=_("Les travaux"),
)
PERFORMANCE = ObjectList(
    [
        HelpPanel(
            _(
                "<p>Recopiez les chiffres des documents. L’étiquette et le gain se calculent seuls, au coefficient de "
                "l’électricité et aux seuils du jour ; les chiffres des documents restent tels quels.</p>"
            )
        ),
        FieldPanel("method", help_text=_("Des factures ne donnent pas d’étiquette : elles mesurent, autrement.")),
        MultiFieldPanel(
            [FieldPanel("measured_before_on"), FieldPanel("before_kwhep"), FieldPanel("before_electricity_kwhep"),
             FieldPanel("before_kgco2")],
            heading=_("Avant les travaux"),
        ),
        MultiFieldPanel(
            [FieldPanel("measured_after_on"), FieldPanel("after_kwhep"), FieldPanel("after_electricity_kwhep"),
             FieldPanel("after_kgco2")],
            heading=_("Après les travaux"),
            help_text=_(
                "« Dont électricité » : la part du premier nombre qui vient de l’électricité, dans la même unité. Vide "
                "si le document ne la dit pas : le chiffre n’est alors pas converti quand le coefficient change."
            ),
        ),
        MultiFieldPanel([_row("bills_before", "bills_after")], heading=_("Factures d’énergie de tout le bâtiment")),
    ],
    heading=_("La performance"),
)  # fmt: skip
MONEY = ObjectList(
    [
        HelpPanel(_("<p>En euros, taxes comprises, pour tout le bâtiment. Le reste à charge se calcule seul.</p>")),
        FieldPanel("cost", help_text=_("Travaux, études, honoraires : tout ce qui a été payé.")),
        InlinePanel(
            "aids",
            [FieldPanel("name"), _row("amount", "kind")],
            heading=_("Aides"),
            label=_("aide"),
            help_text=_("Une aide par ligne, par son nom : « MaPrimeRénov’ Copropriété ». Le total pour le bâtiment."),
        ),
        MultiFieldPanel([_row("loan_amount", "loan_years", "loan_rate")], heading=_("Prêt")),
        FieldPanel("own_funds", help_text=_("Vide : ce que les aides et le prêt ne couvrent pas.")),
        AccountsPanel(heading=_("Ce que cela donne")),
    ],
    heading=_("L’argent"),
)
STORY = ObjectList(
    [
        HelpPanel(_("<p>Écrivez comme on raconte à un voisin. Quelques phrases suffisent à chaque question.</p>")),
        *(FieldPanel(name) for name in ("why", "obstacles", "assembly", "lessons")),
        _row("quote", "quote_author"),
        FieldPanel("body", help_text=_("Pour ce qui n’entre pas dans les cases : étapes, tableau, vidéo…")),
        FieldPanel("reviewed_on", help_text=_("Le jour où vous avez vérifié que tout est encore vrai.")),
    ],
    heading=_("Le récit"),
)
PHOTOS = ObjectList(
    [
        InlinePanel(
            "photos",
            [FieldPanel("moment"), FieldPanel("picture"), _row("caption", "credit"), FieldPanel("alt")],
            heading=_("Photos avant et après"),
            label=_("photo"),
            help_text=_(
                "Le crédit vide est celui de l’image. La description dit ce que la photo apprend à qui ne la voit "
                "pas ; vide, c’est celle de l’image."
            ),
        )
    ],
    heading=_("Photos"),
)
CONSENT = ObjectList(
    [
        HelpPanel(
            _(
                "<p>Le lieu publié est celui que permet l’autorisation : hors « adresse exacte », la position est "
                "arrondie avant d’être publiée, et rien sur le site ne permet de retrouver l’adresse. Sans "
                "autorisation datée, la fiche ne nomme que sa commune.</p>"
            )
        ),
        FieldPanel("consent_holder", help_text=_("Le syndicat des copropriétaires, le propriétaire. Jamais publié.")),
        _row("consent_given_on", "consent_expires_on"),
        FieldPanel("precision"),
        MultiFieldPanel(
            [
                FieldPanel("address", help_text=_("« 12 rue des Lilas, bâtiment B ».")),
                FieldPanel("register_number", help_text=_("Publié avec l’adresse exacte seulement.")),
                _row("latitude", "longitude"),
                PositionPanel(heading=_("Sur la carte")),
            ],
            heading=_("Où est-ce ?"),
        ),
    ],
    heading=_("Autorisation et lieu"),
)


def edit_handler(promote_panels: list[Panel], settings_panels: list[Panel]) -> TabbedInterface:
    """Give the form of a case study."""
    return TabbedInterface(
        [
            TITLE, BUILDING, PROJECT, PERFORMANCE, MONEY, STORY, PHOTOS, CONSENT,
            ObjectList(promote_panels, heading=_("Promotion")),
            ObjectList(settings_panels, heading=_("Paramètres")),
        ],
    )  # fmt: skip
