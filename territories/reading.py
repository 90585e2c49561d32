"""What the visitor typed, read with the gazetteer at hand: from text to an `Answer`."""

import unicodedata
from collections.abc import Callable

from rapidfuzz.distance import OSA

from territories import numbers
from territories.gazetteer import Gazetteer
from territories.names import slips_forgiven
from territories.naming import named, settled, with_repair
from territories.place import Answer, Choice, Found, NotAPlace, Nowhere, Unknown
from territories.spelling import MAX_TYPED, Typed, key, split_label, take_apart, words

MAX_KEY = 80  # an address may be long; the longest name has 45 characters


def read(gazetteer: Gazetteer, text: str) -> Answer:
    """Say what place a text means. Any text has an answer; see `territories.place`."""
    typed = take_apart(text)
    if not typed.text:
        return NotAPlace("") if _is_garbage(text) else Nowhere()
    if len(typed.text) > MAX_TYPED or len(typed.key) > MAX_KEY:
        return NotAPlace(typed.text)
    if labelled := _labelled(gazetteer, typed.text):
        return labelled
    if not typed.words:
        return numbers.read(gazetteer, typed)
    if typed.district or typed.number:
        return _numbered(gazetteer, typed)
    return named(gazetteer, typed)


def _is_garbage(text: str) -> bool:
    """Tell a text of controls or broken characters from one of mere blanks."""
    return any(not c.isspace() and unicodedata.category(c) in {"Cc", "Cs", "Co", "Cn"} for c in text[:MAX_TYPED])


def _labelled(gazetteer: Gazetteer, text: str) -> Found | None:
    """Read a label that we wrote ourselves: it means the very place it was written for."""
    parts = split_label(text)
    if not parts:
        return None
    name, number = parts
    for entry in gazetteer.names.current.get(name, ()):
        if number in (gazetteer.postcodes[entry] or (gazetteer.lines[entry].code,)):
            return Found(gazetteer.place(entry, number if gazetteer.postcodes[entry] else ""))
    return None


def _numbered(gazetteer: Gazetteer, typed: Typed) -> Answer:
    """Read a name with a number: an arrondissement, a postcode, a department, or a number that says nothing."""
    if districts := _districts(gazetteer, typed):
        return settled(gazetteer, districts, typed)
    if typed.number in gazetteer.by_postcode:
        return _in_postcode(gazetteer, typed)
    whole = len(typed.number) == 5
    area = numbers.department_part(typed.number) if whole else typed.number
    answer = named(gazetteer, typed, lambda entry: gazetteer.matches(entry, area))
    if isinstance(answer, Found | Choice):
        return with_repair(answer) if whole else answer
    answer = named(gazetteer, typed)  # a house's number, a CEDEX, a slip: the name alone may say enough
    if isinstance(answer, Unknown) and whole:
        return Unknown(typed.text, is_postcode=True, nearest=gazetteer.near(typed.number))
    return with_repair(answer)


def _districts(gazetteer: Gazetteer, typed: Typed) -> list[int]:
    """Give the arrondissement of "Paris 15e" or "Paris 15"; for "Marseille 13", also Marseille, in department 13."""
    number = typed.number
    rank = typed.district or (int(number) if number.isdecimal() and len(number) < 3 else 0)
    communes = gazetteer.names.exactly(typed.key)
    found = [gazetteer.districts.get((gazetteer.lines[entry].code, rank)) for entry in communes]
    districts = [entry for entry in found if entry is not None]
    if not districts or typed.district:
        return districts
    return [*(entry for entry in communes if gazetteer.matches(entry, number)), *districts]


def _in_postcode(gazetteer: Gazetteer, typed: Typed) -> Answer:
    """Choose by name among the communes of a postcode; ask when name and postcode contradict each other."""
    number, repaired = typed.number, typed.number if typed.mended else ""
    within = gazetteer.at(number)
    for fits in _FITS:
        if fitting := [entry for entry in within if fits(gazetteer, typed, entry)]:
            places = gazetteer.places(fitting, number)
            if len(places) == 1:
                return Found(places[0], repaired)
            return Choice(options=places, searched=places, postcode=number, repaired=repaired)
    homonyms = gazetteer.without_twins(gazetteer.names.exactly(typed.key))
    if not homonyms:
        return numbers.postcode(gazetteer, number, number)
    same = [entry for entry in homonyms if gazetteer.matches(entry, numbers.department_part(number))]
    options = (*gazetteer.places(same or homonyms), *gazetteer.places(within, number))
    return Choice(options=options, searched=options)


def _is_whole(gazetteer: Gazetteer, typed: Typed, entry: int) -> bool:
    return typed.key == key(gazetteer.lines[entry].name) or entry in gazetteer.names.former.get(typed.key, ())


def _is_spoken(gazetteer: Gazetteer, typed: Typed, entry: int) -> bool:
    """Tell whether an address holds the name ("rue de la Paix, 31130 Balma")."""
    return f" {' '.join(words(gazetteer.lines[entry].name))} " in f" {' '.join(typed.words)} "


def _is_begun(gazetteer: Gazetteer, typed: Typed, entry: int) -> bool:
    return key(gazetteer.lines[entry].name).startswith(typed.key)


def _is_near(gazetteer: Gazetteer, typed: Typed, entry: int) -> bool:
    slips = OSA.distance(typed.key, key(gazetteer.lines[entry].name))
    return bool(slips <= slips_forgiven(typed.key))


_FITS: tuple[Callable[[Gazetteer, Typed, int], bool], ...] = (_is_whole, _is_spoken, _is_begun, _is_near)
