"""Places that a text may be the beginning of, while it is being typed."""

from territories import reading
from territories.gazetteer import Gazetteer
from territories.naming import MANY
from territories.place import Choice, Found, Place
from territories.spelling import Typed, take_apart

MAX_TYPED = 60  # nobody types more before choosing


def suggest(gazetteer: Gazetteer, text: str, limit: int) -> list[Place]:
    """Give the likeliest places first: by number, by the beginning of a word, else by names that look alike."""
    typed = take_apart(text[: MAX_TYPED * 2])
    if len(typed.text) > MAX_TYPED or limit < 1:
        return []
    if typed.number or typed.district:
        return (_by_number if not typed.words else _by_name_and_number)(gazetteer, typed)[:limit]
    return [gazetteer.place(entry) for entry in _by_name(gazetteer, typed, limit)] if typed.words else []


def _by_number(gazetteer: Gazetteer, typed: Typed) -> list[Place]:
    number = typed.number
    if not 0 < len(number) <= 5:
        return []
    codes = ("2A", "2B") if number == "20" else (number,)
    entries = [entry for code, entry in gazetteer.departments.items() if code.startswith(codes)]
    if len(number) > 1:  # one digit is thousands of communes
        under = gazetteer.at(number) or gazetteer.under(number)
        entries += gazetteer.heaviest(under)[:MANY]
    places = [gazetteer.place(entry, gazetteer.postcode(entry, number)) for entry in entries]
    return places or list(gazetteer.near(number))


def _by_name_and_number(gazetteer: Gazetteer, typed: Typed) -> list[Place]:
    prefix = typed.number if len(typed.number) > 2 else ""
    begun = gazetteer.names.beginning(typed.key, MANY)
    entries = [entry for entry in begun if typed.number and gazetteer.matches(entry, typed.number)]
    match reading.read(gazetteer, typed.text):
        case Found(place=place):
            first = [place]
        case Choice(options=options):
            first = list(options)
        case _:
            first = []
    others = [gazetteer.place(entry, gazetteer.postcode(entry, prefix)) for entry in gazetteer.without_twins(entries)]
    return list({place.code + place.kind: place for place in [*first, *others]}.values())


def _by_name(gazetteer: Gazetteer, typed: Typed, limit: int) -> list[int]:
    names = gazetteer.names
    if begun := names.beginning(typed.key, limit * 2):
        return gazetteer.without_twins(begun)[:limit]
    if typed.strange:
        return []
    alike = [entry for spelling in names.alike(typed.key) for entry in names.exactly(spelling.key)]
    found = dict.fromkeys([*alike[:1], *names.beginning_alike(typed.key, limit), *alike])
    return gazetteer.without_twins(found)[:limit]
