"""Pages of a list: which one an address asks for, and which ones its links lead to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

MAX_PAGE = 10_000


def read_page(text: str) -> int:
    """Give the page that an address asks for, the first one when it says nothing that is a page."""
    if not (text.isascii() and text.isdecimal() and len(text) < 9):
        return 1
    return min(max(int(text), 1), MAX_PAGE)


def query_string(values: dict[str, Any]) -> str:
    """Write what a list is asked, without what says nothing (an empty value, the first page); a tuple says several."""
    said = [(name, value) for name, value in values.items() if value and (name, value) != ("page", 1)]
    return urlencode(said, doseq=True)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the pagination: a page, or the gap between two (`number` 0)."""

    number: int
    query: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages of a list from the one being read; `query_of` gives the query string of a page by its number."""

    here: int
    last: int
    query_of: Callable[[int], str]

    @property
    def steps(self) -> list[Step]:
        """List the pages around this one, the first and the last; none when there is but one."""
        return [Step(n, self.query_of(n), n == self.here) if n else Step(0) for n in self._numbers()]

    @property
    def previous_query(self) -> str | None:
        """Give the query of the page before, None on the first one."""
        return self.query_of(self.here - 1) if self.here > 1 else None

    @property
    def next_query(self) -> str | None:
        """Give the query of the page after, None on the last one."""
        return self.query_of(self.here + 1) if self.here < self.last else None

    def _numbers(self) -> Iterator[int]:
        """Give the numbers in order, with 0 where some are left out."""
        before = 0
        near = {1, self.here - 1, self.here, self.here + 1, self.last} & set(range(1, self.last + 1))
        for number in sorted(near) if self.last > 1 else ():
            if number > before + 1:
                yield 0
            yield number
            before = number
