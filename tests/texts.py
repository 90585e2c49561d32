"""Every text that the sources give to gettext, and every word that they forget to give it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.ROOT)
ROOMS = (
    "accounts",
    "appointments",
    "core",
    "directory",
    "energy",
    "experiences",
    "gallery",
    "home",
    "search",
    "site",
    "territories",
)
# How many arguments are texts, by function; where the first one is a context.
GETTEXT = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2}
WITH_CONTEXT = {"pgettext": 1, "pgettext_lazy": 1, "npgettext": 2, "npgettext_lazy": 2}
NAMED = {"label", "help_text", "verbose_name", "verbose_name_plural", "heading", "violation_error_message"}
ATTRIBUTES = ("alt", "aria-label", "content", "placeholder", "title")
_CALL = re.compile(r"\b(?:_|n?p?gettext(?:_lazy|_noop)?)\((?:[^()\"']|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')*\)")
_NOT_SHOWN = re.compile(
    r"{#.*?#}|{%-?\s*comment.*?endcomment\s*-?%}|{%-?\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*-?%}"
    r"|{%.*?%}|{{.*?}}|aria-current=\"\w+\"",  # the last stands alone in the block that a page fills
    re.S,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.S)
_SCRIPT_TEXT = re.compile(r"\"((?:\\.|[^\"\\\n])*)\"|'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`")


def python_files() -> list[Path]:
    """List our own modules, migrations left out."""
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]


def template_files() -> list[Path]:
    """List the templates of both engines, mails too."""
    return [path for path in sorted((ROOT / "templates").rglob("*")) if path.suffix in (".html", ".jinja", ".txt")]


def script_files() -> list[Path]:
    """List our own scripts."""
    return sorted((ROOT / "static" / "js").rglob("*.js"))


def given_texts(path: Path) -> set[str]:
    """List the texts that a source gives to gettext, plural forms too."""
    source = path.read_text()
    if path.suffix == ".py":
        return set(_texts_of_python(source))
    calls = _CALL.findall(templatize(source) if path.suffix != ".jinja" else source)
    return {text for call in calls for text in _texts_of_python(call)}


def _texts_of_python(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            skipped = 1 if name in WITH_CONTEXT else 0
            texts = node.args[skipped : skipped + (GETTEXT | WITH_CONTEXT).get(name, 0)]
            yield from (text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str))


def bare_labels(path: Path) -> list[str]:
    """List the labels and help texts that a module writes without gettext."""
    return [
        keyword.value.value
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in NAMED
        and isinstance(keyword.value, ast.Constant)
        and isinstance(keyword.value.value, str)
        and _WORD.search(keyword.value.value)
    ]


def bare_words(path: Path) -> list[str]:
    """List the words that a template shows or reads aloud without gettext."""
    page = BeautifulSoup(_NOT_SHOWN.sub(" ", path.read_text()), "html.parser")
    for unseen in page(["style", "script", "svg"]):
        unseen.decompose()
    shown = [page.get_text(" ")]
    for tag in page.find_all(True):
        kept = (
            value for name, value in tag.attrs.items() if name in ATTRIBUTES and not _is_a_name(tag.name, name, tag)
        )
        shown += [str(value) for value in kept]
    return [word for text in shown for word in _WORD.findall(text)]


def _is_a_name(tag: str, attribute: str, element: object) -> bool:
    """Tell an attribute that machines read: what a `<meta>` says, but for its description."""
    return tag == "meta" and attribute == "content" and getattr(element, "attrs", {}).get("name") != "description"


def spoken_strings(path: Path) -> list[str]:
    """List the strings of a script that look like a sentence: accents, or words that spaces part."""
    source = _SCRIPT_COMMENT.sub("", path.read_text())
    strings = ("".join(groups) for groups in _SCRIPT_TEXT.findall(source))
    return [
        text for text in strings if re.search(r"[À-ÿ’«»]|[^\W\d_]{2,} [^\W\d_]{2,}", re.sub(r"\$\{.*?\}", "", text))
    ]
