"""What a PDF tells of itself, read by a process of its own: a file made to harm can exhaust nothing but that one."""

import json
import logging
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files import File

logger = logging.getLogger(__name__)
READER = Path(__file__).with_name("pdf_reader.py")
SECONDS = 10
MOST_PAGES = 100_000
_FROM_SOFTWARE = re.compile(r"microsoft |(sans titre|untitled|document|présentation\d*)$|.*\.\w{3,4}$", re.I)


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """A PDF's pages, language ("fr") and title, and whether it is tagged; None where nobody can tell."""

    pages: int | None = None
    tagged: bool | None = None
    language: str = ""
    title: str = ""

    @property
    def gaps(self) -> list[str]:
        """Name what readers will miss: "title", "language", "tags", or "unread" when nothing could be read."""
        if self.tagged is None:
            return ["unread"]
        return [
            name
            for name, here in (("title", self.title), ("language", self.language), ("tags", self.tagged))
            if not here
        ]


def read(file: File) -> PdfFacts:
    """Read a PDF, within ten seconds; what cannot be read is unknown, never an error."""
    file.seek(0)
    try:
        answer = subprocess.run(  # noqa: S603 (our own script; the file is only its input)
            [sys.executable, "-I", str(READER)], input=file.read(), capture_output=True, timeout=SECONDS, check=True
        )
        return _facts(dict(json.loads(answer.stdout)))
    except (subprocess.SubprocessError, OSError, ValueError, TypeError) as error:
        logger.info("A PDF could not be read: %s", type(error).__name__)
        return PdfFacts()
    finally:
        file.seek(0)


def _facts(told: dict[str, Any]) -> PdfFacts:
    pages, title = told.get("pages"), str(told.get("title") or "").strip()
    return PdfFacts(
        pages=pages if isinstance(pages, int) and 0 < pages <= MOST_PAGES else None,
        tagged=told.get("tagged") is True,
        language=str(told.get("language") or "").strip().lower().replace("_", "-").partition("-")[0][:10],
        title="" if _FROM_SOFTWARE.match(title) else title[:255],
    )
