from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.tables import Column, DateColumn

from experiences.models import ExperiencePage
from experiences.reports import ConsentsItem, ConsentsView, remind_to_renew
from home.reports.reminders import works_on_pages
from home.staff import MENU_HOOK, PageListing, with_column

hooks.register("before_edit_page", remind_to_renew, order=1)


def _percent(page: ExperiencePage) -> str:
    return f"{page.completeness}\u00a0%"


class ExperienceListing(PageListing):
    """The case studies."""

    model = ExperiencePage
    name = "retours-experience"
    icon = "home"
    menu_label = _("Retours d’expérience")
    menu_order = 50  # after those of the menu itself
    menu_hook = MENU_HOOK
    columns = with_column(
        DateColumn("finished_on", label=_("Fin des travaux"), sort_key="finished_on"),
        Column("completeness", label=_("Complète à"), accessor=_percent, sort_key="completeness"),
        DateColumn("consent_expires_on", label=_("Autorisée jusqu’au"), sort_key="consent_expires_on"),
    )


@hooks.register("register_admin_viewset")
def register_experience_listing() -> ExperienceListing:
    """Add the list of case studies to the menu."""
    return ExperienceListing()


class ConsentsMenuItem(MenuItem):
    """The report of consents, for those who work on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_on_pages(request)


class ImportsMenuItem(MenuItem):
    """The imports of case studies, for those who work on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_on_pages(request)


@hooks.register("register_admin_urls")
def register_consents() -> list[URLPattern]:
    """Add the report of consents under /gestion/."""
    return [path("reports/autorisations/", ConsentsView.as_view(), name="consents")]


@hooks.register("register_reports_menu_item")
def register_consents_menu_item() -> MenuItem:
    """Add it to the menu of reports."""
    return ConsentsMenuItem(_("Autorisations à renouveler"), reverse("consents"), icon_name="date", order=2)


@hooks.register("construct_homepage_summary_items")
def add_consents_to_renew(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Say on the dashboard how many consents are about to end."""
    items.append(ConsentsItem(request))


@hooks.register("register_admin_urls")
def register_imports() -> list[URLResolver]:
    """Add the imports and exports under /gestion/."""
    return [path("fiches/", include("experiences.staff_urls"))]


@hooks.register(MENU_HOOK)
def register_imports_menu_item() -> MenuItem:
    """Add the imports after the list of case studies."""
    address = reverse("experiences_staff:send")
    return ImportsMenuItem(_("Importer des fiches"), address, icon_name="upload", order=51)
