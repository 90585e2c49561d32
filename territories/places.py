"""Which place did the visitor mean? The one door to the geography for pages and the API.

`territory` is the SIREN of the inter-communal body that asks: its places are likelier meant, and they alone are
`inside`. Left out, it is the installation's own (`settings.TERRITORY_EPCI`).

Everything is answered from memory (`territories.index`): no query per call, any text gets an answer, none raises.
"""

from territories import index, reading, suggesting
from territories.place import Answer, Place

MAX_SUGGESTIONS = 20


def find(text: str, territory: str = "") -> Answer:
    """Say which place a text means: a postcode, a part of one, a department or a name, misspelled or not.

    What is never read is an INSEE code: "31150" is Bruguières' postcode, not Cornebarrieu's code.
    """
    return reading.read(index.current(territory), text)


def commune(code: str, territory: str = "") -> Place | None:
    """Give the commune or arrondissement of an INSEE code (from the chooser); a merged one gives its successor."""
    gazetteer = index.current(territory)
    code = code.upper()
    entry = gazetteer.communes.get(gazetteer.successors.get(code, code))
    return None if entry is None else gazetteer.place(entry)


def department(code: str) -> Place | None:
    """Give a department by its code ("31", "2A", "974")."""
    gazetteer = index.current()
    entry = gazetteer.departments.get(code.upper())
    return None if entry is None else gazetteer.place(entry)


def suggest(text: str, limit: int = 8, territory: str = "") -> list[Place]:
    """Give the places that a text may be the beginning of, likeliest first, at most `limit` (20)."""
    return suggesting.suggest(index.current(territory), text, max(0, min(limit, MAX_SUGGESTIONS)))
