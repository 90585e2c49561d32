"""Colours that a site may choose: each goes with the site's surfaces in light and in dark (static/css/palettes.css)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Palette(models.TextChoices):
    """The names by which templates and style sheets know them."""

    BRIQUE = "brique", _("brique : rouge de terre cuite et vert d’eau")
    GARONNE = "garonne", _("Garonne : bleu profond et brique")
    PASTEL = "pastel", _("pastel : bleu de pastel et ocre")
    FORET = "foret", _("forêt : vert sombre et ocre")
