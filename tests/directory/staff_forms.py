"""What a browser would send from the sheet's form."""

from typing import Any

LIST = "/gestion/snippets/directory/professional/"
LINES = ("professional_trades", "service_areas", "qualifications")


def edit(firm: Any) -> str:
    return f"{LIST}edit/{firm.pk}/"


def problems(answer: Any) -> Any:
    form = answer.context["form"]
    return form.errors, {name: (formset.errors, formset.non_form_errors()) for name, formset in form.formsets.items()}


def sheet_form(client: Any = None, firm: Any = None, **changes: Any) -> dict[str, Any]:
    """Give the data of the form as shown for `firm` (or an empty one), with some of it typed over."""
    if firm is None:
        data: dict[str, Any] = {"for_houses": "on", "for_coownerships": "on", "status": "publie"}
        data |= {f"{name}-{key}_FORMS": "0" for name in LINES for key in ("TOTAL", "INITIAL")}
    else:
        data = _as_shown(client.get(edit(firm)).context["form"])
    for name in LINES:
        for number, line in enumerate(changes.pop(name, [])):
            data |= {f"{name}-{number}-{key}": value for key, value in line.items()}
            data[f"{name}-TOTAL_FORMS"] = str(number + 1)
    return {name: value for name, value in (data | changes).items() if value is not None}


def _as_shown(form: Any) -> dict[str, Any]:
    shown = list(form)
    for formset in form.formsets.values():
        shown += list(formset.management_form)
        shown += [field for line in formset.forms for field in line]
    data = {field.html_name: field.value() for field in shown}
    return {
        name: "on" if value is True else value
        for name, value in data.items()
        if value is not None and value != "" and value is not False
    }
