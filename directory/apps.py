from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """Professionals, their trades and where they work."""

    name = "directory"
    verbose_name = _("Annuaire")

    def ready(self) -> None:
        from directory import generations  # noqa: F401 (registers the receivers)
