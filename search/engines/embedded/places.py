"""Where a firm must work to be found: the keys to read, and the test of a name's records."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from territories.place import Place

from . import sphere
from .records import (
    ALL,
    COMMUNE,
    DEPARTMENT,
    EPCI,
    FRANCE,
    OFFICE_BITS,
    RADIUS,
    REGION,
    TOUCHED,
    Records,
    area,
    code_number,
    commune_number,
    commune_numbers,
)

Mask = NDArray[np.bool_]
NO_AREA = -2  # next to none
_FEW = 16  # numbers, up to which comparing with each is faster than sorting


@dataclass(frozen=True)
class Where:
    """The places of a search; none means everywhere."""

    places: Sequence[Place]

    @cached_property
    def centres(self) -> list[Place]:
        """Give the places that distances are measured from."""
        return [place for place in self.places if place.latitude is not None and place.longitude is not None]

    @cached_property
    def departments(self) -> list[Place]:
        """Give the places that are departments: an area serves one when it touches it."""
        return [place for place in self.places if place.kind == "department"]

    @cached_property
    def communes(self) -> set[int]:
        """Give the numbers of the communes (offices there stand in the first distance band)."""
        return {commune_number(code) for place in self.places for code in place.communes}

    @property
    def may_repeat(self) -> bool:
        """Tell whether a firm with one area may be read twice: an EPCI that touches several of the departments."""
        return len(self.places) > 1 and bool(self.departments)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Give the areas to read, as runs of numbers: neighbours, such as a row's cells, are read at once."""
        if not self.places:
            return [(area(ALL), area(ALL))]
        areas = sorted({*self._named, *self._cells, *self._touched})
        starts = [number for number, before in zip(areas, [NO_AREA, *areas], strict=False) if number != before + 1]
        ends = [number for number, after in zip(areas, [*areas[1:], NO_AREA], strict=True) if number != after - 1]
        return list(zip(starts, ends, strict=True))

    @cached_property
    def _named(self) -> set[int]:
        """Give the areas that cover the places by their codes."""
        found = {area(FRANCE), *(area(COMMUNE, commune) for commune in self.communes)}
        for place in self.places:
            if place.epci:
                found.add(area(EPCI, int(place.epci)))
            if place.department:
                found.add(area(DEPARTMENT, code_number(place.department)))
            if place.region:
                found.add(area(REGION, code_number(place.region)))
        return found

    @property
    def _cells(self) -> list[int]:
        centres = ((place.latitude or 0.0, place.longitude or 0.0) for place in self.centres)
        return [cell for centre in centres for cell in sphere.cells_around(*centre)]

    @property
    def _touched(self) -> list[int]:
        return [area(TOUCHED, code_number(place.code)) for place in self.departments]

    def covered(self, areas: NDArray[np.int64], records: Records) -> Mask:
        """Tell which records of a name stand for an area that covers or touches the places by its codes.

        A radius touches the department of its office; how far it reaches is not looked at here.
        """
        named = [*self._named, *self._touched]
        found = np.isin(areas, np.array(named, np.int64)) if len(named) > _FEW else _any_of(areas, named)
        for place in self.departments:
            numbers = commune_numbers(place.code)
            offices = (records["office"] & np.uint32((1 << OFFICE_BITS) - 1)).astype(np.int64)
            found |= _within(areas - area(COMMUNE), numbers)
            found |= (areas == area(RADIUS)) & _within(offices, numbers)
        return found


@lru_cache(maxsize=4096)
def where_of(places: Sequence[Place]) -> Where:
    """Give where some places are: their areas are the same at every search."""
    return Where(places)


def _any_of(numbers: NDArray[np.int64], wanted: list[int]) -> Mask:
    found = np.zeros(len(numbers), np.bool_)
    for number in wanted:
        found |= numbers == number
    return found


def _within(numbers: NDArray[np.int64], wanted: range) -> Mask:
    found: Mask = (numbers >= wanted.start) & (numbers < wanted.stop)
    return found
