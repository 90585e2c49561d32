"""The English catalogue: complete, faithful to the French texts, compiled as it stands, and read by the pages."""

import ast
import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client

from tests.test_project import TEMPLATES, ours

CATALOGUE = Path(settings.ROOT) / "locale" / "en" / "LC_MESSAGES" / "django.po"
SEARCH = "/en/annuaire/?q=architecte&lieu=31000"
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+ 0#]*\d*(?:\.\d+)?[a-zA-Z%]|\{\w*\}")
TAG = re.compile(r"</?\w+[^>]*>")


@cache
def catalogue() -> list[polib.POEntry]:
    """Read the source catalogue, without what it no longer uses."""
    return [entry for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete]


def pairs() -> list[tuple[str, str]]:
    """List each French text with its translation, one pair for each plural form."""
    found = []
    for entry in catalogue():
        if entry.msgid_plural:
            found += [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
        else:
            found.append((entry.msgid, entry.msgstr))
    return found


def words(entries: list[polib.POEntry]) -> dict[tuple[str, str], tuple[str, dict[int, str]]]:
    """Key each translation as gettext does."""
    return {(one.msgctxt or "", one.msgid): (one.msgstr, one.msgstr_plural) for one in entries}


@pytest.fixture
def english_results(db: None, client: Client) -> str:
    """Read the results of a search in the English directory."""
    return client.get(SEARCH).content.decode()


def test_translates_every_text():
    missing = [french for french, english in pairs() if not english.strip()]

    assert missing == []


CALL = re.compile(r"""(?:\b_|gettext(?:_lazy)?)\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
TAG_TEXT = re.compile(r"""{%-?\s*(?:translate|trans)\s+(?:"([^"]*)"|'([^']*)')""")


def texts_of_python(path: Path) -> set[str]:
    """List the literals given to gettext in a module."""
    names = {"_", "gettext", "gettext_lazy", "ngettext"}
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in names]
    literals = [argument for call in named for argument in call.args[:2] if isinstance(argument, ast.Constant)]
    return {literal.value for literal in literals if isinstance(literal.value, str)}


def texts_of_template(path: Path) -> set[str]:
    """List the literals that a template translates."""
    pattern = CALL if path.suffix == ".jinja" else TAG_TEXT
    return {first or second for first, second in pattern.findall(path.read_text())}


def test_holds_every_text_of_the_sources():
    known = {entry.msgid for entry in catalogue()} | {entry.msgid_plural for entry in catalogue()}
    code = [path for path in ours(".py") if not {"tests", "bench"} & set(path.relative_to(settings.ROOT).parts)]
    asked = set().union(*map(texts_of_python, code), *map(texts_of_template, ours(*TEMPLATES, under="templates")))

    assert len(asked) > 500
    assert sorted(asked - known) == []


def test_keeps_no_fuzzy_entry():
    fuzzy = [entry.msgid for entry in catalogue() if entry.fuzzy]

    assert fuzzy == []


def test_has_a_header_that_is_filled_in():
    source = polib.pofile(str(CATALOGUE))

    assert source.metadata["Language"] == "en"
    assert source.metadata["Project-Id-Version"] == "Rénov’ Guichet"
    assert not source.metadata_is_fuzzy
    assert not re.search(r"PACKAGE|YEAR|FULL NAME|@", source.header + "".join(source.metadata.values()))


def test_keeps_the_placeholders_of_every_text():
    changed = [
        french
        for french, english in pairs()
        if sorted(PLACEHOLDER.findall(french)) != sorted(PLACEHOLDER.findall(english))
    ]

    assert changed == []


def test_keeps_the_markup_and_the_outer_blanks_of_every_text():
    changed = [
        french
        for french, english in pairs()
        if (TAG.findall(french), french[:1].isspace(), french[-1:].isspace())
        != (TAG.findall(english), english[:1].isspace(), english[-1:].isspace())
    ]

    assert changed == []


def test_writes_english_punctuation():
    french_or_typewritten = re.compile(r"[«»\"']|\s[:;?!](?:\s|$)")

    found = [english for _, english in pairs() if french_or_typewritten.search(TAG.sub("", english))]

    assert found == []


def test_ships_the_catalogue_that_was_compiled_from_these_translations(tmp_path: Path):
    compiled = tmp_path / "django.mo"
    polib.pofile(str(CATALOGUE)).save_as_mofile(str(compiled))

    shipped = polib.mofile(str(CATALOGUE.with_suffix(".mo")))

    assert words(list(shipped)) == words(list(polib.mofile(str(compiled))))


def test_declares_the_language_of_the_english_page(english_results: str):
    assert re.search(r'<html[^>]* lang="en"', english_results)


@pytest.mark.parametrize("sentence", ["What are you looking for?", "Postcode or commune", "Find a professional"])
def test_asks_in_english_on_the_english_page(english_results: str, sentence: str):
    assert sentence in english_results


@pytest.mark.parametrize(
    "sentence", ["Que recherchez-vous", "Code postal", "Rechercher", "professionnel", "conseiller"]
)
def test_leaves_no_french_sentence_on_the_english_page(english_results: str, sentence: str):
    main = english_results.split("<main")[1].split("</main>")[0]
    text = re.sub(r"<[^>]+>", " ", main)

    assert sentence not in text
