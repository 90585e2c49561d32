"""What a firm did elsewhere on this site. The directory says what a reference is; another room gives them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Reference:
    """A project that a firm took part in: its title, its address, its part in it, and where and when, in words."""

    title: str
    url: str
    role: str
    facts: str


def references_of(firm: int) -> tuple[Reference, ...]:
    """Give the published references of a firm, by its key, as `settings.DIRECTORY_REFERENCES` knows them."""
    find: Callable[[int], tuple[Reference, ...]] = import_string(settings.DIRECTORY_REFERENCES)
    return find(firm)
