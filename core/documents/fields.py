"""The field that holds a document's file: a PDF is read as it is stored, whatever way it comes in."""

from hashlib import sha1
from typing import Any

from django.core.files import File
from django.db.models import FileField
from django.db.models.fields.files import FieldFile

from core.documents.pdf import PdfFacts, read
from core.languages import default_language, languages


class ReadFile(FieldFile):
    """A document's file, and what its row says of it."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store the file; write on its row its pages, its tags, what it lacks, and its language where none is set."""
        is_pdf = name.lower().endswith(".pdf")
        facts = read(content) if is_pdf else PdfFacts()
        row: Any = self.instance
        row.pages, row.tagged, row.gaps = facts.pages, facts.tagged, facts.gaps if is_pdf else []
        row.file_size, row.file_hash = content.size, _fingerprint(content)
        if not row.language:
            row.language = facts.language if facts.language in dict(languages()) else default_language()
        super().save(name, content, save)


class DocumentField(FileField):
    """A document's file."""

    attr_class = ReadFile

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Say what migrations need: the column is that of any file."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs


def _fingerprint(content: File) -> str:
    """Give what readers' browsers compare: it changes whenever the content does."""
    digest = sha1(usedforsecurity=False)
    content.seek(0)
    for piece in content.chunks():
        digest.update(piece)
    content.seek(0)
    return digest.hexdigest()
