"""What a file would change: new cases, changed ones, and those that already say the same. Nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.tables.report import RowReport
from directory.models import Trade
from experiences.imports.reading import CaseRow
from experiences.models import ExperienceIndexPage, ExperiencePage
from experiences.models.parts import ExperienceAid, ExperienceVote


@dataclass(slots=True)
class Plan:
    """The cases to make, those to change (each with the latest draft of its page), and how many stay as they are."""

    new: list[CaseRow] = field(default_factory=list)
    changed: list[tuple[CaseRow, Any]] = field(default_factory=list)
    unchanged: int = 0


class Known:
    """The pages of a list by their number in the register and by their key; the trades by slug."""

    def __init__(self, index: ExperienceIndexPage) -> None:
        pages = list(ExperiencePage.objects.child_of(index).values_list("pk", "register_number", "slug"))
        self.by_number = {number: pk for pk, number, _slug in pages if number}
        self.by_key = {slug: pk for pk, _number, slug in pages}
        self.trades = {trade.slug: trade for trade in Trade.objects.all()}

    def page(self, row: CaseRow) -> int | None:
        """Give the key of the page that a row speaks of, None when there is none."""
        return self.by_number.get(row.register_number) or self.by_key.get(row.key)


def plan(rows: Iterable[CaseRow], index: ExperienceIndexPage, report: RowReport) -> Plan:
    """Compare rows with the latest drafts; what the models refuse is reported."""
    known, found = Known(index), Plan()
    for row in rows:
        pk = known.page(row)
        page = latest_draft(pk) if pk else ExperiencePage()
        same = bool(pk) and says(page, row, known)
        write(page, row, known)
        if not _is_sound(page, row, report):
            continue
        if pk is None:
            found.new.append(row)
        elif same:
            found.unchanged += 1
        else:
            found.changed.append((row, page))
    return found


def latest_draft(pk: int) -> Any:
    """Give a page as its editors last left it."""
    page: Any = ExperiencePage.objects.get(pk=pk)
    return page.get_latest_revision_as_object()


def says(page: Any, row: CaseRow, known: Known) -> bool:
    """Tell whether a page already says what a row says."""
    if row.title and page.title != row.title:
        return False
    if any(_plain(getattr(page, name)) != _plain(value) for name, value in row.values.items()):
        return False
    if row.trades is not None and {trade.pk for trade in page.works.all()} != _keys(row.trades, known):
        return False
    if row.votes is not None and _votes(page) != list(row.votes):
        return False
    return row.aids is None or [(aid.name, aid.amount) for aid in page.aids.all()] == list(row.aids)


def write(page: Any, row: CaseRow, known: Known) -> None:
    """Set on a page, not saved, what a row says."""
    page.title = row.title or page.title or _title(row)
    for name, value in row.values.items():
        setattr(page, name, value)
    if row.trades is not None:
        page.works = [known.trades[slug] for slug in row.trades]
    if row.votes is not None:
        page.votes = [
            ExperienceVote(held_on=day, subject=subject, majority=majority, result=result, sort_order=order)
            for order, (day, subject, majority, result) in enumerate(row.votes)
        ]
    if row.aids is not None:
        page.aids = [
            ExperienceAid(name=name, amount=amount, sort_order=order) for order, (name, amount) in enumerate(row.aids)
        ]


def _title(row: CaseRow) -> str:
    """Name a case that has no name of its own; its number or address might be more than one may publish."""
    return _("Copropriété sans nom, ligne %d") % row.line if row.register_number else ""


def _is_sound(page: Any, row: CaseRow, report: RowReport) -> bool:
    names = {field.name for field in page._meta.get_fields() if getattr(field, "attname", "") in row.values}
    try:
        page.clean_fields(exclude=[field.name for field in page._meta.fields if field.name not in names])
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            report.refuse(row.line, name, " ".join(messages), str(getattr(page, name, "")))
        return False
    return True


def _votes(page: Any) -> list[Any]:
    return [(vote.held_on, vote.subject, vote.majority, vote.result) for vote in page.votes.all()]


def _keys(slugs: Iterable[str], known: Known) -> set[int]:
    return {known.trades[slug].pk for slug in slugs}


def _plain(value: Any) -> Any:
    """Make values comparable: an amount read back from a draft is text or has other decimals."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(str(value)).normalize()
    return value
