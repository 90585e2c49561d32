"""Pages written in files: the marks of their texts, and what is said of a mistake."""

from pathlib import Path

import pytest

from core.blocks import BodyBlock
from home.texts.blocks import stream
from home.texts.files import BadFile, read_folder
from home.texts.library import Library, UnknownName
from home.texts.markup import rich_text


def html(source: str) -> str:
    return rich_text(source, lambda address: f'href="{address}"')


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Un\ndeux", "<p>Un deux</p>"),
        ("Un\n\nDeux", "<p>Un</p><p>Deux</p>"),
        ("## Titre\n\nTexte", "<h2>Titre</h2><p>Texte</p>"),
        ("- un\n- deux\n  suite", "<ul><li>un</li><li>deux suite</li></ul>"),
        ("1. un\n2. deux", "<ol><li>un</li><li>deux</li></ol>"),
        ("**gras** et *penché*", "<p><b>gras</b> et <i>penché</i></p>"),
        ("[une page](/a/)", '<p><a href="/a/">une page</a></p>'),
        ("5 < 6 & 7", "<p>5 &lt; 6 &amp; 7</p>"),
        ("", ""),
    ],
)
def test_a_few_marks_make_rich_text(source: str, expected: str) -> None:
    assert html(source) == expected


def test_a_link_to_nothing_is_refused() -> None:
    with pytest.raises(UnknownName, match="nulle-part"):
        Library().target("page:nulle-part")


def test_a_block_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        stream(BodyBlock(), [{"inconnu": {}}], Library(), "essai")


def test_a_mistake_in_a_block_says_where(db: None) -> None:
    with pytest.raises(BadFile, match=r"essai.*citation|essai.*text"):
        stream(BodyBlock(), [{"quote": {"text": "", "author": "Moi"}}], Library(), "essai")


def test_an_unknown_key_of_a_block_says_where() -> None:
    with pytest.raises(BadFile, match="essai#0: autre"):
        stream(BodyBlock(), [{"quote": {"autre": "x"}}], Library(), "essai")


def test_a_block_keeps_its_identifier_from_one_time_to_the_next(db: None) -> None:
    rows = [{"quote": {"text": "Oui.", "author": "Moi"}}]

    first, second = (stream(BodyBlock(), rows, Library(), "essai") for _time in range(2))

    assert first[0].id == second[0].id


def test_parents_come_before_children_whatever_their_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name, order in (("accueil", 9), ("b", 8), ("a", 9), ("b/c", 1)):
        (tmp_path / f"{name}.toml").write_text(f'type = "home.StandardPage"\ntitle = "x"\norder = {order}\n')

    texts = read_folder(tmp_path)

    assert list(texts) == ["", "b", "a", "b/c"]
    assert [text.parent for text in texts.values()] == [None, "", "", "b"]


def test_a_file_without_a_title_is_named(tmp_path: Path) -> None:
    (tmp_path / "seul.toml").write_text('type = "home.StandardPage"\n')

    with pytest.raises(BadFile, match=r"seul\.toml"):
        read_folder(tmp_path)
