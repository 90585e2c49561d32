"""A pack as a PDF for everybody's eyes and ears: tagged (PDF/UA-1), with its title, language and texts of pictures."""

import base64
import json
import logging
import re
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from wagtail.images.models import Filter

from core.models import Picture
from core.pictures.renditions import SHAPES, fallback_format, make
from core.shops import Shop
from experiences.pack.qr import qr_svg
from experiences.pack.values import Cell, Pack, PackCase, PackMap, PackPhoto

logger = logging.getLogger(__name__)
COMPOSER = Path(__file__).with_name("composer.py")
SECONDS = 10
MAX_BYTES = 8_000_000  # of a whole PDF
MAX_PICTURE = 1_500_000
PNG = b"\x89PNG"
WIDTH = 1  # the second width of a shape: what paper needs, and no more
LONGEST = 600  # characters of one text
# What the fonts hold: letters of Europe, punctuation, currencies, arrows, mathematics. Others would leave empty boxes.
_WRITTEN = r"\u0020-\u007e\u00a0-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u205e\u20ac\u2190-\u2193\u2212\u2264\u2265"
_NOT_WRITTEN = re.compile(f"[^{_WRITTEN}]")
_one_at_a_time = BoundedSemaphore(1)


class TooSlow(Exception):
    """The PDF could not be made within the limits."""


def compose(pack: Pack) -> bytes:
    """Give a pack as a PDF. Raise `TooSlow` when it takes more than ten seconds, more memory, or fails."""
    pictures: dict[str, bytes] = {}
    told = json.dumps({"data": _told(pack, pictures), "pictures": {n: _text(c) for n, c in pictures.items()}})
    if not _one_at_a_time.acquire(timeout=SECONDS):
        raise TooSlow
    try:
        return _composed(told.encode())
    finally:
        _one_at_a_time.release()


def _composed(told: bytes) -> bytes:
    try:
        answer = subprocess.run(  # noqa: S603 (our own script; what it is told is only its input)
            [sys.executable, "-I", str(COMPOSER)], input=told, capture_output=True, timeout=SECONDS, check=True
        )
    except subprocess.CalledProcessError as error:
        logger.error("A pack could not be composed: %s", error.stderr.decode(errors="replace")[-2000:])
        raise TooSlow from error
    except (subprocess.SubprocessError, OSError) as error:
        logger.error("A pack could not be composed: %s", type(error).__name__)
        raise TooSlow from error
    if len(answer.stdout) > MAX_BYTES:
        raise TooSlow
    return answer.stdout


def _told(pack: Pack, pictures: dict[str, bytes]) -> dict[str, Any]:
    """Say the pack in plain values; the files that it shows are put in `pictures` by name."""
    pictures["qr.svg"] = qr_svg(pack.short_address).encode()
    return _written({
        "language": pack.language,
        "title": pack.title,
        "shop": _shop(pack.shop),
        "date": localdate().isoformat(),
        "intro": _("%(n)d rénovations terminées, côte à côte. Document établi le %(day)s.")
        % {"n": len(pack.cases), "day": pack.day},
        "cases": [_case(case, pictures) for case in pack.cases],
        "groups": [
            {"label": group.label, "rows": [
                {"label": row.label, "cells": [_cell(cell) for cell in row.cells]} for row in group.rows
            ]} for group in pack.groups
        ],
        "map": _map(pack.map, pictures),
        "trades": [trade.label for trade in pack.trades],
        "sources": list(pack.sources),
        "address": pack.short_address,
        "directory": pack.directory_address,
        "words": _words(pack),
    })  # fmt: skip


