import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from directory.models import Professional, ServiceArea
from territories import files, health, services
from territories.files import BadGeography
from territories.models import Commune, Department, Edition, Epci, FormerCommune, Postcode, Region

from .test_files import rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_index")]


@pytest.fixture
def shipped(tmp_path):
    return shutil.copytree(files.FOLDER, tmp_path / "data")


def without_montberon(folder):
    rewrite(folder / "communes.csv.gz", lambda text: "".join(_lines_but(text, "31364,")))


def _lines_but(text, beginning):
    return (line for line in text.splitlines(keepends=True) if not line.startswith(beginning))


def state():
    return [list(model.objects.order_by("pk").values_list()) for model in (Region, Department, Epci, Commune, Postcode)]


def test_holds_the_whole_of_france():
    counts = [model.objects.count() for model in (Region, Department, Epci, Commune, FormerCommune)]

    assert counts == [18, 109, 1_255, 35_014, 2_501]
    assert Commune.objects.filter(epci="243100518").count() == 37
    assert Postcode.objects.filter(commune__epci="243100518").values("code").distinct().count() == 22


def test_does_nothing_when_the_same_files_are_loaded(django_assert_num_queries):
    with django_assert_num_queries(1):
        loading = services.load()

    assert loading.up_to_date


def test_changes_no_row_when_forced_on_the_same_files_but_starts_an_edition():
    before, editions = state(), Edition.objects.count()

    loading = services.load(force=True)

    assert (loading.created, loading.updated, loading.removed) == (0, 0, 0)
    assert state() == before
    assert Edition.objects.count() == editions + 1


def test_updates_only_what_differs_and_keeps_keys(shipped):
    rewrite(
        shipped / "communes.csv.gz", lambda text: text.replace("31044,Balma,31130", "31044,Balma-sur-Hers,31130|31131")
    )
    kept = Postcode.objects.get(code="31130", commune="31044").pk

    loading = services.load(folder=shipped)

    assert (loading.created, loading.updated, loading.removed, loading.kept) == (1, 1, 0, 0)
    assert Commune.objects.get(code="31044").name == "Balma-sur-Hers"
    assert Postcode.objects.get(code="31130", commune="31044").pk == kept


def test_removes_a_commune_that_left_the_data(shipped):
    without_montberon(shipped)

    loading = services.load(folder=shipped)

    assert not Commune.objects.filter(code="31364").exists()
    assert (loading.removed, loading.kept) == (2, 0)  # with its postcode


def test_keeps_a_vanished_commune_that_a_service_area_names(shipped):
    firm = Professional.objects.create(name="Entreprise fictive")
    area = ServiceArea.objects.create(professional=firm, kind="commune", commune_id="31364")
    without_montberon(shipped)

    loading = services.load(folder=shipped)

    area.refresh_from_db()
    assert area.commune_id == "31364"
    assert loading.kept == 1
    assert not Postcode.objects.filter(commune="31364").exists()


def test_leaves_everything_as_it_was_when_loading_breaks_off(shipped):
    without_montberon(shipped)
    before, edition = state(), Edition.objects.first()

    def break_off(label, done, total):
        if label == "codes postaux":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        services.load(folder=shipped, force=True, progress=break_off)

    assert state() == before
    assert Edition.objects.first() == edition


def test_leaves_everything_as_it_was_when_a_file_is_cut_short(shipped):
    path = shipped / "communes.csv.gz"
    path.write_bytes(path.read_bytes()[:300_000])
    before = state()

    with pytest.raises(BadGeography):
        services.load(folder=shipped)

    assert state() == before


def test_reports_progress_up_to_the_last_row():
    Commune.objects.filter(code="31555").update(population=1)
    steps = []

    services.load(force=True, progress=lambda *step: steps.append(step))

    assert ("communes", 1, 1) in steps


def test_answers_the_health_page():
    assert health.probe()["ok"]
    assert services.is_loaded()


def test_warns_the_health_page_while_nothing_is_loaded():
    Edition.objects.all().delete()

    assert not health.probe()["ok"]
    assert not services.is_loaded()


def test_the_system_check_hints_at_the_command_while_nothing_is_loaded():
    Edition.objects.all().delete()
    said = StringIO()

    call_command("check", "--database", "default", "--tag", "database", stderr=said)

    assert "load_territories" in said.getvalue()


def test_the_command_says_that_nothing_had_to_be_done():
    said = StringIO()

    call_command("load_territories", stdout=said)

    assert "déjà à jour" in said.getvalue()


def test_the_command_says_what_changed_line_by_line_away_from_a_terminal():
    Commune.objects.filter(code="31555").update(population=1)
    said = StringIO()

    call_command("load_territories", "--force", stdout=said)

    assert said.getvalue().splitlines() == [
        "Communes : 1",
        "Découpage chargé : 0 ligne(s) ajoutée(s), 1 modifiée(s), 0 retirée(s).",
    ]


def test_the_command_draws_a_bar_for_each_table_on_a_terminal(capsys):
    Commune.objects.filter(code="31555").update(population=1)
    terminal = StringIO()
    terminal.isatty = lambda: True

    call_command("load_territories", "--force", stdout=terminal)

    drawn = capsys.readouterr().out
    assert "Communes" in drawn
    assert "100%" in drawn
    assert "Régions" not in drawn  # nothing to do there


def test_the_command_says_nothing_when_asked_to_be_quiet(capsys):
    said = StringIO()

    call_command("load_territories", "--force", verbosity=0, stdout=said)

    assert said.getvalue() == ""


def test_the_command_explains_a_damaged_file_in_french(shipped, monkeypatch):
    (shipped / "epcis.csv.gz").unlink()
    monkeypatch.setattr("territories.management.commands.load_territories.FOLDER", shipped)

    with pytest.raises(CommandError, match=r"Rien n’a été changé.*epcis"):
        call_command("load_territories")
