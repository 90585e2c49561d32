"""A name typed, and the place it means.

How homonyms are settled: a place is taken without asking when it weighs at least 20 times the next one and at least
10 000; otherwise the visitor chooses. A place weighs its population, ten times over in the shop's own territory and a
tenth for a department (`territories.index`). A longer name ("Saint-Orens-de-Gameville") joins the homonyms of a small
commune ("Saint-Orens", 82 people) when it weighs 20 times more.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import product
from math import log

from territories.gazetteer import MAX_OPTIONS, Gazetteer
from territories.names import Spelling, slips_forgiven
from territories.place import Answer, Choice, Found, NotAPlace, Unknown
from territories.spelling import Typed

OVERWHELMING = 20
WELL_KNOWN = 10_000
LONG_NAME = 8  # letters from which even a village's name is repaired
NOTABLE = 2_000  # weight from which a shorter name is
MIN_BEGUN = 4  # letters from which a name is completed in the middle of a word, or before its first one
MANY = 500
NEAREST = 5

Keep = Callable[[int], bool]


def everywhere(entry: int) -> bool:
    """Keep any entry."""
    return True


def named(gazetteer: Gazetteer, typed: Typed, keep: Keep = everywhere) -> Answer:
    """Read a name: whole, else begun, else one of its words, else misspelled, else part of an address."""
    answer = _region(gazetteer, typed) or _exact(gazetteer, typed, keep)
    if answer or typed.strange:
        return answer or NotAPlace(typed.text)
    begun = _begun(gazetteer, typed, keep)
    if begun and any(gazetteer.weights[entry] >= NOTABLE for entry in begun):
        return settled(gazetteer, begun, typed, repaired=True)
    spellings = gazetteer.names.alike(typed.key, MANY)
    misspelled = _misspelled(gazetteer, typed, keep, spellings)
    if begun:  # a village's name begun, or a town's misspelled ("bagnac": Bagnac-sur-Célé or Blagnac)
        return settled(gazetteer, [*begun, *misspelled], typed, repaired=True)
    if misspelled:
        return _repaired(gazetteer, misspelled, typed)
    return (
        _cut_short(gazetteer, typed, keep)
        or _part(gazetteer, typed, keep, spellings)
        or _unknown(gazetteer, typed, spellings)
    )


def settled(gazetteer: Gazetteer, entries: Iterable[int], typed: Typed, *, repaired: bool = False) -> Found | Choice:
    """Take the place that outweighs the others by far, or let the visitor choose."""
    ordered = gazetteer.heaviest(gazetteer.without_twins(entries))[:MAX_OPTIONS]
    if _dominates(gazetteer, ordered):
        prefix = typed.number if len(typed.number) > 2 else ""
        place = gazetteer.place(ordered[0], gazetteer.postcode(ordered[0], prefix))
        return Found(place, place.name if repaired else "")
    options = gazetteer.places(ordered)
    return Choice(options=options, searched=options)


def with_repair(answer: Answer) -> Answer:
    """Say what was read when a part of what was typed was left aside."""
    if isinstance(answer, Found) and not answer.repaired:
        return replace(answer, repaired=answer.place.label)
    return answer


def _dominates(gazetteer: Gazetteer, ordered: list[int]) -> bool:
    first, *others = (gazetteer.weights[entry] for entry in ordered)
    return not others or (first >= OVERWHELMING * others[0] and first >= WELL_KNOWN)


def _region(gazetteer: Gazetteer, typed: Typed) -> Unknown | None:
    """Show a region's largest departments: a firm may serve a region, but a visitor lives in a commune."""
    region = gazetteer.region(typed.key)
    if region is None:
        return None
    departments = [entry for entry in gazetteer.departments.values() if gazetteer.lines[entry].region == region]
    if any(gazetteer.lines[entry].kind == "department" for entry in gazetteer.names.exactly(typed.key)):
        return None
    return Unknown(typed.text, is_postcode=False, nearest=gazetteer.places(departments)[:NEAREST])


