"""The public form "Signaler une erreur ou demander le retrait": what it takes, and how it knows itself again."""

import re
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.text import clean
from directory.models import CorrectionRequest, Professional
from directory.models.corrections import MESSAGE_LENGTH
from directory.services import Sender

SALT = "directory.corrections"
FASTEST_SECONDS = 3  # nobody reads, writes and sends in less
PHONE = re.compile(r"\+?[0-9][0-9 .()/-]{5,22}")
NOT_TYPED = {"Cc", "Cf", "Cs", "Co", "Cn"}


@dataclass(frozen=True, slots=True)
class FormKey:
    """What a shown form is known by; `hasty` when it came back faster than anybody writes."""

    token: str
    hasty: bool


def new_key(professional: Professional) -> str:
    """Give the signed key of a form about to be shown."""
    return signing.TimestampSigner(salt=SALT).sign(f"{professional.pk}.{secrets.token_urlsafe(12)}")


def read_key(text: str, professional: Professional) -> FormKey | None:
    """Read a key that comes back; None unless we signed it for this very sheet. It does not expire."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        value = signer.unsign(text)
    except signing.BadSignature:
        return None
    sheet, _dot, token = value.partition(".")
    if sheet != str(professional.pk):
        return None
    return FormKey(token, _is_hasty(signer, text))


def tidy(text: str) -> str:
    """Drop what no keyboard types (controls, zero-width, text direction) but keep the lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in NOT_TYPED).strip()


def csrf_refusal(request: HttpRequest) -> str:
    """Give why Django's CSRF check refuses a request, empty when it does not: so that a view can keep the text."""
    check = _CsrfCheck(lambda request: HttpResponse())
    check.process_request(request)
    refusal: Any = check.process_view(request, _nothing, (), {})
    return refusal or ""


class MessageField(forms.CharField):
    """Some lines of text. Its length counts as the browser counts it: a line break is one character."""

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value) or "")


class LineField(forms.CharField):
    """One line of text."""

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "", 1000)


class PhoneField(LineField):
    """A telephone number as people write it, French or not."""

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not PHONE.fullmatch(value):
            raise ValidationError(_("Écrivez un numéro comme 06 12 34 56 78 ou +33 6 12 34 56 78."), code="invalid")


class CorrectionForm(forms.Form):
    """What a visitor tells of one sheet. `site` is a trap: people do not see it, robots fill it."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Votre demande"),
        choices=CorrectionRequest.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choisissez l’objet de votre demande."),
            "invalid_choice": gettext_lazy("Choisissez l’un des objets proposés."),
        },
    )
    message = MessageField(
        label=gettext_lazy("Votre message"),
        help_text=gettext_lazy("Ce qui est faux, et ce qu’il faudrait lire à la place. 2 000 caractères au plus."),
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": gettext_lazy("Écrivez votre message.")},
    )
    name = LineField(
        label=gettext_lazy("Votre nom (facultatif)"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Votre adresse électronique (facultatif)"),
        help_text=gettext_lazy("Par exemple prenom.nom@exemple.fr."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": gettext_lazy("Écrivez une adresse comme prenom.nom@exemple.fr.")},
    )
    phone = PhoneField(
        label=gettext_lazy("Votre téléphone (facultatif)"),
        help_text=gettext_lazy("Par exemple 06 12 34 56 78."),
        required=False,
        max_length=25,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    site = forms.CharField(
        label=gettext_lazy("Laissez cette case vide"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    data: Any

    def __init__(self, professional: Professional, data: Any = None) -> None:
        self.professional = professional
        self.shown: FormKey | None = None
        super().__init__(data, initial={"key": new_key(professional)}, use_required_attribute=False)
        for name in ("message", "email", "phone"):
            self.fields[name].widget.attrs["aria-describedby"] = f"id_{name}-aide id_{name}-erreur"

    @property
    def doubtful(self) -> bool:
        """Tell whether a robot may have sent it."""
        return bool(self.data.get("site")) or self.shown is None or self.shown.hasty

    @property
    def token(self) -> str:
        """Give what tells this form from any other, once the form is valid."""
        return self.shown.token if self.shown else ""

    @property
    def sender(self) -> Sender:
        """Give who wrote, once the form is valid."""
        return Sender(self.cleaned_data["name"], self.cleaned_data["email"], self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.shown = read_key(cleaned.get("key", ""), self.professional)
        if self.shown is None:
            self.data = {**self.data.dict(), "key": new_key(self.professional)}
            self.add_error(None, _("Ce formulaire avait expiré. Votre texte est gardé : envoyez-le de nouveau."))
        return cleaned


class _CsrfCheck(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _is_hasty(signer: signing.TimestampSigner, text: str) -> bool:
    try:
        signer.unsign(text, max_age=FASTEST_SECONDS)
    except signing.SignatureExpired:
        return False
    return True
