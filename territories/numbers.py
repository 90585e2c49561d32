"""A number typed alone: a postcode, a part of one, or a department."""

from collections.abc import Iterable

from territories.gazetteer import MAX_OPTIONS, Gazetteer
from territories.place import Answer, Choice, Found, NotAPlace, Place, Unknown
from territories.spelling import Typed

OVERSEAS = ("97", "98")
CORSICA = "20"


def read(gazetteer: Gazetteer, typed: Typed) -> Answer:
    """Say which place a number means.

    "31" and "2A" are departments; "311" a choice among the communes under it; "31130" its commune or communes; a
    single digit is a department that lost its zero. An INSEE code is never read as such: "2A004" is unknown.
    """
    number, repaired = typed.number, typed.number if typed.mended else ""
    if not 1 <= len(number) <= 5 or (typed.strange and len(number) < 5):
        return NotAPlace(typed.text)
    if number in gazetteer.departments:
        return Found(gazetteer.place(gazetteer.departments[number]), repaired)
    if len(number) == 1 and "0" + number in gazetteer.departments:
        return Found(gazetteer.place(gazetteer.departments["0" + number]), "0" + number)
    if len(number) == 1:
        return NotAPlace(typed.text)
    if number in gazetteer.by_postcode:
        return postcode(gazetteer, number, repaired)
    if number in {CORSICA, *OVERSEAS}:
        return _several_departments(gazetteer, number, repaired)
    return _partial(gazetteer, typed, repaired)


def postcode(gazetteer: Gazetteer, number: str, repaired: str = "") -> Found | Choice:
    """Give the commune of a known postcode, or the choice of its communes."""
    places = gazetteer.places(gazetteer.at(number), number)
    if len(places) == 1:
        return Found(places[0], repaired)
    return Choice(options=places, searched=places, postcode=number, repaired=repaired)


def department_part(number: str) -> str:
    """Give the digits of a postcode that tell the department ("31506" → "31", "97400" → "974", "20167" → "20")."""
    return number[:3] if number.startswith(OVERSEAS) else number[:2]


def _several_departments(gazetteer: Gazetteer, number: str, repaired: str) -> Answer:
    begin = ("2A", "2B") if number == CORSICA else (number,)
    places = gazetteer.places(entry for code, entry in gazetteer.departments.items() if code.startswith(begin))
    if not places:
        return Unknown(number, is_postcode=True)
    return Choice(options=places, searched=places, postcode=number, repaired=repaired)


def _partial(gazetteer: Gazetteer, typed: Typed, repaired: str) -> Answer:
    number = typed.number
    entries = gazetteer.under(number) if len(number) < 5 else []
    padded = gazetteer.at("0" + number)  # a spreadsheet eats the zero of "09000"
    if not entries:
        if padded:
            return postcode(gazetteer, "0" + number, "0" + number)
        return Unknown(typed.text, is_postcode=True, nearest=gazetteer.near(number))
    options = (*gazetteer.places(entries, number), *gazetteer.places(padded, "0" + number))
    return Choice(
        options=options[:MAX_OPTIONS],
        searched=_departments(gazetteer, entries, number),
        postcode=number,
        repaired=repaired,
    )


def _departments(gazetteer: Gazetteer, entries: Iterable[int], number: str) -> tuple[Place, ...]:
    """Give the department that the digits name; a few postcodes reach into the next one, which is not meant."""
    held = {gazetteer.lines[entry].department for entry in entries}
    return gazetteer.places(gazetteer.departments[code] for code in held & {department_part(number)} or held)
