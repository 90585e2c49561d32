from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnergyConfig(AppConfig):
    """What decrees say of energy: factors, thresholds of the labels."""

    name = "energy"
    verbose_name = _("Énergie")

    def ready(self) -> None:
        from energy import generations  # noqa: F401 (registers the receivers)
