from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The pages that the editors write."""

    name = "home"
    verbose_name = _("Site éditorial")

    def ready(self) -> None:
        from home import generations  # noqa: F401 (registers the receivers)
