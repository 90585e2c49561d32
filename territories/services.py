"""What writes the geography: loading the shipped files, all of them or nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models, transaction

from territories import files, index
from territories.files import Row
from territories.models import Commune, Department, Edition, Epci, FormerCommune, Postcode, Region

BATCH = 2_000
Progress = Callable[[str, int, int], None]  # what is being done, rows done, rows in all

TABLES: tuple[tuple[str, type[models.Model], tuple[str, ...]], ...] = (
    ("regions", Region, ("code", "name")),
    ("departments", Department, ("code", "name", "region_id")),
    ("epcis", Epci, ("code", "name")),
    (
        "communes",
        Commune,
        ("code", "name", "department_id", "epci_id", "parent_id", "population", "latitude", "longitude"),
    ),
)
LINKS: tuple[tuple[str, type[models.Model], tuple[str, ...]], ...] = (
    ("postcodes", Postcode, ("code", "commune_id")),
    ("former_communes", FormerCommune, ("old_code", "name", "commune_id")),
)


@dataclass(slots=True)
class Loading:
    """What a loading did, in rows. `kept` rows left the data but something still names them."""

    up_to_date: bool = False
    created: int = 0
    updated: int = 0
    removed: int = 0
    kept: int = 0


def load(*, progress: Progress = lambda *row: None, force: bool = False, folder: Path = files.FOLDER) -> Loading:
    """Put the shipped geography in the database, in one transaction, and say what changed.

    Primary keys stay. The same files twice change nothing, unless forced. Raise `BadGeography` when a file is
    missing or damaged: the database is then as it was.
    """
    digest = files.digest(folder)
    if not force and _loaded_digest() == digest:
        return Loading(up_to_date=True)
    geography = files.read(folder)
    loading = Loading()
    with transaction.atomic():
        for name, model, columns in TABLES:
            _write(model, columns, getattr(geography, name), loading, progress)
        for name, model, columns in LINKS:
            _relink(model, columns, getattr(geography, name), loading, progress)
        for name, model, _columns in reversed(TABLES):
            _remove(model, {row[0] for row in getattr(geography, name)}, loading)
        Edition.objects.create(digest=digest)
        transaction.on_commit(index.forget)
    return loading


def is_loaded() -> bool:
    """Tell whether a geography is there (one query)."""
    return Edition.objects.exists()


def _loaded_digest() -> str | None:
    return Edition.objects.values_list("digest", flat=True).first()


def _write(
    model: type[models.Model], columns: tuple[str, ...], rows: list[Row], loading: Loading, progress: Progress
) -> None:
    """Create the rows that are new, update those that differ, leave the others alone."""
    present = {row[0]: row for row in model._default_manager.values_list(*columns)}
    changed = [row for row in rows if present.get(row[0]) != row]
    updated = sum(row[0] in present for row in changed)
    loading.updated += updated
    loading.created += len(changed) - updated
    for batch in _batches(model, changed, progress):
        model._default_manager.bulk_create(
            (model(**dict(zip(columns, row, strict=True))) for row in batch),
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=[column.removesuffix("_id") for column in columns[1:]],
        )


def _relink(
    model: type[models.Model], columns: tuple[str, ...], rows: list[Row], loading: Loading, progress: Progress
) -> None:
    """Make a table of links hold these rows and no other."""
    present: dict[tuple[Any, ...], Any] = {
        row[:-1]: row[-1] for row in model._default_manager.values_list(*columns, "pk")
    }
    wanted = dict.fromkeys(rows)
    gone = [pk for row, pk in present.items() if row not in wanted]
    for start in range(0, len(gone), BATCH):
        model._default_manager.filter(pk__in=gone[start : start + BATCH]).delete()
    fresh = [row for row in wanted if row not in present]
    loading.removed += len(gone)
    loading.created += len(fresh)
    for batch in _batches(model, fresh, progress):
        model._default_manager.bulk_create(model(**dict(zip(columns, row, strict=True))) for row in batch)


def _remove(model: type[models.Model], codes: set[Any], loading: Loading) -> None:
    """Take away the rows that left the data, except those that a service area or a firm still names."""
    gone = [code for code in model._default_manager.values_list("pk", flat=True) if code not in codes]
    for code in gone:
        try:
            model._default_manager.filter(pk=code).delete()
            loading.removed += 1
        except models.ProtectedError:
            loading.kept += 1


def _batches(model: type[models.Model], rows: list[Row], progress: Progress) -> Iterator[list[Row]]:
    label = str(model._meta.verbose_name_plural)
    for start in range(0, len(rows), BATCH):
        progress(label, start, len(rows))
        yield rows[start : start + BATCH]
    progress(label, len(rows), len(rows))


def is_territory(code: str) -> bool:
    """Tell whether an inter-communal body bears this SIREN; any may, while no geography is loaded."""
    return Epci.objects.filter(pk=code).exists() or not Epci.objects.exists()
