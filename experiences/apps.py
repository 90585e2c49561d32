from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExperiencesConfig(AppConfig):
    """Renovation case studies and their map."""

    name = "experiences"
    verbose_name = _("Retours d’expérience")

    def ready(self) -> None:
        from experiences import receivers  # noqa: F401 (registers them)
