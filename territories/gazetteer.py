"""The geography in memory: every commune, arrondissement and department under a small number, its entry."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from territories.names import Names
from territories.place import Place, PlaceKind

MAX_OPTIONS = 20
TERRITORY_WEIGHT = 10  # a shop's visitors live there: its communes count ten times their people


class Line(NamedTuple):
    """What is kept of a place; `Place` is made from it when asked for."""

    kind: PlaceKind
    code: str
    name: str
    department: str
    region: str
    epci: str
    parent: str
    population: int
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every place and the ways to it. Entries are positions in `lines`."""

    lines: list[Line]
    postcodes: list[tuple[str, ...]]
    weights: list[int]  # people, more in the territory: which place is likelier meant
    communes: dict[str, int]
    departments: dict[str, int]
    by_postcode: dict[str, tuple[int, ...]]
    sorted_postcodes: list[str]
    districts: dict[tuple[str, int], int]  # (commune's code, number) of an arrondissement
    successors: dict[str, str]  # code of a commune that is no more → of the one that took it over
    regions: dict[str, str]  # key of the name → code
    names: Names
    territory: str = ""  # SIREN of the inter-communal body from which it is looked at

    def seen_from(self, territory: str) -> "Gazetteer":
        """Give the same places as the people of a territory mean them: its own count ten times their people."""
        own = {entry for entry, line in enumerate(self.lines) if territory and line.epci == territory}
        weights = self.weights.copy()
        for entry in own:
            weights[entry] = 1 + self.lines[entry].population * TERRITORY_WEIGHT
        return replace(
            self, weights=weights, names=self.names.weighing(self.weights, weights, own), territory=territory
        )

    def place(self, entry: int, postcode: str = "") -> Place:
        """Make the place of an entry, named with this postcode, else with its first."""
        line, postcodes = self.lines[entry], self.postcodes[entry]
        own = (line.code,) if line.kind == "commune" else ()
        return Place(
            kind=line.kind,
            code=line.code,
            name=line.name,
            department=line.department,
            postcode=postcode or next(iter(postcodes), ""),
            postcodes=postcodes,
            region=line.region,
            epci=line.epci,
            communes=(*own, line.parent) if line.parent else own,
            population=line.population,
            latitude=line.latitude,
            longitude=line.longitude,
            inside=bool(line.epci) and line.epci == self.territory,
        )

    def places(self, entries: Iterable[int], prefix: str = "") -> tuple[Place, ...]:
        """Make at most twenty places, largest first, each named with a postcode that begins with `prefix`."""
        ordered = self.by_population(entries)[:MAX_OPTIONS]
        return tuple(self.place(entry, self.postcode(entry, prefix)) for entry in ordered)

    def postcode(self, entry: int, prefix: str) -> str:
        """Give the entry's first postcode that begins so, "" if none."""
        return next((code for code in self.postcodes[entry] if code.startswith(prefix)), "")

    def at(self, postcode: str) -> tuple[int, ...]:
        """Give the entries of a postcode; an arrondissement stands for its commune."""
        entries = self.by_postcode.get(postcode, ())
        covered = {self.lines[entry].parent for entry in entries}
        return tuple(entry for entry in entries if self.lines[entry].code not in covered)

    def under(self, prefix: str) -> list[int]:
        """Give the entries that have a postcode beginning so; an arrondissement stands for its commune."""
        start, end = (bisect_left(self.sorted_postcodes, prefix + mark) for mark in ("", ":"))
        found = {entry for code in self.sorted_postcodes[start:end] for entry in self.by_postcode[code]}
        return [entry for entry in found if not self.lines[entry].parent]

    def near(self, number: str, limit: int = 5) -> tuple[Place, ...]:
        """Give the largest communes whose postcodes begin most like this one; if none, the one of this INSEE code."""
        for length in range(min(len(number), 4), 1, -1):
            if under := self.under(number[:length]):
                return self.places(under, number[:length])[:limit]
        return (self.place(self.communes[number]),) if number in self.communes else ()

    def region(self, name: str) -> str | None:
        """Give the code of the region of this key ("occitanie", "regionoccitanie"), None if there is none."""
        return self.regions.get(name) or self.regions.get(name.removeprefix("region"))

    def matches(self, entry: int, number: str) -> bool:
        """Tell whether a number fits the entry: its department, one of its postcodes or a part of one."""
        department = self.lines[entry].department
        if len(number) < 3:
            return department == number or (number == "20" and department in {"2A", "2B"})
        return department == number or bool(self.postcode(entry, number))

    def without_twins(self, entries: Iterable[int]) -> list[int]:
        """Leave out a department that is little more than the commune of its name (Paris)."""
        entries = list(entries)
        communes = [self.lines[entry] for entry in entries if self.lines[entry].kind == "commune"]
        twins = {(line.department, line.name) for line in communes if 2 * line.population >= self._people(line)}
        return [
            entry
            for entry in entries
            if self.lines[entry].kind == "commune" or (self.lines[entry].code, self.lines[entry].name) not in twins
        ]

    def _people(self, line: Line) -> int:
        """Give the population of a commune's department."""
        return self.lines[self.departments[line.department]].population

    def by_population(self, entries: Iterable[int]) -> list[int]:
        """Put the largest places first."""
        return sorted(entries, key=lambda entry: (-self.lines[entry].population, self.lines[entry].code))

    def heaviest(self, entries: Iterable[int]) -> list[int]:
        """Put the likelier places first."""
        return sorted(entries, key=lambda entry: (-self.weights[entry], self.lines[entry].code))
