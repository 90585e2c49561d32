"""The comparison: what each row says of each case. What nobody told is empty; a row that says nothing is left out."""

from collections.abc import Callable
from typing import Any

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.dates import day_in_words, month_in_words
from experiences.models import ExperiencePage
from experiences.money import euros
from experiences.pack.values import Cell, Row, RowGroup
from experiences.similar.words import heating_in_words

MOST_AIDS = 6
Reading = Callable[[Any], Cell]


def groups_of(pages: list[ExperiencePage]) -> tuple[RowGroup, ...]:
    """Compare these case studies."""
    sections: list[tuple[str, list[tuple[str, Reading]]]] = [
        (_("Le bâtiment"), [
            (_("Taille"), _size), (_("Construction"), _period), (_("Chauffage"), _heating),
        ]),
        (_("Le projet"), [
            (_("Travaux"), _works), (_("Vote en assemblée"), _vote), (_("Durée des travaux"), _duration),
        ]),
        (_("L’énergie"), [
            (_("Étiquette avant → après"), _letters), (_("Gain énergétique"), _gain), (_("Consommation"), _figures),
            (_("Factures"), _bills),
        ]),
        (_("L’argent"), [
            (_("Coût par logement"), _cost), (_("Aides"), _aids), (_("Reste à charge par logement"), _remaining),
            (_("Mensualité du prêt par logement"), _month),
        ]),
    ]  # fmt: skip
    groups = (RowGroup(label, _rows(readings, pages)) for label, readings in sections)
    return tuple(group for group in groups if group.rows)


def _rows(readings: list[tuple[str, Reading]], pages: list[ExperiencePage]) -> tuple[Row, ...]:
    rows = (Row(label, tuple(reading(page) for page in pages)) for label, reading in readings)
    return tuple(row for row in rows if any(cell.lines or cell.letters for cell in row.cells))


def _said(*lines: str) -> Cell:
    return Cell(tuple(filter(None, lines)))


def _size(page: Any) -> Cell:
    storeys = page.storeys and ngettext("%(n)d étage", "%(n)d étages", page.storeys) % {"n": page.storeys}
    area = page.floor_area and _("%(n)s m²") % {"n": number_format(page.floor_area, force_grouping=True)}
    return _said(page.dwellings_in_words, ", ".join(filter(None, (storeys, area))))


def _period(page: Any) -> Cell:
    return _said(capfirst(page.get_period_display()) if page.period else "")


def _heating(page: Any) -> Cell:
    before = heating_in_words(page.heating_mode, page.heating_energy)
    if not page.heating_changed:
        return _said(capfirst(before))
    after = heating_in_words(
        page.heating_mode_after or page.heating_mode, page.heating_energy_after or page.heating_energy
    )
    return _said(_("Avant : %s") % before if before else "", _("Après : %s") % after if after else "")


def _works(page: Any) -> Cell:
    return _said(*(trade.label for trade in sorted(page.works.all(), key=lambda trade: (trade.position, trade.pk))))


def _vote(page: Any) -> Cell:
    votes = sorted(page.votes.all(), key=lambda vote: vote.held_on)
    if not votes:
        return Cell()
    last = votes[-1]
    majority = last.get_majority_display() if last.majority else ""
    return _said(_("%(subject)s, le %(day)s") % {"subject": last.subject, "day": day_in_words(last.held_on)}, majority,
                 last.result)  # fmt: skip


def _duration(page: Any) -> Cell:
    months = page.duration_months
    if not months:
        return _said(_("Terminés en %s") % page.finished_in_words if page.finished_on else "")
    span = _("%(start)s à %(end)s") % {
        "start": month_in_words(page.started_on), "end": month_in_words(page.finished_on),
    }  # fmt: skip
    return _said(ngettext("%(n)d mois", "%(n)d mois", months) % {"n": months}, span)


def _letters(page: Any) -> Cell:
    if not (page.label_before or page.label_after):
        return Cell()
    return Cell(letters=(page.label_before or "?", page.label_after or "?"))


def _gain(page: Any) -> Cell:
    return _said(_("%(n)d %%") % {"n": page.gain_percent} if page.gain_percent is not None else "")


def _figures(page: Any) -> Cell:
    before, after = page.before, page.after
    if not (before and after):
        return Cell()
    values = {"before": number_format(round(before.kwhep)), "after": number_format(round(after.kwhep))}
    figures, unit = _("%(before)s → %(after)s kWh") % values, _("d’énergie primaire, par m² et par an")
    return _said(figures, unit, page.get_method_display() if page.method else "", _converted(before, after))


def _converted(*figures: Any) -> str:
    """Say that a figure is not the document's own."""
    changed = [figure for figure in figures if figure.converted]
    if not changed:
        return ""
    factor = changed[0].factor
    return _("au facteur %(factor)s de l’électricité, en vigueur depuis le %(day)s") % {
        "factor": number_format(factor.value.normalize()), "day": day_in_words(factor.since),
    }  # fmt: skip


def _bills(page: Any) -> Cell:
    if page.bills_before is None or page.bills_after is None:
        return Cell()
    return _said(_("%(before)s → %(after)s par an") % {
        "before": euros(page.bills_before), "after": euros(page.bills_after),
    })  # fmt: skip


def _cost(page: Any) -> Cell:
    each = page.cost_per_dwelling
    total = _("%s en tout") % euros(page.cost) if page.cost is not None else ""
    return _said(euros(each) if each is not None else "", total)


def _aids(page: Any) -> Cell:
    aids = [aid for aid in page.aids.all() if aid.amount]
    if not aids:
        return Cell()
    named = [f"{aid.name} : {euros(aid.amount)}" for aid in aids[:MOST_AIDS]]
    if len(aids) > MOST_AIDS:
        named.append(_("et %(n)d autres") % {"n": len(aids) - MOST_AIDS})
    return _said(_("%s en tout") % euros(page.aids_total), *named)


def _remaining(page: Any) -> Cell:
    each = page.remaining_per_dwelling
    return _said(euros(each) if each is not None else "")


def _month(page: Any) -> Cell:
    each = page.remaining_per_month
    if each is None:
        return Cell()
    years = ngettext("pendant %(n)d an", "pendant %(n)d ans", page.loan_years) % {"n": page.loan_years}
    return _said(euros(each), years)
