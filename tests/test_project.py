"""Guards over the whole repository: what no single room's tests would see."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from tests import texts

ROOT: Path = settings.ROOT
ROOMS = tuple(room for room in texts.ROOMS if room != "site")
TEMPLATES = (".html", ".jinja")
TOO_LONG = 300
LONGEST_FUNCTION = 40


@cache
def files() -> tuple[Path, ...]:
    """List what the repository holds: tracked files and new ones that are not ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def ours(*suffixes: str, under: str = "") -> list[Path]:
    """List our own files with these endings: neither migrations nor other people's code."""
    return [
        path
        for path in files()
        if path.suffix in suffixes
        and not {"migrations", "vendor"}.intersection(path.relative_to(ROOT).parts)
        and path.is_relative_to(ROOT / under)
    ]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_source_root_is_not_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()


@pytest.mark.parametrize("folder", [*ROOMS, "site/config", "templates", "static", "locale", "demo", "bench", "tests"])
def test_every_room_of_the_house_stands(folder):
    assert (ROOT / folder).is_dir()


@pytest.mark.parametrize("lock", ["base", "test"])
def test_lock_files_pin_by_hash_and_name_no_host(lock):
    lines = (ROOT / "requirements" / f"{lock}.txt").read_text().splitlines()
    pins = [line for line in lines if re.match(r"[a-z0-9]", line)]

    assert pins
    assert all("==" in pin for pin in pins)
    assert sum("--hash=sha256:" in line for line in lines) >= len(pins)
    assert not [line for line in lines if "://" in line or line.startswith(("-i", "--index", "--extra", "--find"))]


def test_every_command_of_the_makefile_is_explained():
    makefile = (ROOT / "Makefile").read_text()
    commands = re.search(r"^\.PHONY: (.+)$", makefile, re.M).group(1).split()

    assert all(re.search(rf"^{command}:.*## \w", makefile, re.M) for command in commands)


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_first_screen_of_the_readme_has_the_two_commands(command):
    first_screen = "\n".join((ROOT / "README.md").read_text().splitlines()[:30])

    assert command in first_screen


def test_links_between_documents_lead_somewhere():
    broken = []
    for path in ours(".md"):
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", path.read_text()):
            if not (path.parent / target).exists():
                broken.append(f"{name(path)}: {target}")

    assert broken == []


def test_no_file_names_a_private_path_or_holds_a_key():
    forbidden = re.compile(r"/(?:root|home/\w+|work|Users)/\w|BEGIN (?:RSA |EC )?PRIVATE KEY|AKIA[0-9A-Z]{16}")
    texts = ours(".py", ".md", *TEMPLATES, ".css", ".js", ".toml", ".yaml", ".yml", ".txt", ".po", ".csv", ".json")

    found = [name(path) for path in texts if forbidden.search(path.read_text()) and path != Path(__file__)]

    assert found == []


def test_modules_are_short_enough_to_be_read_at_one_sitting():
    long = {name(path): n for path in ours(".py") if (n := len(path.read_text().splitlines())) > TOO_LONG}

    assert long == {}


def test_functions_fit_on_a_screen():
    long = []
    for path in ours(".py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno
                if length > LONGEST_FUNCTION:
                    long.append(f"{name(path)}:{node.name} ({length})")

    assert long == []


def test_nothing_is_left_to_do_in_the_code():
    mark = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
    sources = [path for path in ours(".py", *TEMPLATES, ".css", ".js") if path != Path(__file__)]

    assert [name(path) for path in sources if mark.search(path.read_text())] == []


def test_templates_hold_no_inline_style_or_handler():
    inline = re.compile(r"<style\b|\sstyle=|\son[a-z]+=\"|javascript:", re.I)
    # The e-mail and the standalone error pages have no style sheet to call.
    templates = [path for path in ours(*TEMPLATES, under="templates") if "email" not in path.parts]

    assert [name(path) for path in templates if inline.search(path.read_text())] == []


def test_templates_hold_no_script_without_an_address():
    script = re.compile(r"<script(?![^>]*(?:\bsrc=|type=\"application/(?:ld\+)?json\"))", re.I)

    assert [name(path) for path in ours(*TEMPLATES, under="templates") if script.search(path.read_text())] == []


def test_components_open_with_their_arguments():
    components = ours(*TEMPLATES, under="templates/components")

    assert [name(p) for p in components if not p.read_text().lstrip().startswith(("{#", "{% comment"))] == []


def test_no_public_page_calls_another_site():
    call = re.compile(
        r"(?:src|srcset|action)=\"(?:https?:)?//|<link[^>]+href=\"(?:https?:)?//"
        r"|@import (?:url\()?[\"']?(?:https?:)?//|url\((?:https?:)?//"
    )
    assets = [*ours(*TEMPLATES, under="templates"), *ours(".css", ".js", under="static")]

    assert [name(path) for path in assets if call.search(path.read_text())] == []


def test_decisions_are_numbered_without_a_hole():
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))

    assert numbers == list(range(1, len(numbers) + 1))


def test_every_setting_of_the_example_file_is_read_somewhere():
    variables = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M)
    sources = "\n".join(path.read_text() for path in ours(".py", under="site"))

    assert [variable for variable in variables if f'"{variable}"' not in sources] == []


def test_every_variable_read_is_in_the_example_file():
    sources = "\n".join(path.read_text() for path in ours(".py", under="site"))
    read = set(re.findall(r"(?:env\.\w+|optional)\(\s*\"([A-Z_]+)\"|os\.environ\.get\(\"([A-Z_]+)\"", sources))
    names = {first or second for first, second in read} - {"DEBUG", "TEST_DATABASE"}
    example = (ROOT / ".env.example").read_text()

    assert [variable for variable in sorted(names) if f"\n{variable}=" not in example] == []
