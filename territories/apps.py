from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TerritoriesConfig(AppConfig):
    """Which place did the visitor mean?"""

    name = "territories"
    verbose_name = _("Territoires")

    def ready(self) -> None:
        from territories import checks  # noqa: F401 - registers them
