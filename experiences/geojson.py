"""The cases as GeoJSON: what the map reads, and anybody else."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from core.dates import month_in_words
from core.languages import language_of
from core.models import PictureRendition
from core.pictures.renditions import SHAPES
from experiences.cases import Case
from experiences.vocabulary import dwellings_in_words

KEPT = 4000  # cases in memory, in each process
PICTURE = SHAPES["card"].spec(SHAPES["card"].widths[0], "webp")


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the cases stand: the address of their list, its place in the tree, and the language that readers read."""

    url: str
    url_path: str
    language: str

    def url_of(self, case: Case) -> str:
        """Give the address of a case."""
        return self.url + case.url_path.removeprefix(self.url_path)


def collection(cases: tuple[Case, ...], folder: Folder) -> bytes:
    """Write these cases as GeoJSON (RFC 7946; null where no position is published), in their order: one query."""
    pictures = _pictures(cases)
    spoken = [name_of(case, folder.language) for case in cases]
    shared, seen = Counter(spoken), Counter[str]()
    features = []
    for case, name in zip(cases, spoken, strict=True):
        seen[name] += 1
        alone = name if shared[name] == 1 else f"{name} ({seen[name]})"
        features.append(_feature(case, alone, folder, pictures.get(case.picture_id or 0, "")))
    return f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'.encode()


@lru_cache(maxsize=KEPT)
def name_of(case: Case, language: str) -> str:
    """Say a case in one line, as a marker says it (title, commune, label, size), in the language of the moment."""
    label = _("étiquette %s") % case.label_after if case.label_after else _("étiquette inconnue")
    return ", ".join(filter(None, (case.title, case.commune__name, label, dwellings_in_words(case.dwellings))))


def within(cases: tuple[Case, ...], box: tuple[float, float, float, float] | None) -> tuple[Case, ...]:
    """Keep the cases of a box (west, south, east, north, degrees); all of them when there is none."""
    if box is None:
        return cases
    west, south, east, north = box
    return tuple(
        case for case in cases if case.point and west <= case.point[0] <= east and south <= case.point[1] <= north
    )


@lru_cache(maxsize=KEPT)
def _feature(case: Case, name: str, folder: Folder, picture: str) -> str:
    """Write one case. What is kept is found again by all that it says: a case that changes is written anew."""
    point = case.point
    feature = {
        "type": "Feature",
        "id": case.pk,
        "geometry": {"type": "Point", "coordinates": point} if point else None,
        "properties": _properties(case, name, folder) | {"picture": picture},
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _properties(case: Case, name: str, folder: Folder) -> dict[str, Any]:
    return {
        "name": name,
        "title": case.title,
        "url": folder.url_of(case),
        "language": _language(case, folder.language),
        "commune": case.commune_id,
        "place": case.commune__name,
        "housing": case.answers()["logement"],
        "dwellings": case.dwellings,
        "size": dwellings_in_words(case.dwellings),
        "finished": month_in_words(case.finished_on) if case.finished_on else "",
        "period": case.period,
        "heating": case.heating_energy,
        "works": case.works,
        "label_before": case.label_before,
        "label_after": case.label_after,
        "gain_percent": case.gain_percent,
    }


def _language(case: Case, reader: str) -> str:
    """Give the language of the text, empty when it is the reader's own."""
    language = language_of(case.source_locale_id or case.locale_id)
    return "" if language == reader else language


def _pictures(cases: tuple[Case, ...]) -> dict[int, str]:
    """Give the address of each picture at the size of a popup, where it was made already."""
    keys = {case.picture_id for case in cases if case.picture_id}
    if not keys:
        return {}
    rows = PictureRendition.objects.filter(filter_spec=PICTURE, image_id__in=keys)
    storage = PictureRendition._meta.get_field("file").storage
    return {image: storage.url(name) for image, name in rows.values_list("image_id", "file")}
