from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import DateColumn

from experiences.models import ExperiencePage
from home.staff import MENU_HOOK, PageListing, with_column


class ExperienceListing(PageListing):
    """The case studies."""

    model = ExperiencePage
    name = "retours-experience"
    icon = "home"
    menu_label = _("Retours d’expérience")
    menu_order = 50  # after those of the menu itself
    menu_hook = MENU_HOOK
    columns = with_column(DateColumn("finished_on", label=_("Fin des travaux"), sort_key="finished_on"))


@hooks.register("register_admin_viewset")
def register_experience_listing() -> ExperienceListing:
    """Add the list of case studies to the menu."""
    return ExperienceListing()
