"""The fictitious case studies hold together, as real ones must."""

from io import StringIO

import pytest
from django.core.management import call_command

from core.editorial import page_problems
from experiences.models import ExperiencePage


@pytest.fixture
def cases(db: None) -> list[ExperiencePage]:
    for command in ("load_demo_pages", "load_demo_directory", "load_demo_cases"):
        call_command(command, stdout=StringIO())
    return list(ExperiencePage.objects.filter(alias_of=None).order_by("pk"))


def test_the_demonstration_holds_forty_case_studies_that_hold_together(cases: list[ExperiencePage]) -> None:
    assert len(cases) == 40
    assert all(case.live for case in cases)
    assert {case.slug: page_problems(case) for case in cases if page_problems(case)} == {}
    assert sum(case.for_houses for case in cases) == 10
    assert all("(ficti" in case.title for case in cases)
    assert len({case.commune_id for case in cases}) >= 12
    assert all(case.completeness >= 90 for case in cases)
    assert {case.precision for case in cases} == {"exact", "street", "quarter"}
    assert all(case.gain_percent >= 25 for case in cases)
    assert all(case.label_before >= case.label_after for case in cases)
    assert sum(bool(case.label_after) for case in cases) == 39  # one is known by its bills
    assert all(case.aids_total + case.loan_amount + case.own_funds == case.cost for case in cases)
    assert all(
        line.professional is not None and line.professional.fictitious for case in cases for line in case.firms.all()
    )
    assert all(case.started_on < case.finished_on < case.measured_after_on for case in cases)
    assert all(vote.held_on < case.started_on for case in cases for vote in case.votes.all())

    call_command("load_demo_cases", stdout=StringIO())

    assert ExperiencePage.objects.filter(alias_of=None).count() == 40
