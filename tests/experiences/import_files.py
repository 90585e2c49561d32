"""Files of case studies, as people send them."""

import io
import zipfile
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

CASE = {
    "cle": "les-tilleuls", "titre": "Les Tilleuls", "logement": "copropriete", "code_insee": "31044",
    "periode": "1949-1974", "logements": "40", "surface": "2600", "chauffage_mode": "collectif",
    "chauffage_energie": "gaz", "fin_travaux": "30/06/2024", "travaux": "architecte|amo",
    "votes": "2022-05-12 ; Travaux ; 25 ; 78 % des voix", "cout": "1 240 000",
    "aides": "Aide A : 420000 | Aide B : 60000,50",
    "pourquoi": "Il faisait <froid>.",
}  # fmt: skip


def table(*rows: dict[str, str], delimiter: str = ";") -> str:
    """Write rows as a CSV whose columns are those of the first one."""
    columns = list(rows[0])
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    return "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines) + "\r\n"


def workbook(*rows: dict[str, Any]) -> bytes:
    """Write rows as a workbook."""
    book = Workbook()
    sheet: Any = book.active
    columns = list(rows[0])
    sheet.append(columns)
    for row in rows:
        sheet.append([row.get(column) for column in columns])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def bomb() -> bytes:
    """Make a small file that says that it is a workbook and unpacks to a hundred megabytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 100_000_000)
    return file.getvalue()


def upload(content: bytes | str, name: str = "fiches.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
