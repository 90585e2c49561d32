import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import clean, fold, storable


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("Cœur d’Été", "coeur d'ete"), ("MAÎTRE D'ŒUVRE", "maitre d'oeuvre"), ("Ｆｕｌｌ", "full"), ("poele", "poele")],
)
def test_folds_case_accents_ligatures_and_apostrophes(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  deux   mots ", "deux mots"),
        ("a\x00b", "ab"),
        ("a\u00a0b\tc", "a b c"),
        ("\u200b", ""),
        ("\ud800x", "x"),
        ("\u202eabc", "abc"),
        ("x" * 500, "x" * 200),
    ],
)
def test_drops_what_no_keyboard_types(typed, kept):
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_keeps_of_a_text_what_a_database_does():
    assert storable("Été\x00 \ud800\u200b\n🏠") == "Été \u200b\n🏠"
