from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """What every room may use and none owns."""

    name = "core"
    verbose_name = _("Socle")

    def ready(self) -> None:
        from core import checks, generations  # noqa: F401 (registers the checks and the receivers)
        from core.documents import hooks as documents  # noqa: F401 (registers the screens)
        from core.publishing import hooks as publishing  # noqa: F401 (registers them)
        from core.translations import hooks, receivers  # noqa: F401 (registers them)
