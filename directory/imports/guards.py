"""Guard rails: when an import looks wrong, it stops and asks (docs/imports.md)."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.tables.errors import ImportRefused
from directory.imports.planning import Plan
from directory.models import ImportRun

MAX_FALL = 0.20  # of the rows, or of the firms
MAX_REFUSED = 0.05  # of the rows


def alarms(run: ImportRun, last: ImportRun | None, plan: Plan, missing: tuple[str, ...]) -> list[str]:
    """Give the sentences that tell why this import should be looked at before it is applied; none when all is well."""
    found = [
        *_columns(missing),
        *_refused(run),
        *_fall(run.rows, last.rows if last else 0),
        *_leaving(plan),
        *_age(run.extracted_on, last.extracted_on if last else None),
    ]
    return [str(sentence) for sentence in found]


def check(run: ImportRun, last: ImportRun | None, plan: Plan, missing: tuple[str, ...], *, force: bool) -> None:
    """Note the alarms on the run. Raise `ImportRefused` when there are some and nobody forces."""
    if run.rows == 0:
        raise ImportRefused(_("Le fichier n’a aucune ligne sous son en-tête."))
    found = alarms(run, last, plan, missing)
    run.reasons = "\n".join(found)
    if found and not force:
        raise ImportRefused(*found, forceable=True)
    run.forced = bool(found)


def _columns(missing: tuple[str, ...]) -> list[str]:
    if not missing:
        return []
    return [_("Colonnes attendues absentes : %s. Leurs valeurs seraient effacées.") % ", ".join(missing)]


def _refused(run: ImportRun) -> list[str]:
    if run.rows_refused <= MAX_REFUSED * run.rows:
        return []
    return [
        _("%(refused)d lignes refusées sur %(rows)d : plus de 5 %%.") % {"refused": run.rows_refused, "rows": run.rows}
    ]


def _fall(rows: int, before: int) -> list[str]:
    if rows >= (1 - MAX_FALL) * before:
        return []
    return [
        _("%(rows)d lignes, contre %(before)d au dernier import : plus de 20 %% de moins.")
        % {"rows": rows, "before": before}
    ]


def _leaving(plan: Plan) -> list[str]:
    if len(plan.leaving) <= MAX_FALL * plan.known:
        return []
    return [
        _("%(leaving)d entreprises sur %(known)d ne sont plus dans le fichier : plus de 20 %%.")
        % {"leaving": len(plan.leaving), "known": plan.known}
    ]


def _age(day: date | None, before: date | None) -> list[str]:
    if day and day > localdate() + timedelta(days=1):
        return [_("Extraction datée du %s, dans l’avenir.") % date_format(day, "j F Y")]
    if day and before and day < before:
        return [
            _("Extraction du %(day)s, plus ancienne que celle du %(before)s déjà appliquée.")
            % {"day": date_format(day, "j F Y"), "before": date_format(before, "j F Y")}
        ]
    return []
