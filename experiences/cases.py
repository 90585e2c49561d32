"""The cases that a list and its map are made of, read at once: two queries, whatever their number.

A thousand of them are narrowed and counted in memory in a few milliseconds, where one query for each count would cost
the database a hundred times that. The list, the map and the GeoJSON all start here: they cannot differ.
"""

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from experiences.vocabulary import SIZES

GAINS = (30, 40, 50, 60)  # percent, the least that one asks for


@dataclass(frozen=True, slots=True)
class Case:
    """What a filter and a map know of a case. Positions are the published ones (degrees WGS84), None when unknown.

    `works` are slugs of trades; `gain_percent` is that of primary energy; `source_locale_id` is the language of the
    page whose text an untranslated page shows.
    """

    pk: int
    title: str
    url_path: str
    for_houses: bool
    for_coownerships: bool
    commune_id: str | None
    commune__name: str | None
    period: str
    dwellings: int | None
    heating_energy: str
    label_before: str
    label_after: str
    gain_percent: int | None
    finished_on: date | None
    shown_latitude: float | None
    shown_longitude: float | None
    picture_id: int | None
    locale_id: int
    source_locale_id: int | None
    works: tuple[str, ...]

    @property
    def point(self) -> tuple[float, float] | None:
        """Give longitude and latitude, in the order of GeoJSON."""
        if self.shown_latitude is None or self.shown_longitude is None:
            return None
        return self.shown_longitude, self.shown_latitude

    def answers(self) -> dict[str, tuple[str, ...]]:
        """Say which values of each filter keep the case."""
        gain = -1 if self.gain_percent is None else self.gain_percent
        return {
            "logement": _housing(self.for_houses, self.for_coownerships),
            "travaux": self.works,
            "gain": tuple(str(least) for least in GAINS if gain >= least),
            "periode": (self.period,),
            "taille": size_of(self.dwellings),
            "chauffage": (self.heating_energy,),
            "commune": (self.commune_id or "",),
            "etiquette": (self.label_after,),
        }


COLUMNS = tuple(
    {"source_locale_id": "alias_of__locale_id"}.get(each.name, each.name)
    for each in fields(Case)
    if each.name != "works"
)


def read_cases(pages: Any) -> tuple[Case, ...]:
    """Read these pages, the latest works first: two queries."""
    works = _works(pages)
    rows = pages.latest_first().select_related(None).values_list(*COLUMNS)
    return tuple(_case(*row, works.get(row[0], ())) for row in rows)


def size_of(dwellings: int | None) -> tuple[str, ...]:
    """Name the size that a number of dwellings falls in; none when it is unknown."""
    if not dwellings:
        return ()
    return tuple(
        slug
        for slug, (_label, least, most) in SIZES.items()
        if least <= dwellings and (most is None or dwellings <= most)
    )


def _case(*values: Any) -> Case:
    return Case(*values)


def _housing(for_houses: bool, for_coownerships: bool) -> tuple[str, ...]:
    return tuple(slug for slug, held in (("maison", for_houses), ("copropriete", for_coownerships)) if held)


def _works(pages: Any) -> dict[int, tuple[str, ...]]:
    through = pages.model.works.through.objects.filter(experiencepage__in=pages.order_by().values("pk"))
    works: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for page, slug in through.values_list("experiencepage_id", "trade__slug").order_by("trade__position"):
        works[page] = (*works[page], slug)
    return works
