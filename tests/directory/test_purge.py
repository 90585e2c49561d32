"""What visitors reported is erased when it was said to be."""

from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils.timezone import now

from directory.models import CorrectionRequest
from directory.models.corrections import KEPT_MONTHS, QUARANTINE_DAYS
from tests.directory import records

pytestmark = pytest.mark.django_db


def report(age: timedelta, **fields):
    made = records.correction(records.professional(), key=uuid4().hex)
    CorrectionRequest.objects.filter(pk=made.pk).update(created_at=now() - age, **fields)
    return made


def purge(**options) -> str:
    out = StringIO()
    call_command("purge", stdout=out, **options)
    return out.getvalue()


def test_erases_what_is_too_old_and_nothing_else():
    report(timedelta(days=31 * (KEPT_MONTHS + 1)), message="Quetzalcoatlus")
    report(timedelta(days=QUARANTINE_DAYS + 2), quarantined=True)
    recent = report(timedelta(days=QUARANTINE_DAYS + 2))
    doubtful = report(timedelta(days=QUARANTINE_DAYS - 2), quarantined=True)

    said = purge()

    assert set(CorrectionRequest.objects.all()) == {recent, doubtful}
    assert "2" in said
    assert "0" in purge()


def test_only_counts_when_asked_to():
    report(timedelta(days=31 * (KEPT_MONTHS + 1)))

    said = purge(dry_run=True)

    assert "1" in said
    assert CorrectionRequest.objects.count() == 1
