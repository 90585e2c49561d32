"""Two people on one sheet: which state each of them saw, and what a second save would overwrite."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.http import QueryDict
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import Professional

NOT_COMPARED = {"created_at", "updated_at", "edited_fields"}
CHILDREN = {
    "professional_trades": gettext_lazy("Métiers"),
    "service_areas": gettext_lazy("Zones d’intervention"),
    "qualifications": gettext_lazy("Qualifications"),
}
MOST_LINES = 2000  # of one kind: where Django itself stops reading


def version(professional: Professional) -> str:
    """Give the digest of all that the form shows: another one means that somebody changed the sheet since."""
    if professional.pk is None:
        return ""
    rows: list[Any] = [_row(professional)]
    rows += [sorted(_row(line) for line in getattr(professional, name).all()) for name in CHILDREN]
    return hashlib.sha256(json.dumps(rows, default=str).encode()).hexdigest()[:32]


def known_lines(data: QueryDict, professional: Professional) -> QueryDict:
    """Give the data with the lines that exist no more (a colleague took them away) turned into new lines."""
    data = data.copy()
    for name in CHILDREN:
        known = {str(line.pk) for line in getattr(professional, name).all()} if professional.pk else set()
        for number in range(_count(data.get(f"{name}-INITIAL_FORMS"))):
            if data.get(f"{name}-{number}-id") not in known:
                data[f"{name}-{number}-id"] = ""
    return data


def both_versions(form: Any) -> Iterator[str]:
    """Say, field by field, what the editor typed and what stands now."""
    for name in form.typed_names():
        yield _("%(field)s — votre version : « %(yours)s » ; version enregistrée : « %(saved)s ».") % {
            "field": capfirst(str(form.fields[name].label)),
            "yours": form[name].data or _("vide"),
            "saved": localize(form.initial.get(name)) or _("vide"),
        }
    for name, label in CHILDREN.items():
        if form.formsets[name].has_changed():
            saved = ", ".join(str(line) for line in getattr(form.instance, name).all())
            yield _("%(list)s — votre version est ci-dessous ; version enregistrée : %(saved)s.") % {
                "list": label,
                "saved": saved or _("vide"),
            }


def _row(record: Model) -> list[str]:
    return [str(field.value_from_object(record)) for field in record._meta.concrete_fields if _is_compared(field)]


def _is_compared(field: Any) -> bool:
    return field.name not in NOT_COMPARED


def _count(text: str | None) -> int:
    return min(int(text), MOST_LINES) if text and text.isascii() and text.isdecimal() and len(text) < 6 else 0
