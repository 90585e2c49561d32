"""The English catalogue: complete, faithful to the French texts, compiled as it stands, and read by the pages."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest
from django.conf import settings
from django.test import Client

from tests import texts

CATALOGUE = Path(settings.ROOT) / "locale" / "en" / "LC_MESSAGES" / "django.po"
SEARCH = "/en/annuaire/?q=architecte&lieu=31000"
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+ 0#]*\d*(?:\.\d+)?[a-zA-Z%]|\{\w*\}")
OPENAPI = (
    "directory/api/",
    "experiences/schema.py",
    "territories/views.py",
)  # the reference of the JSON, in French only
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


def test_holds_every_text_of_the_sources_and_no_other():
    sources = [*texts.python_files(), *texts.template_files()]

    given = set().union(*(texts.given_texts(path) for path in sources))

    held = {text for entry in catalogue() for text in (entry.msgid, entry.msgid_plural) if text}
    assert {"missing": given - held, "unused": held - given} == {"missing": set(), "unused": set()}


def test_writes_no_label_without_gettext():
    found = {
        name: labels
        for path in texts.python_files()
        if not (name := str(path.relative_to(texts.ROOT))).startswith(OPENAPI) and (labels := texts.bare_labels(path))
    }

    assert found == {}


def test_writes_no_word_in_a_template_without_gettext():
    found = {
        str(path.relative_to(texts.ROOT)): words for path in texts.template_files() if (words := texts.bare_words(path))
    }

    assert found == {}


def test_scripts_hold_no_text_that_a_reader_sees():
    found = {path.name: strings for path in texts.script_files() if (strings := texts.spoken_strings(path))}

    assert found == {}


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("a.py", 'x = _("Un" " mot")\ny = ngettext("%d fiche", "%d fiches", n)', {"Un mot", "%d fiche", "%d fiches"}),
        ("a.html", '{% load i18n %}{% translate "Un mot" %}<p title="{% trans "Deux" %}">', {"Un mot", "Deux"}),
        ("b.html", "{% blocktranslate %}Un {{ mot }}{% endblocktranslate %}", {"Un %(mot)s"}),
        ("c.html", '{% include "a.html" with label=_("Un mot") %}', {"Un mot"}),
        (
            "a.jinja",
            '<p data-none="{{ _(\'Aucune suggestion\') }}">{{ _("L’autre") }}</p>',
            {"Aucune suggestion", "L’autre"},
        ),
    ],
)
def test_finds_the_texts_of_each_kind_of_source(tmp_path: Path, name: str, source: str, expected: set[str]):
    path = tmp_path / name
    path.write_text(source)

    assert texts.given_texts(path) == expected


@pytest.mark.parametrize(
    ("finder", "name", "source"),
    [
        (texts.bare_labels, "a.py", 'title = CharBlock(label="titre")'),
        (texts.bare_words, "a.html", "<p>Bonjour</p>"),
        (texts.bare_words, "b.html", '<img alt="Un toit" src="x">'),
        (texts.bare_words, "c.jinja", "<p>{{ name }} habite ici</p>"),
        (texts.spoken_strings, "a.js", 'status.textContent = "Chargement en cours";'),
        (texts.spoken_strings, "b.js", "status.textContent = `${n} fiche trouvée`;"),
    ],
)
def test_finds_a_text_that_was_forgotten(tmp_path: Path, finder: Any, name: str, source: str):
    path = tmp_path / name
    path.write_text(source)

    assert finder(path) != []


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
