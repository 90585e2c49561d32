from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GalleryConfig(AppConfig):
    """Every component of the site, with sample data, on one page of the back office."""

    name = "gallery"
    verbose_name = _("Composants")