def _exact(gazetteer: Gazetteer, typed: Typed, keep: Keep) -> Found | Choice | None:
    entries = [entry for entry in gazetteer.names.exactly(typed.key) if keep(entry)]
    if not entries:
        return None
    former = typed.key not in gazetteer.names.current
    # How many people lived in a commune that is no more is not known: few.
    heaviest = NOTABLE // OVERWHELMING if former else max(gazetteer.weights[entry] for entry in entries)
    if heaviest >= WELL_KNOWN:
        return settled(gazetteer, entries, typed)
    begun = gazetteer.names.beginning(typed.key, MANY, whole_words=True, first_word=True, former=False)
    longer = [
        entry
        for entry in begun
        if keep(entry) and entry not in entries and gazetteer.weights[entry] >= OVERWHELMING * heaviest
    ]
    return settled(gazetteer, [*entries, *longer], typed, repaired=former or bool(longer))


def _begun(gazetteer: Gazetteer, typed: Typed, keep: Keep) -> list[int]:
    """Complete "saint orens" with the words that follow, else "orens" with those that come before too."""
    firsts = (True, False) if len(typed.key) >= MIN_BEGUN else (True,)
    for former, first_word in product((False, True), firsts):
        begun = gazetteer.names.beginning(typed.key, MANY, whole_words=True, first_word=first_word, former=former)
        if entries := [entry for entry in begun if keep(entry)]:
            return entries
    return []


def _misspelled(gazetteer: Gazetteer, typed: Typed, keep: Keep, spellings: list[Spelling]) -> list[int]:
    """Repair a few slips when one name, and no other, may have been meant."""
    names = gazetteer.names
    likely = [spelling for spelling in spellings if any(keep(entry) for entry in names.exactly(spelling.key))]
    if not likely or likely[0].slips > slips_forgiven(typed.key):
        return []
    if len(likely) > 1 and likely[0].score < likely[1].score + log(OVERWHELMING):
        return []
    if len(typed.key) < LONG_NAME and names.best[likely[0].key] < log(NOTABLE):
        return []
    return [entry for entry in names.exactly(likely[0].key) if keep(entry)]


def _repaired(gazetteer: Gazetteer, entries: list[int], typed: Typed) -> Found | Choice:
    answer = settled(gazetteer, entries, typed, repaired=True)
    return replace(answer, repaired=answer.options[0].name) if isinstance(answer, Choice) else answer


def _cut_short(gazetteer: Gazetteer, typed: Typed, keep: Keep) -> Found | None:
    """Complete "toulou" when one place outweighs every other that begins so."""
    if len(typed.key) < MIN_BEGUN:
        return None
    begun = gazetteer.names.beginning(typed.key, MANY, first_word=True, former=False)
    entries = [entry for entry in begun if keep(entry) and gazetteer.weights[entry] >= NOTABLE]
    answer = settled(gazetteer, entries, typed, repaired=True) if entries else None
    return answer if isinstance(answer, Found) else None


def _part(gazetteer: Gazetteer, typed: Typed, keep: Keep, spellings: list[Spelling]) -> Answer | None:
    """Find a well-known name at the end or at the beginning of an address ("12 rue de la Paix, Toulouse")."""
    if any(spelling.slips <= slips_forgiven(typed.key) for spelling in spellings):
        return None  # rather a name misspelled than an address
    count = len(typed.words)
    for length in range(count - 1, 0, -1):
        for part in (typed.words[count - length :], typed.words[:length]):
            entries = gazetteer.names.current.get("".join(part), ())
            known = [e for e in entries if keep(e) and gazetteer.weights[e] >= WELL_KNOWN]
            if known:
                return with_repair(settled(gazetteer, known, typed))
    return None


def _unknown(gazetteer: Gazetteer, typed: Typed, spellings: list[Spelling]) -> Unknown:
    names = gazetteer.names
    entries = names.beginning(typed.key, NEAREST, first_word=True) if len(typed.key) >= MIN_BEGUN else []
    for spelling in spellings[:NEAREST]:
        entries += names.exactly(spelling.key)
    nearest = gazetteer.without_twins(dict.fromkeys(entries))[:NEAREST]
    return Unknown(typed.text, is_postcode=False, nearest=tuple(gazetteer.place(entry) for entry in nearest))
