"""Guard rails, rehearsals, and the commands people type."""

import csv
import os
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import localdate

from accounts.models import User
from core.models import Generation
from core.tables.errors import ImportRefused
from directory.imports import guards
from directory.models import ImportRun, Professional, SourceRecord
from directory.signals import professionals_changed
from tests.directory.import_files import NAME, firms, import_rge, rge, text, written
from tests.directory.records import siret

pytestmark = pytest.mark.django_db


def stopped(folder: Path, content: list[dict[str, str]] | str, name: str = NAME) -> ImportRefused:
    before = list(Professional.objects.order_by("pk").values())
    with pytest.raises(ImportRefused) as caught:
        import_rge(folder, content, name)
    assert list(Professional.objects.order_by("pk").values()) == before
    return caught.value


def test_stops_when_rows_fall_by_more_than_a_fifth(tmp_path: Path) -> None:
    import_rge(
        tmp_path, [*firms(8), rge(siret=siret(1), domaine="Chaudière bois"), rge(siret=siret(2), domaine="Architecte")]
    )

    refusal = stopped(tmp_path, firms(7))

    assert refusal.forceable
    assert "7 lignes, contre 10" in str(refusal)


def test_goes_on_when_rows_fall_by_a_fifth(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))

    assert import_rge(tmp_path, firms(8)).outcome == ImportRun.Outcome.APPLIED


def test_stops_when_many_firms_leave_though_the_rows_are_as_many(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))

    refusal = stopped(tmp_path, [*firms(7), *(rge(siret=siret(n)) for n in (21, 22, 23))])

    assert "3 entreprises sur 10" in str(refusal)


def test_stops_when_more_than_a_twentieth_of_the_rows_is_refused(tmp_path: Path) -> None:
    refusal = stopped(tmp_path, [*firms(18), rge(siret="8.02E+13")])

    assert refusal.forceable
    assert "1 lignes refusées sur 19" in str(refusal)


def test_goes_on_when_a_twentieth_of_the_rows_is_refused(tmp_path: Path) -> None:
    assert import_rge(tmp_path, [*firms(19), rge(siret="8.02E+13")]).created == 19


def test_stops_when_the_extraction_is_older_than_the_last_one(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(2), name="liste-2026-05-01.csv")

    assert "plus ancienne" in str(stopped(tmp_path, firms(2), "liste-20260430.csv"))


def test_stops_when_the_extraction_is_of_tomorrow_s_tomorrow(tmp_path: Path) -> None:
    assert "avenir" in str(stopped(tmp_path, firms(2), f"liste-{localdate() + timedelta(days=2)}.csv"))


def test_stops_when_an_expected_column_is_missing(tmp_path: Path) -> None:
    columns = [name for name in rge() if name != "telephone"]

    refusal = stopped(tmp_path, text(firms(2), columns=columns))

    assert refusal.forceable
    assert "telephone" in str(refusal)


def test_no_force_goes_past_a_missing_required_column(tmp_path: Path) -> None:
    columns = [name for name in rge() if name != "siret"]

    with pytest.raises(ImportRefused, match="absente : siret") as caught:
        import_rge(tmp_path, text(firms(2), columns=columns), force=True)

    assert not caught.value.forceable


def test_no_force_goes_past_a_list_without_rows(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(3))

    with pytest.raises(ImportRefused, match="aucune ligne"):
        import_rge(tmp_path, text(firms(1)).splitlines()[0] + "\n", force=True)

    assert Professional.objects.count() == 3


def test_force_goes_on_and_keeps_who_and_why(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))

    run = import_rge(tmp_path, firms(5), force=True, ran_by="claude@exemple.fr")

    assert (run.forced, run.ran_by, Professional.objects.count()) == (True, "claude@exemple.fr", 5)
    assert "20 %" in run.reasons


def test_an_import_that_nothing_stops_is_not_said_to_be_forced(tmp_path: Path) -> None:
    assert import_rge(tmp_path, firms(2), force=True).forced is False


def test_a_refusal_is_kept_with_its_report(tmp_path: Path) -> None:
    stopped(tmp_path, [*firms(3), rge(siret="8.02E+13")])

    run = ImportRun.objects.get()
    assert (run.outcome, run.rows, run.rows_refused) == (ImportRun.Outcome.REFUSED, 4, 1)
    assert "8.02E+13" in run.report


def test_a_refused_import_is_no_measure_for_the_next_one(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(4))
    stopped(tmp_path, firms(1))

    assert "contre 4" in str(stopped(tmp_path, firms(2)))


