"""Documents made for the tests: PDFs with more or less of what their readers need, archives, and frauds."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.core.files.base import ContentFile
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from core.models import SiteDocument

OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


def pdf(title: str = "Guide des aides", language: str = "fr-FR", tagged: bool = True, pages: int = 3) -> bytes:
    """Write a PDF of blank pages; leave out what is empty."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    if title:
        writer.add_metadata({"/Title": title})
    if language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    if tagged:
        writer.root_object[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        writer.root_object[NameObject("/StructTreeRoot")] = tree
    return _bytes(writer)


def locked_pdf() -> bytes:
    """Write a PDF that a password closes."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    return _bytes(writer)


def looping_pdf() -> bytes:
    """Write a PDF whose pages hold themselves."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF"
    )


def archive(parts: dict[str, bytes]) -> bytes:
    """Write a ZIP."""
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content, compress_type=ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return output.getvalue()


def open_document(kind: str, **parts: bytes) -> bytes:
    """Write an OpenDocument: "text" or "spreadsheet"."""
    return archive({"mimetype": (OPEN_DOCUMENT + kind).encode(), "content.xml": b"<x/>"} | parts)


def office(part: str, parts: dict[str, bytes] | None = None) -> bytes:
    """Write what an office suite does: "word/document.xml" or "xl/workbook.xml"."""
    return archive({"[Content_Types].xml": b"<Types/>", part: b"<x/>"} | (parts or {}))


def stored(content: bytes | None = None, name: str = "guide.pdf", **values: Any) -> SiteDocument:
    """Store a document as a program would."""
    return SiteDocument.objects.create(title="Guide", file=ContentFile(content or pdf(), name=name), **values)


def _bytes(writer: PdfWriter) -> bytes:
    output = BytesIO()
    writer.write(output)
    return output.getvalue()
