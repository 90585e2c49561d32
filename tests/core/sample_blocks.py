"""A text with every block, as an editor would write it: raw values, ready for a page’s `body`."""

import json
from typing import Any

from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file

from core.models import Picture, SiteDocument

TEXT = (
    "<h2>Avant les travaux</h2><p>Commencez par <b>isoler</b>, puis chauffez.</p><h3>Qui décide ?</h3>"
    '<ul><li>vous</li><li>l’assemblée</li></ul><p>Voir <a href="https://exemple.fr/aides">les aides de l’État</a>.</p>'
)
FILM = "https://tube.numerique.gouv.fr/w/abcDEF123"


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value}


def body(*blocks: dict[str, Any]) -> str:
    """Give the blocks as a page's field reads them."""
    return json.dumps(list(blocks))


def text(html: str = TEXT) -> dict[str, Any]:
    return block("text", html)


def quote(**values: Any) -> dict[str, Any]:
    return block("quote", {"text": "On a gagné 5 °C.", "author": "Nadia", "role": "copropriétaire"} | values)


def steps(**values: Any) -> dict[str, Any]:
    made = [
        {"title": "Appeler", "text": "<p>Le guichet répond.</p>"},
        {"title": "Voter", "text": ""},
    ]
    return block("steps", {"title": "Comment faire", "steps": made} | values)


def accordion(**values: Any) -> dict[str, Any]:
    made = [{"title": "Et les locataires ?", "text": "<p>Ils sont prévenus.</p>"}]
    return block("accordion", {"title": "À savoir", "items": made} | values)


def table(**values: Any) -> dict[str, Any]:
    cells = {
        "columns": [{"type": "text", "heading": "Étiquette"}, {"type": "text", "heading": "kWhEP/m²/an"}],
        "rows": [{"values": ["A", "moins de 70"]}, {"values": ["B", "moins de 110"]}],
        "caption": "Seuils des étiquettes",
    }
    return block("table", {"cells": cells, "row_headers": True} | values)


def figures(**values: Any) -> dict[str, Any]:
    figure = {"value": "43 %", "label": "d’énergie en moins", "source": "Observatoire", "date": "2026-11-01"}
    return block("figures", {"title": "En chiffres", "figures": [figure]} | values)


def picture(shown: Picture, **values: Any) -> dict[str, Any]:
    return block("picture", {"picture": shown.pk, "alt": "", "decorative": False, "caption": "La façade"} | values)


def video(**values: Any) -> dict[str, Any]:
    told = "Bonjour.\n\nVoici le chantier."
    return block("video", {"title": "Un chantier", "url": FILM, "duration": "3 min", "transcript": told} | values)


def documents(*files: SiteDocument, **values: Any) -> dict[str, Any]:
    listed = [file.pk for file in files]
    return block("documents", {"title": "À télécharger", "documents": listed} | values)


def news(**values: Any) -> dict[str, Any]:
    return block("news", {"title": "Quoi de neuf", "count": 3, "housing": ""} | values)


def cases(*pages: Any, **values: Any) -> dict[str, Any]:
    listed = [page.pk for page in pages]
    return block("cases", {"title": "Ils l’ont fait", "pages": listed} | values)


def call(**values: Any) -> dict[str, Any]:
    link = {"label": "Lire le guide", "page": None, "url": "https://exemple.fr/guide"}
    return block("call", {"title": "Préparez votre dossier", "text": "<p>Tout y est.</p>", "link": link} | values)


def appointment(**values: Any) -> dict[str, Any]:
    return block("appointment", {"title": "Un conseiller pour votre projet", "text": ""} | values)


def contact(**values: Any) -> dict[str, Any]:
    blank = dict.fromkeys(("name", "phone", "email", "hours", "address"), "")
    return block("contact", blank | values)


def directory(**values: Any) -> dict[str, Any]:
    return block("directory", {"title": "Trouver un professionnel", "words": "isolation", "housing": "maison"} | values)


def a_picture(**values: Any) -> Picture:
    """Store a picture, described and credited."""
    values = {"title": "Façade", "description": "Une façade de briques", "credit": "Ville"} | values
    return Picture.objects.create(file=get_test_image_file(size=(1400, 900)), **values)


def a_document(**values: Any) -> SiteDocument:
    """Store a document of 2 kilobytes."""
    values = {"title": "Guide des aides", "language": "fr", "pages": 12, "file_size": 2048} | values
    made = SiteDocument.objects.create(file=ContentFile(b"%PDF-" + b" " * 2043, name="guide.pdf"), **values)
    SiteDocument.objects.filter(pk=made.pk).update(pages=values["pages"])  # nobody can read them in such a file
    made.refresh_from_db()
    return made


def every_block(shown: Picture, file: SiteDocument, *studies: Any) -> list[dict[str, Any]]:
    """Give one of each, as a long page has them."""
    return [
        text(), quote(), steps(), accordion(), table(), figures(), picture(shown), video(), documents(file), news(),
        cases(*studies), call(), appointment(), contact(), directory(),
    ]  # fmt: skip
