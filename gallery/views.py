"""The gallery: /gestion/composants/."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.shops import shop_of
from gallery import energy, forms, frame, lists, pages, texts
from gallery.specimens import Family

COLOURS = (
    "band",
    "surface-raised",
    "surface-sunken",
    "accent",
    "accent-tint",
    "second",
    "second-tint",
    "note-tint",
)


def index(request: HttpRequest) -> HttpResponse:
    """Show every component, on the site's own frame."""
    return render(request, "gallery/index.html", {"families": families(request), "colours": COLOURS})


def families(request: HttpRequest) -> list[Family]:
    """Give every component by family."""
    shop = shop_of(request)
    return [
        Family(_("Chercher et trouver"), "chercher", lists.specimens()),
        Family(_("Pages et images"), "pages", pages.specimens(request)),
        Family(_("Énergie"), "energie", energy.specimens()),
        Family(_("Textes"), "textes", texts.specimens()),
        Family(_("Formulaires et contacts"), "formulaires", forms.specimens(shop)),
        Family(_("Cadre des pages"), "cadre", frame.specimens(shop)),
    ]
