"""Which cases an address asks for: `?fiche=12&fiche=31`. Pure; the state of a pack is nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

FEWEST, MOST = 2, 4
MAX_READ = 50  # values of the parameter that are looked at
MAX_ID = 2**31 - 1


@dataclass(frozen=True, slots=True)
class PackRequest:
    """The ids asked for, once each, in their order, at most `MOST`; how many values were left aside, and why.

    `unread` counts values that are no id, `beyond` ids over the number that a pack holds.
    """

    ids: tuple[int, ...] = ()
    unread: int = 0
    beyond: int = 0

    @property
    def query(self) -> str:
        """Give the query string of this pack."""
        return pack_query(self.ids)

    @property
    def is_full(self) -> bool:
        """Tell whether a pack takes no more."""
        return len(self.ids) >= MOST

    def with_one(self, pk: int) -> "PackRequest":
        """Give the pack with one more case."""
        return PackRequest((*(each for each in self.ids if each != pk), pk)[:MOST])

    def without(self, pk: int) -> "PackRequest":
        """Give the pack without a case."""
        return PackRequest(tuple(each for each in self.ids if each != pk))


def read(values: Iterable[str]) -> PackRequest:
    """Read the values of `fiche`. Never fails."""
    ids, unread = [], 0
    for value in list(values)[:MAX_READ]:
        if (pk := _id(value)) is None:
            unread += 1
        elif pk not in ids:
            ids.append(pk)
    return PackRequest(tuple(ids[:MOST]), unread, max(0, len(ids) - MOST))


def pack_query(ids: Iterable[int]) -> str:
    """Write ids as addresses name them."""
    return urlencode([("fiche", pk) for pk in ids])


def _id(value: str) -> int | None:
    if not (value.isascii() and value.isdecimal() and len(value) <= 10):
        return None
    return int(value) if 0 < int(value) <= MAX_ID else None
