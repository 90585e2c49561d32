"""Which place did the visitor mean? The one door to the geography for pages and the API.

Everything is answered from memory (`territories.index`): no query per call, any text gets an answer, none raises.
"""

from territories import index, reading, suggesting
from territories.place import Answer, Place

MAX_SUGGESTIONS = 20


def find(text: str) -> Answer:
    """Say which place a text means: a postcode, a part of one, a department or a name, misspelled or not.

    What is never read is an INSEE code: "31150" is Bruguières' postcode, not Cornebarrieu's code.
    """
    return reading.read(index.current(), text)


def commune(code: str) -> Place | None:
    """Give the commune or arrondissement of an INSEE code (from the chooser); a merged one gives its successor."""
    gazetteer = index.current()
    code = code.upper()
    entry = gazetteer.communes.get(gazetteer.successors.get(code, code))
    return None if entry is None else gazetteer.place(entry)


def department(code: str) -> Place | None:
    """Give a department by its code ("31", "2A", "974")."""
    gazetteer = index.current()
    entry = gazetteer.departments.get(code.upper())
    return None if entry is None else gazetteer.place(entry)


def suggest(text: str, limit: int = 8) -> list[Place]:
    """Give the places that a text may be the beginning of, likeliest first, at most `limit` (20)."""
    return suggesting.suggest(index.current(), text, max(0, min(limit, MAX_SUGGESTIONS)))
