"""The files of a folder, each one a page."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HOME_FILE = "accueil"


class BadFile(ValueError):
    """A file does not say what a page needs; the message names it."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as its file says it. `path` is its address without slashes at the ends, empty for the home page."""

    path: str
    model: str  # "home.NewsPage"
    order: int
    fields: dict[str, Any]
    versions: dict[str, dict[str, Any]] = field(default_factory=dict)  # language code → the fields that differ

    @property
    def slug(self) -> str:
        """Give the last word of the address."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str | None:
        """Give the path of the page above, None for the home page."""
        return self.path.rpartition("/")[0] if self.path else None


def read_folder(folder: Path) -> dict[str, PageText]:
    """Give the pages of a folder by path, parents first, then in the order that their files say."""
    texts = {text.path: text for text in (_read(path, folder) for path in sorted(folder.rglob("*.toml")))}
    return in_order(texts)


def in_order(texts: dict[str, PageText]) -> dict[str, PageText]:
    """Put parents first, then follow the files' own `order`, then their names."""
    return dict(sorted(texts.items(), key=lambda item: (_depth(item[0]), item[1].order, item[0])))


def _depth(path: str) -> int:
    return path.count("/") + 1 if path else 0


def _read(path: Path, folder: Path) -> PageText:
    with path.open("rb") as file:
        fields = tomllib.load(file)
    for name in ("type", "title"):
        if name not in fields:
            raise BadFile(f"{path.name}: no {name}")
    place = path.relative_to(folder).with_suffix("").as_posix()
    model, order, versions = fields.pop("type"), fields.pop("order", 50), fields.pop("versions", {})
    return PageText("" if place == HOME_FILE else place, model, order, fields, versions)
