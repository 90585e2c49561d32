from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """How to search: understanding a query, and the engines that answer it."""

    name = "search"
    verbose_name = _("Recherche")

    def ready(self) -> None:
        from search import receivers  # noqa: F401 (connects them)
        from search.memory import keep_freed_memory
        from search.pages import receivers as page_receivers  # noqa: F401

        keep_freed_memory()
