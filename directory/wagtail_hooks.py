from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from core.models import Generation
from directory.staff import views
from directory.staff.trades import refuse_to_delete_what_is_used
from directory.staff.viewsets import DirectoryGroup

register_snippet(DirectoryGroup)
hooks.register("before_delete_snippet", refuse_to_delete_what_is_used)


@hooks.register("after_delete_snippet")
def show_readers_the_change(request: HttpRequest, records: Any) -> None:
    """Let go of cached pages that may show what was deleted."""
    Generation.bump()


@hooks.register("register_admin_urls")
def register_staff_urls() -> list[URLResolver]:
    """Add the one-click actions under /gestion/annuaire/."""
    actions = [
        path("zones/<int:pk>/", views.confirm_areas, name="confirm_areas"),
        path("signalements/<int:pk>/", views.handle_correction, name="handle_correction"),
        path("imports/modele.csv", views.charter_template, name="charter_template"),
        path("imports/<int:pk>/rapport.csv", views.import_report, name="import_report"),
    ]
    return [path("annuaire/", include((actions, "directory_staff")))]


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name what the log shows."""
    actions.register_action("directory.confirm_areas", _("Confirmer les zones"), _("Zones d’intervention confirmées"))
    actions.register_action("directory.handle_correction", _("Traiter un signalement"), _("Signalement traité"))
