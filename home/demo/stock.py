"""The pictures, documents and topics that the demonstration's pages name."""

import tomllib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile

from core.languages import default_language
from core.models import Picture, SiteDocument
from home.demo.canvas import Canvas
from home.demo.drawings import DRAWINGS
from home.models import Topic, TopicName

Drawings = dict[str, Callable[[], Canvas]]
FOLDER: Path = settings.ROOT / "demo"


def read(name: str) -> dict[str, Any]:
    """Give what a file of demo/ says."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def make_pictures(words_file: str = "images.toml", drawings: Drawings = DRAWINGS) -> dict[str, int]:
    """Draw the pictures that a file describes; give their keys by name."""
    words = read(words_file)
    credit = words.pop("credit")
    return {name: _picture(name, drawings[name], credit=credit, **said).pk for name, said in words.items()}


def _picture(name: str, draw: Callable[[], Canvas], **fields: str) -> Picture:
    file = ImageFile(BytesIO(draw().png()), name=f"{name}.png")
    picture = Picture(file=file, **fields)
    picture.save()
    return picture


def make_documents() -> dict[str, int]:
    """Compose the documents; give their keys by name."""
    return {name: _document(name, **said).pk for name, said in read("documents.toml").items()}


def _document(name: str, *, title: str, language: str = "") -> SiteDocument:
    content = compose(name)
    document = SiteDocument(title=title, language=language or default_language(), tagged=True, pages=1)
    document.file = ContentFile(content, name=f"{name}.pdf")
    document.file_size = len(content)
    document.save()
    return document


def compose(name: str) -> bytes:
    """Give a document as a tagged PDF of one page, the same each time."""
    pdf: bytes = typst.compile(str(FOLDER / "documents" / f"{name}.typ"), ignore_system_fonts=True)
    return pdf


def make_topics() -> None:
    """Make the topics that are missing, with their names in other languages."""
    for position, (slug, names) in enumerate(read("topics.toml").items()):
        topic, made = Topic.objects.get_or_create(slug=slug, defaults={"name": names.pop("name"), "position": position})
        if made:
            TopicName.objects.bulk_create(
                TopicName(topic=topic, language=language, name=name) for language, name in names.items()
            )
