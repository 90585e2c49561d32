"""Form fields that take what an editor types: a SIRET with blanks, a commune by its name or postcode."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.text import clean
from directory.validators import validate_siret
from territories import places
from territories.models import Commune
from territories.place import Choice, Found, Unknown

CODE = re.compile(r"\(([0-9AB]{2,9})\)\s*$")  # "Balma (31044)": the official code that ends a territory's name
MOST_PROPOSED = 12


class SiretField(forms.CharField):
    """14 digits, typed with or without blanks; None when empty, as the database wants it."""

    default_error_messages = {"unique": _("Une autre fiche porte déjà ce SIRET.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_value=None, validators=[validate_siret], **kwargs)

    def to_python(self, value: Any) -> str | None:
        text = super().to_python(value)
        return re.sub(r"[\s.\u200b]+", "", text) if text else None


class TerritoryField(forms.CharField):
    """A commune, intercommunality, department or region, typed by name; shown as "Balma (31044)".

    A select would list 35 000 communes on each line. Several that fit are all named in the error.
    """

    def __init__(self, model: type[models.Model], **kwargs: Any) -> None:
        self.model = model
        super().__init__(max_length=200, empty_value=None, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return self._find(clean(text)) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as text: a bare commune code would read as a postcode."""
        return str(initial or "").strip() != str(data or "").strip()

    def _find(self, text: str) -> models.Model:
        objects = self.model._default_manager
        if code := CODE.search(text):
            found = objects.filter(pk=code[1]).first()
            if found:
                return found
        fitting = list(self._fitting(text)[: MOST_PROPOSED + 1])
        if len(fitting) == 1:
            return fitting[0]
        raise ValidationError(self._question(text, fitting), code="several" if fitting else "unknown")

    def _fitting(self, text: str) -> Any:
        objects = self.model._default_manager
        if self.model is Commune:
            return objects.filter(pk__in=_commune_codes(text)).order_by("-population")
        exact = objects.filter(models.Q(name__iexact=text) | models.Q(pk=text))
        return exact if exact.exists() else objects.filter(name__icontains=text)

    def _question(self, text: str, fitting: Iterable[models.Model]) -> str:
        names = [str(territory) for territory in fitting]
        if not names:
            return _("« %s » n’est pas connu. Tapez un nom, par exemple Balma ou Toulouse Métropole.") % text
        listed = ", ".join(names[:MOST_PROPOSED]) + ("…" if len(names) > MOST_PROPOSED else "")
        return _("Plusieurs territoires correspondent ; recopiez le bon : %s.") % listed


def _commune_codes(text: str) -> list[str]:
    match places.find(text):
        case Found(place=place):
            return [place.code] if place.kind == "commune" else []
        case Choice(options=options):
            return [place.code for place in options]
        case Unknown(nearest=nearest):
            return [place.code for place in nearest] if len(nearest) > 1 else []
    return []
