"""Columns of the back office's lists."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.tables import Column


class OneClickColumn(Column):
    """A button that acts at once (a POST), with a note before it.

    `note` and `shown` take the record; `url_name` takes its key; `permission` is what the button demands.
    """

    cell_template_name = "directory/staff/one_click.html"

    def __init__(
        self,
        name: str,
        *,
        button: Any,
        url_name: str,
        permission: str,
        shown: Callable[[Any], bool],
        note: Callable[[Any], Any],
        **kwargs: Any,
    ) -> None:
        super().__init__(name, **kwargs)
        self.button, self.url_name, self.permission = button, url_name, permission
        self.shown, self.note = shown, note

    def get_value(self, instance: Any) -> Any:
        return self.note(instance)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return context | {
            "shown": self.shown(instance) and request.user.has_perm(self.permission),
            "note": self.note(instance),
            "url": reverse(self.url_name, args=[instance.pk]),
            "next": request.get_full_path().replace("/results/", "/"),
            "label": self.button,
            "what": str(instance),
            "csrf_token": parent_context.get("csrf_token", ""),
        }


class LinkColumn(Column):
    """A text that leads somewhere; nothing when the text is empty. `url_name` takes the record's key."""

    cell_template_name = "directory/staff/link.html"

    def __init__(self, name: str, *, url_name: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.url_name = url_name

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"url": reverse(self.url_name, args=[instance.pk])}
