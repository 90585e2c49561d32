"""The sheet's form: what staff type is held against imports, and nobody overwrites a colleague unknowingly."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms.models import WagtailAdminModelForm

from directory import services
from directory.models import Professional, ProfessionalTrade, Source
from directory.staff.fields import SiretField, TerritoryField
from directory.staff.versions import both_versions, known_lines, version
from territories.models import Commune, Department, Epci, Region

OWN_FIELDS = {"version", "given_back"}  # of the form, not of the sheet
TRADE_LINE = ("trade", "source")
AREA_LINE = ("kind", "commune", "epci", "department", "region", "radius_km", "trade", "source")


class TerritoryForm(WagtailAdminModelForm):
    """A form some of whose fields are territories typed by name."""

    TERRITORIES: tuple[str, ...] = ("commune",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.TERRITORIES:
            if name in self.fields and getattr(self.instance, f"{name}_id"):
                self.initial[name] = str(getattr(self.instance, name))


class LineForm(WagtailAdminModelForm):
    """A line that becomes the staff's own once they change it."""

    def clean(self) -> dict[str, Any]:
        if self.has_changed():
            self.instance.source = Source.STAFF
        return super().clean() or self.cleaned_data


class AreaForm(LineForm, TerritoryForm):
    """Where a firm works: one kind, and the one box that goes with it."""

    TERRITORIES = ("commune", "epci", "department", "region")

    commune = TerritoryField(Commune, label=gettext_lazy("Commune"), required=False)
    epci = TerritoryField(Epci, label=gettext_lazy("Intercommunalité"), required=False)
    department = TerritoryField(Department, label=gettext_lazy("Département"), required=False)
    region = TerritoryField(Region, label=gettext_lazy("Région"), required=False)


class LineFormSet(BaseChildFormSet):
    """Lines of which each stands once per source.

    Wagtail would compare the boxes shown alone, and refuse a trade that two lists name.
    """

    def validate_unique(self) -> None:
        """Put the error on the second line, before the database refuses it without a word."""
        names = TRADE_LINE if self.model is ProfessionalTrade else AREA_LINE
        seen = set()
        for form in self.forms:
            if form in self.deleted_forms or not (form.has_changed() or form.instance.pk) or form.errors:
                continue
            line = tuple(getattr(form.instance, name) for name in names)
            if line in seen:
                form.add_error(None, _("Cette ligne figure deux fois."))
            seen.add(line)


class QualificationForm(WagtailAdminModelForm):
    """A dated proof. Those of a list are shown as received: only the list mends them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.source != Source.STAFF:
            for field in self.fields.values():
                field.disabled = True


class ProfessionalForm(TerritoryForm):
    """The whole sheet with its trades, areas and proofs.

    `version` tells which state of the sheet the editor saw; `given_back` names the held fields that follow the lists
    again.
    """

    siret = SiretField(
        label=_("SIRET"),
        required=False,
        help_text=gettext_lazy("14 chiffres, avec ou sans espaces. Il relie la fiche à la liste publique RGE."),
    )
    commune = TerritoryField(
        Commune,
        label=gettext_lazy("Commune"),
        required=False,
        help_text=gettext_lazy("Un nom ou un code postal. Si plusieurs communes conviennent, elles sont proposées."),
    )
    given_back = forms.MultipleChoiceField(
        label=gettext_lazy("Reprendre la valeur de la source"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, instance: Any = None, **kwargs: Any) -> None:
        if data is not None:
            data = known_lines(data, instance or Professional())
        super().__init__(data, files, instance=instance, **kwargs)
        self.current_version = version(self.instance)
        self.initial["version"] = self.current_version
        self._offer_to_give_back()

    def typed_names(self) -> list[str]:
        """Name the fields of the sheet that the editor changed."""
        return [name for name in self.changed_data if name not in OWN_FIELDS]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("version", "") != self.current_version:
            self._show_both_versions()
        for name in set(cleaned.get("given_back", ())) & set(self.typed_names()):
            self.add_error(
                name, _("Vous avez modifié ce champ et demandé la valeur de la source : choisissez l’un des deux.")
            )
        return cleaned

    def save(self, commit: bool = True) -> Professional:
        """Save the sheet; what changed is held, what was given back takes the list's value."""
        lines = {"trades": "professional_trades", "service_areas": "service_areas"}
        changed = [held for held, name in lines.items() if self.formsets[name].has_changed()]
        services.hold_fields(professional=self.instance, names=[*self.typed_names(), *changed])
        services.give_back(professional=self.instance, names=self.cleaned_data["given_back"])
        return super().save(commit)

    def _offer_to_give_back(self) -> None:
        field: Any = self.fields["given_back"]
        received = services.source_values(self.instance) if self.instance.pk else {}
        field.choices = [(name, _held(name, received.get(name))) for name in self.instance.edited_fields]
        field.help_text = (
            _(
                "Saisis par l’équipe : les imports n’y touchent pas. Cochez les champs à rendre à la source "
                "(une adresse et sa position se rendent ensemble, de même les dates de la charte)."
            )
            if field.choices
            else _("Aucun champ n’a été saisi par l’équipe : tous suivent leur source.")
        )

    def _show_both_versions(self) -> None:
        warning = _(
            "Cette fiche a changé pendant que vous la modifiiez. Votre texte est gardé ; comparez les deux versions, "
            "puis enregistrez de nouveau pour garder la vôtre."
        )
        self.add_error(None, [ValidationError(line, code="conflict") for line in [warning, *both_versions(self)]])
        self.data[self.add_prefix("version")] = self.current_version  # saving again is then knowing


def _held(name: str, received: services.SourceValue | None) -> str:
    field: Any = Professional._meta.get_field(name)
    label = capfirst(str(field.verbose_name if not field.one_to_many else _("Zones d’intervention")))
    if name in services.RELATIONS:
        return _("%s — la source les remettra au prochain import") % label
    if received is None:
        return _("%s — aucune source n’en parle : la valeur reste") % label
    return _("%(field)s — %(source)s : « %(value)s »") % {
        "field": label,
        "source": received.source,
        "value": localize(received.value),
    }
