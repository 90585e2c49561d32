import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from territories import places
from territories.messages import explain
from territories.place import Choice, Found, NotAPlace, Nowhere, Place, Unknown

pytestmark = pytest.mark.django_db

ANY = st.text(st.characters(exclude_categories=()), max_size=300)  # lone surrogates and controls too
PLAUSIBLE = st.text(alphabet="abdeilnorstuéè0123456789 '-’()2AB", max_size=40)
PIECES = st.lists(
    st.sampled_from(
        ["saint", "st", "toulouse", "31000", "31", "cedex", "(", ")", "paris", "15e", "de", "l'", "2A", "o"]
    ),
    max_size=8,
).map(" ".join)


@settings(deadline=None, max_examples=300)
@given(ANY | PLAUSIBLE | PIECES)
@example("(31000)")
@example("cedex")
@example("paris 99e")
@example("paris 0")
@example("2B 2A 20")
@example("²ᵉ")
def test_any_text_has_an_answer_that_can_be_told(text):
    answer = places.find(text)

    assert isinstance(answer, Nowhere | Found | Choice | Unknown | NotAPlace)
    assert isinstance(explain(answer), str)


@settings(deadline=None, max_examples=300)
@given(ANY | PLAUSIBLE | PIECES)
def test_any_text_has_suggestions_each_found_again(text):
    suggested = places.suggest(text)

    assert len(suggested) <= 8
    assert [places.find(place.label) for place in suggested] == [Found(place) for place in suggested]


@settings(deadline=None, max_examples=100)
@given(PLAUSIBLE | PIECES)
def test_a_choice_always_has_options_and_something_to_search(text):
    answer = places.find(text)

    if isinstance(answer, Choice):
        assert 0 < len(answer.options) <= 20
        assert all(isinstance(place, Place) for place in answer.searched)
        assert answer.searched
