"""A component in the gallery: its template, and values to show it with."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Specimen:
    """One state of a component. `template` is its path under templates/; `values` are what its comment asks for."""

    name: str
    template: str
    values: dict[str, Any] = field(default_factory=dict)

    def drawn(self, request: HttpRequest) -> SafeString:
        """Render it: the request tells the shop and the language."""
        if self.template.endswith(".jinja"):
            return SafeString(get_template(self.template, using="jinja2").render(self.values))
        return SafeString(get_template(self.template, using="django").render(dict(self.values), request))


@dataclass(frozen=True, slots=True)
class Family:
    """Components that one looks for together."""

    name: str
    anchor: str
    specimens: tuple[Specimen, ...]
