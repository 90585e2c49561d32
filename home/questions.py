"""Questions and words as their pages show them."""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from core.rich_text import plain_text
from core.text import fold
from home.anchors import anchors


@dataclass(frozen=True, slots=True)
class Answer:
    """A question and its answer; `anchor` names the answer within the page."""

    question: str
    html: str
    anchor: str

    @property
    def words(self) -> str:
        """Give the answer as plain text."""
        return plain_text(self.html)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and what it means; `anchor` names it within the page."""

    term: str
    html: str
    anchor: str

    @property
    def letter(self) -> str:
        """Give the letter under which one looks for it, "0–9" for a word without any."""
        first = fold(self.term).strip(" «\"'(")[:1].upper()
        return first if first.isalpha() else "0–9"

    @property
    def words(self) -> str:
        """Give the meaning as plain text."""
        return plain_text(self.html)


@dataclass(frozen=True, slots=True)
class Letter:
    """The words under one letter."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]


def answers(questions: Any) -> tuple[Answer, ...]:
    """Give the questions of a stream in their order."""
    values = [block.value for block in questions]
    names = anchors((value["question"] for value in values), "reponse")
    return tuple(
        Answer(value["question"], value["answer"].source, name) for value, name in zip(values, names, strict=True)
    )


def letters(terms: Any) -> tuple[Letter, ...]:
    """Sort the words of a stream as a dictionary does: accents and capitals count for nothing."""
    values = sorted((block.value for block in terms), key=lambda value: fold(value["term"]))
    names = anchors((value["term"] for value in values), "mot")
    entries = [
        Entry(value["term"], value["definition"].source, name) for value, name in zip(values, names, strict=True)
    ]
    entries.sort(key=attrgetter("letter"))  # stable: only brings together those that start with a sign
    return tuple(
        Letter(letter, next(anchors([letter], "lettre")), tuple(group))
        for letter, group in groupby(entries, attrgetter("letter"))
    )
