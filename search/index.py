"""Keep the index true to the directory, in the very transaction that changes it: they cannot drift apart."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.utils.timezone import localdate

from core.models import Generation
from directory.models import Professional, Qualification
from search.engines.embedded import upkeep
from search.models import IndexedFirm

MANY = 5_000  # firms in one go, from which on everything is made again when they are a fifth of all
BATCH = 500

_gathered: ContextVar[set[int] | None] = ContextVar("gathered", default=None)


def rebuild() -> int:
    """Make the whole index again and give how many firms it holds. Readers see the former one until the commit."""
    with transaction.atomic():
        Generation.bump()  # its row is the lock: one writer at a time
        return upkeep.rebuild(localdate())


def index(ids: Collection[int]) -> None:
    """File these firms as they stand now; those that are hidden or deleted leave the index."""
    ids = sorted(set(ids))
    if not ids:
        return
    with transaction.atomic():
        Generation.bump()  # its row is the lock: one writer at a time
        for start in range(0, len(ids), BATCH):
            upkeep.index(ids[start : start + BATCH], localdate())


def remove(ids: Collection[int]) -> None:
    """Take firms out of the index once they are hidden or deleted."""
    index(ids)


def changed(ids: Collection[int] | None) -> None:
    """Follow a change of these firms (None: of any), now or at the end of `gathering`."""
    gathered = _gathered.get()
    if ids is None or (len(ids) >= MANY and len(ids) * 5 > IndexedFirm.objects.count()):
        rebuild()
    elif gathered is not None:
        gathered.update(ids)
    else:
        index(ids)


@contextmanager
def gathering() -> Iterator[None]:
    """File each firm once, at the end, however often the block changes it. Whole or not at all."""
    if _gathered.get() is not None:
        yield
        return
    firms: set[int] = set()
    token = _gathered.set(firms)
    try:
        with transaction.atomic():
            yield
            _gathered.reset(token)
            token = _gathered.set(None)
            changed(firms)
    finally:
        _gathered.reset(token)


def refresh() -> int:
    """File anew the firms of which a qualification began or ended in the last days, and say how many.

    Searches are right without it; it spares them a look at the qualifications of these firms.
    """
    today = localdate()
    week = (today.fromordinal(today.toordinal() - 8), today)
    rows = Qualification.objects.filter(professional__status=Professional.Status.PUBLISHED).order_by()
    ids = set(rows.filter(starts__range=week).values_list("professional_id", flat=True))
    ids |= set(rows.filter(ends__range=week).values_list("professional_id", flat=True))
    changed(ids)
    return len(ids)
