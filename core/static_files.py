"""Where the site's files are collected: the style sheets that one sheet imports are written into it.

A page calls one sheet, and its author writes one for each component. No tool is needed to work: a browser follows
`@import` by itself, only one request after the other, which collecting the files spares its visitors.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = ("css/site.css",)
IMPORT = re.compile(r'^@import "([\w./-]+\.css)";$', re.M)


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Files under names that change with their content, compressed; each sheet of `SHEETS` holds those it imports."""

    def post_process(self, paths: dict[str, tuple[Storage, str]], *args: Any, **options: Any) -> Iterator[Any]:
        """Write the sheets, then do as usual. Raise `KeyError` for an import that is not there."""
        for name in SHEETS if not options.get("dry_run") else ():
            self.delete(name)
            self._save(name, ContentFile(whole_sheet(name, paths).encode()))
            paths[name] = (self, name)
        yield from super().post_process(paths, *args, **options)


def whole_sheet(name: str, paths: dict[str, tuple[Storage, str]]) -> str:
    """Give a sheet with what it imports in place of each import, from the sources: `paths` are those collected."""
    folder = name.rpartition("/")[0]

    def read(path: str) -> str:
        storage, source = paths[path]
        with storage.open(source) as sheet:
            return sheet.read().decode()

    return IMPORT.sub(lambda found: read(f"{folder}/{found[1]}"), read(name))
