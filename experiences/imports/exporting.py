"""Case studies as a file: the columns that an import reads, so that what is given back can be brought again."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.html import strip_tags
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from core.tables.report import defused
from experiences.imports.columns import ENERGIES, EXAMPLE, METHODS, MODES, OURS, PRECISIONS
from experiences.imports.reading import DAYS, NUMBERS, PROSE, TEXTS, WORDS
from experiences.models import ExperiencePage

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def exported(pages: Iterable[ExperiencePage]) -> Iterator[list[str]]:
    """Give the rows of these pages, in the order of the columns."""
    for page in pages:
        told = _told(page)
        yield [told.get(column, "") for column in OURS]


def template_rows() -> list[list[str]]:
    """Give the one example of the template."""
    return [[EXAMPLE.get(column, "") for column in OURS]]


def as_csv(rows: Iterable[list[str]]) -> bytes:
    """Write rows as a CSV that spreadsheets open rightly, defused against formulas."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(OURS)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[list[str]]) -> bytes:
    """Write rows as a workbook of texts: no cell is a formula, and those that look like one are defused too."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Fiches")
    sheet.freeze_panes = "A2"
    sheet.append(list(OURS))
    for row in rows:
        sheet.append([_text(sheet, defused(cell)) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _text(sheet: Any, value: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    return cell


def _told(page: Any) -> dict[str, str]:
    told = {"cle": page.slug, "titre": page.title, "numero_immatriculation": page.register_number}
    told |= {column: _number(getattr(page, name)) for column, (name, *_bounds) in NUMBERS.items()}
    told |= {column: _day(getattr(page, name)) for column, name in DAYS.items()}
    told |= {column: getattr(page, name) for column, (name, _limit) in TEXTS.items()}
    told |= {column: _prose(getattr(page, name)) for column, (name, _limit) in PROSE.items()}
    told |= {column: _word(column, getattr(page, name)) for column, (name, _words) in WORDS.items()}
    told |= {"citation": page.quote, "protege": "oui" if page.protected else "", "logement": page.housing or ""}
    told |= {"latitude": _number(page.latitude), "longitude": _number(page.longitude)}
    told |= {"commune": page.commune.name if page.commune else "", "code_insee": page.commune_id or ""}
    told["travaux"] = "|".join(sorted(trade.slug for trade in page.works.all()))
    told["votes"] = " | ".join(
        " ; ".join((vote.held_on.isoformat(), vote.subject, vote.majority, vote.result)) for vote in page.votes.all()
    )
    told["aides"] = " | ".join(f"{aid.name} : {_number(aid.amount)}" for aid in page.aids.all())
    return told


def _number(value: Any) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".") if "." in str(value) else str(value)


def _day(value: Any) -> str:
    return value.isoformat() if value else ""


def _prose(html: str) -> str:
    return strip_tags(html.replace("</p>", "\n\n").replace("<br/>", "\n").replace("<br>", "\n")).strip()


def _word(column: str, value: str) -> str:
    """Give the word that an import reads for a code; the first one where several would do."""
    if column == "periode":
        return {"before-1949": "avant_1949", "after-2010": "apres_2010"}.get(value, value)
    lists: Mapping[str, Mapping[str, str]] = {"precision": PRECISIONS, "methode": METHODS}
    words = lists.get(column) or (MODES if "mode" in column else ENERGIES)
    return next((word for word, code in words.items() if code == value), "")
