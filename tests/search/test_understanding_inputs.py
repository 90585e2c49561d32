"""No text breaks the understanding, and it never reads more than it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import fold
from directory.reference import rows
from search.understanding import Intent, SetLexicon, Vocabulary, stems, understand

PHRASES = [(row["slug"], row["label"]) for row in rows("trades")]
PHRASES += [(row["slug"], row["phrase"]) for row in rows("synonyms")]
VOCABULARY = Vocabulary.build(PHRASES)
LEXICON = SetLexicon(["Toiture Dupont", "12 Rue Isolation", "L'Atelier"])
SLUGS = {slug for slug, _phrase in PHRASES}
HOSTILE = [
    '"', '5"', 'a "b', "'", "\\", "*", "(", "a|b&!c:*", "NEAR(", "NEAR(a b, 5)", " ", "\t", "\u00a0", "\u200b", "\x00",
    "\ud800", "archi\ud800tecte", "%FF", "<script>", "' OR 1=1--", "🏠 toiture 🏠", "\u202etoiture", "ﷺ", "½ ﬁoul", "Ⅳ",
    "建築家", "архитектор", "d'd'd'd'", "....", "a.b.c.d.", "---", "é" * 500, "12", "0", "_", "ⅷ x́",
]  # fmt: skip
texts = st.text(st.characters(), max_size=300) | st.lists(
    st.sampled_from(HOSTILE + [phrase for _slug, phrase in PHRASES]), max_size=12
).map(" ".join)


def read(text: str) -> Intent:
    return understand(text, VOCABULARY, LEXICON)


@pytest.mark.parametrize("text", HOSTILE)
def test_reads_hostile_text_without_failing(text: str) -> None:
    assert isinstance(read(text), Intent)


@pytest.mark.parametrize(("text", "expected"), [("toiture " * 21, True), ("toiture " * 20, False), ("a" * 201, True)])
def test_says_when_the_text_was_cut(text: str, expected: bool) -> None:
    assert read(text).shortened is expected


@pytest.mark.parametrize("text", ["a" * 100_000, "mot " * 10_000, "é" * 100_000, " ".join(map(str, range(99)))])
def test_reads_only_the_beginning_of_an_endless_text(text: str) -> None:
    intent = read(text)

    assert intent.shortened
    assert len(intent.stems) <= 20
    assert all(len(part) <= 40 for part in intent.stems)


@given(texts)
def test_gives_an_intent_for_any_text(text: str) -> None:
    intent = read(text)

    assert set(intent.trades) <= SLUGS
    assert len(set(intent.stems)) == len(intent.stems) <= 60
    assert len(intent.shown_names) <= len(intent.names)
    assert bool(intent.stems) == bool(intent.trades or intent.names)


@given(texts)
def test_gives_stems_without_blanks_for_any_name(text: str) -> None:
    assert all(part and len(part) <= 40 for part in stems(text))


@given(st.sampled_from([phrase for _slug, phrase in PHRASES]))
def test_reads_a_phrase_alike_with_or_without_accents_and_capitals(phrase: str) -> None:
    assert read(phrase).trades == read(fold(phrase)).trades == read(phrase.upper()).trades != ()


@given(st.sampled_from(PHRASES))
def test_every_shipped_phrase_means_its_trade_without_a_correction(pair: tuple[str, str]) -> None:
    slug, phrase = pair

    intent = read(phrase)

    assert slug in intent.trades
    assert intent.corrections == ()


@given(st.lists(st.tuples(st.sampled_from(sorted(SLUGS)), texts), max_size=5), texts)
def test_any_phrase_of_the_staff_leaves_the_vocabulary_usable(phrases: list[tuple[str, str]], text: str) -> None:
    vocabulary = Vocabulary.build(phrases)

    assert isinstance(understand(text, vocabulary, LEXICON), Intent)


@pytest.mark.parametrize("phrase", ["PAC air/eau", "12", "C&A", "sa", "a", "RE2020", "é"])
def test_reads_back_an_unusual_synonym_of_the_staff(phrase: str) -> None:
    vocabulary = Vocabulary.build([("moe", phrase)])

    assert understand(phrase, vocabulary, SetLexicon()).trades == ("moe",)