def test_a_rehearsal_counts_and_writes_nothing(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))
    before = (list(Professional.objects.order_by("pk").values()), list(SourceRecord.objects.values()))

    run = import_rge(tmp_path, [*firms(9)[1:], rge(siret=siret(1), telephone=""), *firms(12)[10:]], dry_run=True)

    assert (run.created, run.changed, run.unchanged, run.gone) == (2, 1, 8, 1)
    assert (list(Professional.objects.order_by("pk").values()), list(SourceRecord.objects.values())) == before
    assert ImportRun.objects.count() == 1


def test_tells_listeners_which_firms_changed(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))
    told: list[list[int]] = []

    def listen(ids: list[int], **kwargs: object) -> None:
        told.append(ids)

    professionals_changed.connect(listen)
    gone = Professional.objects.get(siret=siret(10)).pk
    import_rge(tmp_path, [rge(siret=siret(1), telephone=""), *firms(9)[1:]])
    professionals_changed.disconnect(listen)

    assert told == [[Professional.objects.get(siret=siret(1)).pk, gone]]


def test_tells_nobody_when_nothing_changed(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(3))
    told: list[object] = []

    def listen(ids: list[int], **kwargs: object) -> None:
        told.append(ids)

    professionals_changed.connect(listen)
    import_rge(tmp_path, firms(3))
    professionals_changed.disconnect(listen)

    assert told == []


def test_pages_kept_in_memory_are_forgotten_even_when_only_the_source_s_date_changed(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(1), name="liste-2026-05-01.csv")
    before = Generation.current()

    import_rge(tmp_path, firms(1), name="liste-2026-06-01.csv")

    assert Generation.current() > before


def test_takes_the_day_from_the_file_when_its_name_tells_none(tmp_path: Path) -> None:
    path = written(tmp_path, text(firms(1)), "liste.csv")
    noon = datetime(2026, 2, 3, 12).timestamp()
    os.utime(path, (noon, noon))

    call_command("import_rge", str(path), stdout=StringIO(), stderr=StringIO())

    assert ImportRun.objects.get().extracted_on == date(2026, 2, 3)


def test_a_day_that_was_asked_wins_over_the_name(tmp_path: Path) -> None:
    path = written(tmp_path, text(firms(1)))

    call_command("import_rge", str(path), "--date", "2026-04-01", stdout=StringIO())

    assert ImportRun.objects.get().extracted_on == date(2026, 4, 1)


def test_the_command_says_what_it_did_and_where_the_report_is(tmp_path: Path, settings) -> None:
    settings.VAR = tmp_path / "var"
    path = written(tmp_path, text([*firms(30), rge(siret='=1+"1"')]), "../liste;rm -rf.csv".replace("../", ".._"))
    out = StringIO()

    call_command("import_rge", str(path), stdout=out)

    reports = list((tmp_path / "var" / "imports").iterdir())
    assert "30 fiches créées" in out.getvalue()
    assert [report.suffix for report in reports] == [".csv"]
    rows = list(csv.reader(reports[0].open(encoding="utf-8-sig", newline=""), delimiter=";"))
    assert rows[1][4] == '\'=1+"1"'


def test_the_command_says_when_nothing_changed(tmp_path: Path) -> None:
    path = written(tmp_path, text(firms(2)))
    call_command("import_rge", str(path), stdout=StringIO())
    out = StringIO()

    call_command("import_rge", str(path), stdout=out)

    assert "Aucun changement" in out.getvalue()


def test_the_command_explains_how_to_go_on_when_a_guard_rail_stops_it(tmp_path: Path, settings) -> None:
    settings.VAR = tmp_path / "var"
    path = written(tmp_path, text([*firms(3), rge(siret="x")]))

    with pytest.raises(CommandError, match="--force") as caught:
        call_command("import_rge", str(path), stdout=StringIO())

    assert caught.value.returncode == 3


def test_the_command_keeps_the_account_that_asked(tmp_path: Path) -> None:
    User.objects.create_user("gestion@exemple.fr")

    call_command(
        "import_rge", str(written(tmp_path, text(firms(1)))), "--user", "Gestion@exemple.fr", stdout=StringIO()
    )

    assert ImportRun.objects.get().ran_by == "gestion@exemple.fr"


def test_the_command_refuses_an_account_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Aucun compte"):
        call_command("import_rge", str(written(tmp_path, text(firms(1)))), "--user", "x@exemple.fr")


def test_the_command_refuses_a_missing_file_in_words() -> None:
    with pytest.raises(CommandError, match="n’existe pas"):
        call_command("import_rge", "../../../nulle/part.csv", stdout=StringIO())


def test_every_alarm_is_told_at_once(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))

    refusal = stopped(tmp_path, [*firms(3), rge(siret="x")], "liste-2026-01-01.csv")

    assert len(refusal.reasons) == 4


def test_the_fall_allowed_is_the_one_promised() -> None:
    assert (guards.MAX_FALL, guards.MAX_REFUSED) == (0.20, 0.05)
