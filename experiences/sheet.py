"""One case study as its own page shows it: sentences, amounts and lines, with their units, dates and sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.dates import day_in_words, month_in_words
from directory.models import Professional
from experiences.figures import Figure
from experiences.money import euros
from experiences.trades import TradeLink, trade_links
from experiences.vocabulary import Moment

Fact = tuple[str, str]  # what it is, and its value


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of the project: a day or a month, and what happened; `told` says more of it."""

    day: date
    words: str
    told: str
    machine: str
    title: str


@dataclass(frozen=True, slots=True)
class Link:
    """A name, and where it leads; `url` is empty when it leads nowhere."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class FirmRow:
    """A firm and what it did."""

    role: str
    firm: Link


@dataclass(frozen=True)
class Sheet:
    """A case study (`experiences.models.ExperiencePage`, Any: it knows this module) and what its page says."""

    page: Any
    photos: tuple[Any, ...] = ()

    @cached_property
    def facts(self) -> list[Fact]:
        """List what the building is, without what nobody told."""
        page = self.page
        found = [
            (_("Adresse"), page.shown_address),
            (_("Construction"), capfirst(page.get_period_display())),
            (_("Étages"), str(page.storeys) if page.storeys is not None else ""),
            (_("Lots"), _number(page.lots)),
            (_("Surface habitable"), f"{_number(page.floor_area)} m²" if page.floor_area else ""),
            (self._heating_words, _heating(page.get_heating_mode_display(), page.get_heating_energy_display())),
            (_("Chauffage après"), self._heating_after()),
            (_("Patrimoine"), _("bâtiment protégé, ou aux abords d’un monument") if page.protected else ""),
            (_("Registre des copropriétés"), page.shown_register_number),
        ]
        return [(words, value) for words, value in found if value]

    @property
    def _heating_words(self) -> str:
        return _("Chauffage avant") if self.page.heating_changed else _("Chauffage")

    def _heating_after(self) -> str:
        page = self.page
        if not page.heating_changed:
            return ""
        return _heating(
            page.get_heating_mode_after_display() or page.get_heating_mode_display(),
            page.get_heating_energy_after_display() or page.get_heating_energy_display(),
        )

    @cached_property
    def before(self) -> Figure | None:
        """Give the energy figure before the works."""
        return self.page.before

    @cached_property
    def after(self) -> Figure | None:
        """Give the energy figure after the works."""
        return self.page.after

    @property
    def after_share(self) -> int:
        """Give what is used after as a part of what was used before, in percent, 100 at most."""
        if not self.before or not self.after or not self.before.kwhep:
            return 100
        return min(100, round(self.after.kwhep * 100 / self.before.kwhep))

    @property
    def gain(self) -> str:
        """Say the gain, empty when it is not known."""
        gain = self.page.gain_percent
        return "" if gain is None else f"{number_format(gain)} %"

    @cached_property
    def mentions(self) -> list[str]:
        """Say where the energy figures come from, and at which factor they are told."""
        named = ((_("Avant travaux"), self.before), (_("Après travaux"), self.after))
        return [
            f"{when} : {words}" for when, figure in named if figure for words in [_mention(self.page, figure)] if words
        ]

    @cached_property
    def bills(self) -> list[Fact]:
        """List the bills of the whole building."""
        page = self.page
        said = ((_("Factures d’énergie avant"), page.bills_before), (_("Factures d’énergie après"), page.bills_after))
        return [
            (words, _("%(amount)s par an") % {"amount": euros(Decimal(amount))}) for words, amount in said if amount
        ]

    @cached_property
    def aids(self) -> list[Any]:
        """List the aids: one query."""
        return list(self.page.aids.all())

    @cached_property
    def amounts(self) -> list[tuple[str, str, str]]:
        """List the amounts: what it is, for the whole building, for one dwelling."""
        page = self.page
        if page.cost is None:
            return []
        rows = [
            (_("Coût, taxes comprises"), page.cost, page.cost_per_dwelling),
            *((aid.name, -aid.amount, None) for aid in self.aids),
            (_("Reste à charge"), page.remaining, page.remaining_per_dwelling),
        ]
        return [(words, euros(whole), euros(share) if share is not None else "") for words, whole, share in rows]

    @property
    def key_figures(self) -> list[Fact]:
        """List the figures that one looks for first: a value and its words."""
        page = self.page
        share, month = page.cost_per_dwelling, page.remaining_per_month
        left = page.remaining_per_dwelling
        one = page.dwellings == 1
        found = [
            (self.gain, _("d’énergie primaire en moins")),
            (share, _("de coût total") if one else _("de coût par logement, en moyenne")),
            (left, _("de reste à charge, aides déduites") if one else _("de reste à charge par logement, en moyenne")),
            (month, _("de prêt par mois") if one else _("de prêt par mois et par logement, en moyenne")),
        ]
        return [
            (value if isinstance(value, str) else euros(value), words)
            for value, words in found
            if value not in (None, "")
        ]

    @property
    def loan(self) -> str:
        """Say the loan, and what it costs a dwelling each month; empty when there is none."""
        page, month = self.page, self.page.remaining_per_month
        if month is None:
            return ""
        return ngettext(
            "Prêt de %(amount)s sur %(n)d an à %(rate)s %% par an : %(month)s par mois et par logement, en moyenne.",
            "Prêt de %(amount)s sur %(n)d ans à %(rate)s %% par an : %(month)s par mois et par logement, en moyenne.",
            page.loan_years,
        ) % {
            "amount": euros(page.loan_amount), "n": page.loan_years,
            "rate": _decimal(page.loan_rate), "month": euros(month),
        }  # fmt: skip

    @cached_property
    def steps(self) -> list[Step]:
        """List the moments of the project in order."""
        return sorted(self._steps(), key=lambda step: step.day)

    def _steps(self) -> Iterator[Step]:
        page = self.page
        for vote in page.votes.all():
            told = " — ".join(filter(None, [vote.get_majority_display(), vote.result]))
            title = _("Vote : %(subject)s") % {"subject": vote.subject}
            yield Step(vote.held_on, day_in_words(vote.held_on), told, vote.held_on.isoformat(), title)
        for day, title in ((page.started_on, _("Début des travaux")), (page.finished_on, _("Fin des travaux"))):
            if day:
                yield Step(day, month_in_words(day), "", f"{day:%Y-%m}", title)

    @property
    def duration(self) -> str:
        """Say how long the works lasted, empty when nobody told."""
        months = self.page.duration_months
        return ngettext("%(n)d mois de travaux", "%(n)d mois de travaux", months) % {"n": months} if months else ""

    @cached_property
    def works(self) -> tuple[TradeLink, ...]:
        """List the works, each with the search for those who do them here."""
        return trade_links(self.page.works.all(), self.page.housing or "", self.page.commune_id or "")

    @cached_property
    def firms(self) -> list[FirmRow]:
        """List the firms by role; a sheet that the directory hides is not named, unless an editor named it here."""
        rows = []
        for line in self.page.firms.select_related("professional").all():
            sheet = line.professional
            if sheet and sheet.status == Professional.Status.PUBLISHED:
                rows.append(FirmRow(line.get_role_display(), Link(sheet.name, sheet.get_absolute_url())))
            elif line.name:
                rows.append(FirmRow(line.get_role_display(), Link(line.name)))
        return rows

    @cached_property
    def story(self) -> list[tuple[str, str]]:
        """List the chapters that are written: a title and rich text."""
        page = self.page
        chapters = (
            (_("Pourquoi ces travaux"), page.why),
            (_("Les obstacles"), page.obstacles),
            (_("Le vote en assemblée"), page.assembly),
            (_("Ce que l’on referait, ce que l’on éviterait"), page.lessons),
        )
        return [(title, text) for title, text in chapters if text]

    @property
    def photos_by_moment(self) -> list[tuple[str, list[Any]]]:
        """List the photos, those of before first."""
        named = ((Moment.BEFORE, _("Avant les travaux")), (Moment.AFTER, _("Après les travaux")))
        groups = [(words, [photo for photo in self.photos if photo.moment == moment]) for moment, words in named]
        return [(words, photos) for words, photos in groups if photos]


def _number(number: int | None) -> str:
    return "" if number is None else number_format(number, force_grouping=True)


def _decimal(number: Decimal) -> str:
    """Write a number without the zeros that end it."""
    digits = f"{number:f}"
    return number_format(Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits))


def _heating(mode: str, energy: str) -> str:
    return capfirst(", ".join(filter(None, [mode, energy])))


def _mention(page: Any, figure: Figure) -> str:
    """Say the document and its day, its factor, and what it says when the figure is told at another."""
    values = {
        "method": page.get_method_display(),
        "day": day_in_words(figure.measured_on) if figure.measured_on else _("date inconnue"),
        "value": _decimal(figure.document),
    }
    own = _("%(method)s, %(day)s") % values
    if figure.document_factor is None or figure.factor is None:
        return own
    values |= {"own": _decimal(figure.document_factor.value), "said": own}
    if not figure.converted:
        return _("%(said)s, au coefficient de l’électricité de %(own)s.") % values
    values |= {"now": _decimal(figure.factor.value), "since": day_in_words(figure.factor.since)}
    return (
        _(
            "%(said)s. Ce document dit %(value)s kWh, au coefficient de l’électricité de %(own)s ; le chiffre est "
            "donné ici au coefficient de %(now)s, en vigueur depuis le %(since)s."
        )
        % values
    )
