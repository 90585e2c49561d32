from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """The people who sign in to the back office."""

    name = "accounts"
    verbose_name = _("Comptes")