def _words(pack: Pack) -> dict[str, str]:
    return {
        "cases": _("Les cas"),
        "compare": _("Comparer"),
        "criterion": _("Critère"),
        "unknown": _("non renseigné"),
        "letters": _("de %(before)s à %(after)s"),
        "map": _("Où ils sont"),
        "contact": _("Qui peut faire ces travaux"),
        "contact_text": _("Ces corps de métier sont intervenus. Les entreprises qui interviennent chez vous, avec "
                          "leurs qualifications, sont dans l’annuaire du site :"),
        "advice": _("Parler à un conseiller"),
        "advice_text": _("Gratuit et indépendant. Un conseiller aide à préparer l’assemblée et à monter le plan de "
                         "financement."),
        "phone": _("Téléphone"), "hours": _("Horaires"), "email": _("Courriel"), "place": _("Adresse"),
        "online": _("Ce dossier en ligne"),
        "qr_alt": _("Code QR de l’adresse %s") % pack.short_address,
        "sources": _("Sources"),
        "page": _("page"),
        "credit": _("Photo :"),
    }  # fmt: skip


def _shop(shop: Shop) -> dict[str, str]:
    return {
        "name": shop.name, "desk": shop.desk_name, "phone": shop.phone, "hours": shop.hours, "email": shop.desk_email,
        "address": shop.desk_address, "host": shop.host,
    }  # fmt: skip


def _case(case: PackCase, pictures: dict[str, bytes]) -> dict[str, Any]:
    return {
        "number": str(case.number), "title": case.title, "language": case.language,
        "place": ", ".join(filter(None, (case.address, case.place))), "quote": case.quote,
        "quote_author": case.quote_author,
        "photos": [photo for each in case.photos if (photo := _photo(each, case.number, pictures))],
    }  # fmt: skip


def _photo(photo: PackPhoto, number: int, pictures: dict[str, bytes]) -> dict[str, str] | None:
    if (content := _content(photo.picture)) is None:
        return None
    extension = "png" if content.startswith(PNG) else "jpg"
    name = f"{number}-{photo.moment or 'photo'}.{extension}"
    pictures[name] = content
    return {"file": name, "alt": photo.alt or photo.legend, "legend": photo.legend, "credit": photo.credit}


def _content(picture: Picture) -> bytes | None:
    """Give the picture at the size of a card, None when its file cannot be read or is too heavy."""
    specs = SHAPES["card"].specs(picture, fallback_format(picture))
    spec = specs[min(WIDTH, len(specs) - 1)]
    try:
        if not picture.find_existing_renditions(Filter(spec)):
            make(picture, [spec])
        key = Filter(spec).get_cache_key(picture)
        with picture.renditions.get(filter_spec=spec, focal_point_key=key).file.open("rb") as file:
            content: bytes = file.read(MAX_PICTURE + 1)
    except OSError:
        logger.warning("The file of picture %s cannot be read", picture.pk)
        return None
    return content if len(content) <= MAX_PICTURE else None


def _cell(cell: Cell) -> dict[str, list[str]]:
    return {"lines": list(cell.lines), "letters": list(cell.letters)}


def _map(drawn: PackMap | None, pictures: dict[str, bytes]) -> dict[str, Any] | None:
    if drawn is None:
        return None
    pictures["carte.svg"] = map_svg(drawn).encode()
    return {
        "file": "carte.svg", "alt": drawn.description, "width": drawn.width, "height": drawn.height,
        "markers": [
            {"x": marker.x, "y": marker.y, "numbers": marker.numbers, "label": marker.label}
            for marker in drawn.markers
        ],
    }  # fmt: skip


def map_svg(drawn: PackMap) -> str:
    """Give the outlines as a whole file of SVG; the document writes the numbers over it, in its own font."""
    paths = "".join(f'<path d="{path}"/>' for path in drawn.outlines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.width} {drawn.height}">'
        f'<g fill="#f4eee7" stroke="#a8998a" stroke-width="1.2" stroke-linejoin="round">{paths}</g></svg>'
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _written(value: Any) -> Any:
    """Cut texts, and drop the signs that no font here holds."""
    if isinstance(value, str):
        kept = _NOT_WRITTEN.sub("", value.replace("\u202f", "\u00a0").replace("\n", " "))
        return re.sub(" {2,}", " ", kept)[:LONGEST]
    if isinstance(value, dict):
        return {name: _written(each) for name, each in value.items()}
    return [_written(each) for each in value] if isinstance(value, list) else value
