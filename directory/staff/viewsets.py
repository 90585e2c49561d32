"""The back office of the directory: one menu, one list per kind of record."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from directory.models import CorrectionRequest, ImportRun, Professional, QualificationDomain, Trade
from directory.staff.columns import LinkColumn, OneClickColumn
from directory.staff.filters import CorrectionFilterSet, ProfessionalFilterSet
from directory.staff.panels import professional_panels
from directory.staff.trades import TradeForm
from directory.staff.views import (
    CarefulCreateView,
    CarefulEditView,
    CleanSearchIndexView,
    ImportRunIndexView,
    ProfessionalEditView,
    ProfessionalIndexView,
)


class DirectoryViewSet(SnippetViewSet):
    """What our lists have in common: a plain search of columns, never Wagtail's index."""

    index_view_class: Any = CleanSearchIndexView
    add_view_class: Any = CarefulCreateView
    edit_view_class: Any = CarefulEditView
    search_backend_name = None
    copy_view_enabled = False


class ProfessionalViewSet(DirectoryViewSet):
    """The firms."""

    model = Professional
    icon = "group"
    index_view_class = ProfessionalIndexView
    edit_view_class = ProfessionalEditView
    edit_handler = professional_panels
    filterset_class = ProfessionalFilterSet
    search_fields = ["name", "city"]
    list_display = [
        "name",
        "city",
        Column("trades", label=_("Métiers"), accessor=lambda firm: ", ".join(str(trade) for trade in firm.trade_list)),
        "status",
        "source",
        DateColumn("source_date", label=_("Date de la source"), sort_key="source_date"),
        OneClickColumn(
            "areas",
            label=_("Zones"),
            button=_("Confirmer"),
            url_name="directory_staff:confirm_areas",
            permission="directory.change_professional",
            shown=lambda firm: firm.has_supposed_area,
            note=lambda firm: _("supposée") if firm.has_supposed_area else "",
        ),
    ]


class TradeViewSet(DirectoryViewSet):
    """The trades, with the words that people type for them."""

    model = Trade
    icon = "pick"
    search_fields = ["label", "slug", "synonyms__phrase"]
    list_display = ["label", "slug", "help", "for_houses", "for_coownerships"]
    edit_handler = ObjectList(
        [
            FieldPanel("label"),
            FieldPanel("slug"),
            FieldPanel("help", help_text=_("Une phrase simple : à quoi sert ce métier, pour quelqu’un qui l’ignore.")),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("for_houses"), FieldPanel("for_coownerships")])],
                heading=_("Types de logement"),
            ),
            FieldPanel("position", help_text=_("Les plus petits nombres viennent en premier.")),
            InlinePanel(
                "synonyms",
                heading=_("Synonymes"),
                label=_("Synonyme"),
                panels=[FieldPanel("phrase")],
                help_text=_("Ce que les gens tapent : « pac », « poêle à granulés », « clim réversible ». Les accents "
                            "et les pluriels sont compris d’office."),
            ),
        ],
        base_form_class=TradeForm,
    )  # fmt: skip


class QualificationDomainViewSet(DirectoryViewSet):
    """The domains of the public RGE list, and the trades that they stand for."""

    model = QualificationDomain
    icon = "link"
    menu_label = _("Domaines RGE → métiers")
    search_fields = ["name", "meta"]
    list_display = [
        "name",
        "meta",
        Column("trades", label=_("Métiers"), accessor=lambda domain: ", ".join(str(t) for t in domain.trades.all())),
    ]
    panels = [
        FieldPanel(
            "name", help_text=_("Recopié de la liste publique, fautes comprises : l’import le compare tel quel.")
        ),
        FieldPanel("meta"),
        FieldPanel("trades"),
        HelpPanel(_("<p>Un changement prend effet au prochain import.</p>")),
    ]

    def get_queryset(self, request: Any) -> Any:
        """Fetch the trades of every line at once."""
        return QualificationDomain.objects.prefetch_related("trades")


class CorrectionViewSet(DirectoryViewSet):
    """What visitors reported."""

    model = CorrectionRequest
    icon = "warning"
    menu_label = _("Signalements")
    filterset_class = CorrectionFilterSet
    search_fields = ["reference", "professional_name", "message", "email"]
    list_display = [
        "reference",
        "kind",
        "professional_name",
        DateColumn("created_at", label=_("Reçu le"), sort_key="created_at"),
        Column("quarantined", label=_("Quarantaine"), accessor=lambda one: _("douteux") if one.quarantined else ""),
        OneClickColumn(
            "state",
            label=_("État"),
            button=_("Traité"),
            url_name="directory_staff:handle_correction",
            permission="directory.change_correctionrequest",
            shown=lambda one: one.state == CorrectionRequest.State.NEW,
            note=lambda one: one.get_state_display(),
        ),
    ]
    READ_ONLY = ("reference", "kind", "professional", "message", "name", "email", "phone", "created_at", "handled_at")
    panels = [*(FieldPanel(name, read_only=True) for name in READ_ONLY), FieldPanel("quarantined")]


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Whoever may see may see; nobody adds, changes or deletes."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class ImportRunViewSet(DirectoryViewSet):
    """What each import read, changed and refused."""

    model = ImportRun
    index_view_class = ImportRunIndexView
    icon = "history"
    inspect_view_enabled = True
    search_fields = ["file_name", "ran_by"]
    list_filter = ["source", "outcome"]
    list_display = [
        "__str__",
        DateColumn("started_at", label=_("Commencé le"), sort_key="started_at"),
        "ran_by",
        "rows",
        "created",
        "changed",
        "rows_refused",
        LinkColumn(
            "report",
            label=_("Rapport"),
            accessor=lambda run: run.report_name if run.report else "",
            url_name="directory_staff:import_report",
        ),
    ]
    inspect_view_fields_exclude = ["report"]

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(ImportRun)


class DirectoryGroup(SnippetViewSetGroup):
    """The menu "Annuaire"."""

    items = (ProfessionalViewSet, CorrectionViewSet, TradeViewSet, QualificationDomainViewSet, ImportRunViewSet)
    menu_label = _("Annuaire")
    menu_icon = "group"
    menu_name = "annuaire"
    menu_order = 150
