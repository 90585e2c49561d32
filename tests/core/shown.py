"""What blocks show, once they are published."""

from collections.abc import Callable

from bs4 import Tag

Show = Callable[..., Tag]  # takes blocks, gives the main part of a page that holds them: the fixture `show`


def words(tag: Tag | None) -> str:
    """Give the words of a part of a page, that must be there."""
    assert tag is not None
    return " ".join(tag.get_text(" ").split())
