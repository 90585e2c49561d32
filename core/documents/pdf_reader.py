"""A program: a PDF on standard input, what it tells of itself in JSON on standard output.

It is started alone by `core.documents.pdf`, and knows nothing of the site.
"""

import json
import resource
import sys
from contextlib import suppress
from io import BytesIO
from typing import Any

from pypdf import PdfReader

SECONDS = 5
MEMORY = 512 * 1024 * 1024


def told(content: bytes) -> dict[str, Any]:
    """Give the title, the language, the number of pages and whether the PDF is tagged. Raise on a broken file."""
    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted:
        reader.decrypt("")
    root: Any = reader.root_object
    marked = root["/MarkInfo"].get("/Marked") if "/MarkInfo" in root else None
    facts: dict[str, Any] = {
        "tagged": bool(getattr(marked, "value", marked)) and "/StructTreeRoot" in root,
        "language": str(root["/Lang"]) if "/Lang" in root else "",
        "title": _title(reader),
    }
    with suppress(Exception):  # the rest is worth telling
        facts["pages"] = len(reader.pages)
    return facts


def _title(reader: PdfReader) -> str:
    with suppress(Exception):
        if reader.metadata and reader.metadata.title:
            return reader.metadata.title
    with suppress(Exception):
        if reader.xmp_metadata and reader.xmp_metadata.dc_title:
            return next(iter(reader.xmp_metadata.dc_title.values()))
    return ""


if __name__ == "__main__":
    with suppress(ValueError, OSError):  # not every system has these limits
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.write(json.dumps(told(sys.stdin.buffer.read())))
