"""What one fills in, and what one is told."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from core.advice import phone_url
from core.shops import Shop
from gallery.specimens import Specimen


class SampleForm(forms.Form):
    """Fields with a hint, with an error, with neither."""

    name = forms.CharField(label=_("Nom"))
    email = forms.EmailField(
        label=_("Adresse électronique"),
        help_text=_("Exemple : nom@exemple.fr"),
        widget=forms.EmailInput({"aria-describedby": "id_email-aide id_email-erreur"}),
    )
    message = forms.CharField(label=_("Message"), widget=forms.Textarea({"rows": 3}))


def specimens(shop: Shop) -> tuple[Specimen, ...]:
    """Give fields, errors, and the ways to reach somebody."""
    form = SampleForm({"name": "Nadia", "email": "nadia@", "message": ""})
    desk = {"name": shop.desk_name, "phone": shop.phone, "hours": shop.hours, "email": "", "address": ""}
    actions = {"title": "Isoler ses murs", "address": "https://exemple.fr/conseils/", "day": "24 novembre 2026"}
    return (
        Specimen("Erreurs d’un formulaire", "components/error_summary.html", {"form": form, "title": "À corriger"}),
        Specimen("Champ rempli", "components/form_field.html", {"field": form["name"]}),
        Specimen("Champ en erreur, avec un exemple", "components/form_field.html", {"field": form["email"]}),
        Specimen("Erreurs d’un champ", "components/field_errors.html", {"field": form["message"]}),
        Specimen("Conseil du guichet", "components/advice.html", {"shop": shop}),
        Specimen("Conseil national", "components/national_advice.html"),
        Specimen("Coordonnées", "components/desk.html", desk | {"phone_url": phone_url(shop.phone)}),
        Specimen("Imprimer, envoyer, copier", "components/page_actions.jinja", actions),
        Specimen("Date de relecture", "components/reviewed.html", {"day": date(2026, 11, 24)}),
    )
