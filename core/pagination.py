"""Pages of a list: which one an address asks for, and which ones its links lead to."""

MAX_PAGE = 10_000


def read_page(text: str) -> int:
    """Give the page that an address asks for, the first one when it says nothing that is a page."""
    if not (text.isascii() and text.isdecimal() and len(text) < 9):
        return 1
    return min(max(int(text), 1), MAX_PAGE)


def steps(here: int, last: int) -> list[int]:
    """List the pages around this one, the first and the last, with 0 where some are left out."""
    before, found = 0, []
    for number in sorted({1, here - 1, here, here + 1, last} & set(range(1, last + 1))):
        if number > before + 1:
            found.append(0)
        found.append(number)
        before = number
    return found
