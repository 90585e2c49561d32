from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppointmentsConfig(AppConfig):
    """Requests for an adviser and the desks that answer them."""

    name = "appointments"
    verbose_name = _("Rendez-vous")
