"""What people (staff and visitors) write in the directory. Imports have their own module."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils.timezone import now
from wagtail.log_actions import log

from directory.imports import merging
from directory.models import CorrectionRequest, Professional, ServiceArea, Source
from territories.models import Commune

RELATIONS = ("trades", "service_areas")
HELD_FIELDS = (
    "name",
    "siret",
    "contact_name",
    "email",
    "phone",
    "website",
    "address",
    "postcode",
    "city",
    "commune",
    "latitude",
    "longitude",
    "description",
    "charter_signed_on",
    "charter_review_on",
    "for_houses",
    "for_coownerships",
    *RELATIONS,
)  # what an import writes, and what staff may take from its hands
REFERENCE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that a telephone mistakes for another
MOST_PER_HOUR = 10  # reports on one sheet; the next ones wait in quarantine
LONGEST_MESSAGE = 10_000  # with what was added by sending the same form again


@dataclass(frozen=True, slots=True)
class SourceValue:
    """What a list says of one field: `value` as it was received (JSON), None where no list speaks of it."""

    source: str
    extracted_on: date
    value: Any


@dataclass(frozen=True, slots=True)
class Sender:
    """Who reports; every part may be empty. Without e-mail or telephone nobody can answer."""

    name: str = ""
    email: str = ""
    phone: str = ""


def hold_fields(*, professional: Professional, names: Iterable[str]) -> None:
    """Note, without saving, that staff typed these fields: imports leave them alone from now on."""
    held = set(professional.edited_fields) | (set(names) & set(HELD_FIELDS))
    professional.edited_fields = [name for name in HELD_FIELDS if name in held]


def source_values(professional: Professional) -> dict[str, SourceValue]:
    """Give, for each field that a list speaks of, the value of the list that wins (the charter's over RGE's)."""
    order = {source: rank for rank, source in enumerate(Source.values)}
    records = sorted(professional.source_records.all(), key=lambda record: order[record.source])
    return {
        name: SourceValue(record.get_source_display(), record.extracted_on, value)
        for record in records
        for name, value in record.fields.items()
        if value not in (None, "")
    }


def give_back(*, professional: Professional, names: Iterable[str]) -> None:
    """Put back, without saving, what the lists say of these fields, as an import would; imports may write them again.

    Fields that make sense together (an address and its position) go back together. A firm no list speaks of keeps
    its values. Trades and areas come back with the next import.
    """
    given = {each for name in names for each in _together(name)}
    if not given:
        return
    professional.edited_fields = [name for name in professional.edited_fields if name not in given]
    received = list(professional.source_records.all())
    if received:
        values = {record.source: record.fields for record in received}
        days = {record.source: record.extracted_on for record in received}
        merging.show(professional, values, days, cast(Any, _Centres()))


@transaction.atomic
def confirm_areas(*, professional: Professional, by: AbstractBaseUser) -> int:
    """Turn a firm's supposed areas into areas that staff vouch for; give how many. Logged with who and when."""
    supposed = list(professional.service_areas.filter(supposed=True))
    if not supposed:
        return 0
    known = {_extent(area) for area in professional.service_areas.filter(source=Source.STAFF, supposed=False)}
    for area in supposed:
        if _extent(area) in known:
            area.delete()  # staff had already typed the same one
            continue
        area.supposed, area.source = False, Source.STAFF
        area.save()
        known.add(_extent(area))
    hold_fields(professional=professional, names=["service_areas"])
    professional.save(update_fields=["edited_fields", "updated_at"])
    log(professional, "directory.confirm_areas", user=by, data={"areas": [str(area) for area in supposed]})
    return len(supposed)


def submit_correction(
    *, professional: Professional, kind: str, message: str, sender: Sender, key: str, doubtful: bool = False
) -> CorrectionRequest:
    """Save a report once per form shown (`key`) and give it; a doubtful one is put aside, never dropped.

    The same form sent again with other words adds them to the first report, which is then to handle again.
    """
    try:
        with transaction.atomic():
            return CorrectionRequest.objects.create(
                reference=_reference(),
                key=key,
                professional=professional,
                professional_name=professional.name,
                kind=kind,
                message=message,
                name=sender.name,
                email=sender.email,
                phone=sender.phone,
                quarantined=doubtful or _too_many(professional),
            )
    except IntegrityError:  # sent before, or the other click was faster
        return _complete(CorrectionRequest.objects.get(key=key), message)


@transaction.atomic
def handle_correction(*, correction: CorrectionRequest, by: AbstractBaseUser) -> None:
    """Mark a report as handled, with who and when. Handling it again changes nothing."""
    done = CorrectionRequest.objects.waiting().filter(pk=correction.pk)
    if done.update(state=CorrectionRequest.State.HANDLED, handled_at=now(), handled_by=by):
        log(correction, "directory.handle_correction", user=by)


class _Centres:
    """The centre of one commune at a time; an import reads them all instead."""

    def centre(self, code: str | None) -> tuple[float | None, float | None]:
        return Commune.objects.filter(pk=code).values_list("latitude", "longitude").first() or (None, None)


def purge_corrections(*, today: date, dry_run: bool = False) -> int:
    """Erase the reports that were kept as long as was said; give how many. The purge can be run again at any time."""
    old = CorrectionRequest.objects.kept_too_long(today)
    return old.count() if dry_run else old.delete()[0]


def _together(name: str) -> tuple[str, ...]:
    return next((group for group in (merging.OFFICE, merging.HOUSING, merging.CHARTER) if name in group), (name,))


def _complete(known: CorrectionRequest, message: str) -> CorrectionRequest:
    with transaction.atomic():
        known = CorrectionRequest.objects.select_for_update().get(pk=known.pk)
        if message not in known.message:
            known.message = f"{known.message}\n\n{message}"[:LONGEST_MESSAGE]
            known.state, known.handled_at, known.handled_by = CorrectionRequest.State.NEW, None, None
            known.save()
    return known


def _too_many(professional: Professional) -> bool:
    hour = CorrectionRequest.objects.filter(professional=professional, created_at__gt=now() - timedelta(hours=1))
    return hour.count() >= MOST_PER_HOUR


def _reference() -> str:
    return "S-" + "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(8))


def _extent(area: ServiceArea) -> tuple[Any, ...]:
    return (area.kind, area.commune_id, area.epci_id, area.department_id, area.region_id, area.radius_km, area.trade_id)
