"""What editors write with."""

from typing import Any

from core.blocks import BodyBlock
from gallery.specimens import Specimen

FIGURE = {"value": "43 %", "label": "d’énergie en moins", "source": "exemple fictif", "date": "2026-11-01"}
RAW: list[tuple[str, str, Any]] = [
    (
        "Texte",
        "text",
        "<h2>Avant les travaux</h2><p>Commencez par <b>isoler</b>, puis chauffez. Voir <a href='/conseils/'>nos "
        "conseils</a>.</p><h3>Qui décide ?</h3><ul><li>vous</li><li>l’assemblée</li></ul>",
    ),
    ("Citation", "quote", {"text": "On a gagné 5 °C l’hiver.", "author": "Nadia (fictive)", "role": "copropriétaire"}),
    (
        "Étapes",
        "steps",
        {
            "title": "Comment faire",
            "steps": [{"title": "Appeler", "text": "<p>Le guichet répond.</p>"}, {"title": "Voter", "text": ""}],
        },
    ),
    (
        "Textes à ouvrir",
        "accordion",
        {
            "title": "À savoir",
            "items": [
                {"title": "Et les locataires ?", "text": "<p>Ils sont prévenus.</p>"},
                {"title": "Et les balcons ?", "text": "<p>Ils sont isolés aussi.</p>"},
            ],
        },
    ),
    (
        "Tableau",
        "table",
        {
            "row_headers": True,
            "cells": {
                "columns": [{"type": "text", "heading": "Étiquette"}, {"type": "text", "heading": "kWhEP/m²/an"}],
                "rows": [{"values": ["A", "moins de 70"]}, {"values": ["B", "moins de 110"]}],
                "caption": "Seuils des étiquettes",
            },
        },
    ),
    ("Chiffres", "figures", {"title": "En chiffres", "figures": [FIGURE, FIGURE | {"value": "12", "label": "mois"}]}),
    (
        "Invitation",
        "call",
        {
            "title": "Préparez votre dossier",
            "text": "<p>Tout y est.</p>",
            "link": {"label": "Lire le guide", "page": None, "url": "https://exemple.fr/guide"},
        },
    ),
    ("Rendez-vous", "appointment", {"title": "Un conseiller pour votre projet", "text": ""}),
    ("Contact", "contact", dict.fromkeys(("name", "phone", "email", "hours", "address"), "")),
]


def specimens() -> tuple[Specimen, ...]:
    """Give each block that needs neither a page nor a file of the site."""
    body = BodyBlock()
    return tuple(
        Specimen(name, "blocks/body.html", {"value": body.to_python([{"type": kind, "value": value}])})
        for name, kind, value in RAW
    )
