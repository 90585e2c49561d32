"""A program: what a pack says in JSON on standard input, the PDF on standard output (PDF/UA-1, or it fails).

It is started alone by `experiences.pack.document`, within limits of time and memory, and knows nothing of the site.
Texts reach the document as data, never as markup.
"""

import base64
import json
import resource
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).resolve().parent
SECONDS = 8
MEMORY = 1024 * 1024 * 1024


def composed(told: dict[str, Any]) -> bytes:
    """Give the PDF of a pack: `data` is what it says, `pictures` are files in base 64 by name."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in told["pictures"].items():
            (root / Path(name).name).write_bytes(base64.b64decode(content))
        (root / "dossier.typ").write_bytes((HERE / "dossier.typ").read_bytes())
        pdf: bytes = typst.compile(
            str(root / "dossier.typ"),
            root=str(root),
            sys_inputs={"data": json.dumps(told["data"])},
            font_paths=[str(HERE / "fonts")],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )
        return pdf


if __name__ == "__main__":
    with suppress(ValueError, OSError):  # not every system has these limits
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.buffer.write(composed(json.load(sys.stdin)))
