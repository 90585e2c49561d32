"""What happens to the site's own files when they are collected."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command

from core.static_files import SHEETS, whole_sheet

STATIC = Path(settings.ROOT) / "static"
Collect = Callable[[], Path]


@pytest.fixture
def collect(tmp_path: Path, settings) -> Collect:
    """Collect the project's own files, as production does, into a folder."""
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "core.static_files.StaticFilesStorage"}}

    def run() -> Path:
        call_command("collectstatic", verbosity=0, interactive=False)
        return tmp_path

    return run


def test_a_page_s_one_sheet_holds_every_component(collect: Collect) -> None:
    sheet = (collect() / "css" / "site.css").read_text()

    assert "@import" not in sheet
    assert ".site-header" in sheet
    assert ".pagination" in sheet


def test_the_fonts_are_called_by_the_names_that_change_with_them(collect: Collect) -> None:
    folder = collect()

    [served] = folder.glob("css/site.*[0-9a-f].css")
    fonts = re.findall(r'url\("(\.\./fonts/[^"]+)"\)', served.read_text())
    assert len(fonts) == 2
    assert all((served.parent / font).exists() and re.search(r"\.[0-9a-f]{12}\.woff2$", font) for font in fonts)


def test_collecting_twice_sees_what_changed_in_a_component(collect: Collect, tmp_path: Path, settings) -> None:
    source = tmp_path / "source"
    (source / "css").mkdir(parents=True)
    (source / "css" / "site.css").write_text('@import "one.css";\n')
    (source / "css" / "one.css").write_text("p { color: red; }\n")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "collected"
    call_command("collectstatic", verbosity=0, interactive=False)
    (source / "css" / "one.css").write_text("p { color: blue; }\n")

    call_command("collectstatic", verbosity=0, interactive=False)

    assert "blue" in (tmp_path / "collected" / "css" / "site.css").read_text()


def test_an_import_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text('@import "nothing.css";')
    storage = FileSystemStorage(tmp_path)

    with pytest.raises(KeyError, match=r"nothing\.css"):
        whole_sheet("css/site.css", {"css/site.css": (storage, "site.css")})


def test_every_component_s_sheet_is_imported() -> None:
    called = set(re.findall(r'@import "([^"]+)"', (STATIC / SHEETS[0]).read_text()))

    assert {str(path.relative_to(STATIC / "css")) for path in STATIC.glob("css/components/*.css")} <= called


def test_only_the_sheet_of_the_tokens_calls_other_files() -> None:
    calling = {path.name for path in STATIC.glob("css/**/*.css") if "url(" in path.read_text()}

    assert calling == {"tokens.css"}  # an address in a component's sheet would be read from another folder
