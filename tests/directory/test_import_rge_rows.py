"""What the import makes of a row of the RGE list: domains, offices, housing, cells that cannot be used."""

from pathlib import Path

import pytest

from directory.models import (
    Professional,
    Qualification,
    QualificationDomain,
    ServiceArea,
    Trade,
)
from tests.directory.import_files import firms, import_rge, only_firm, rge
from tests.directory.records import siret

pytestmark = pytest.mark.django_db


def test_follows_the_table_of_domains_as_staff_keep_it(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    QualificationDomain.objects.get(name="Isolation des combles perdus").trades.set([Trade.objects.get(slug="ite")])

    run = import_rge(tmp_path, [rge()])

    assert run.changed == 1
    assert [trade.slug for trade in only_firm().trades.all()] == ["ite"]


def test_keeps_an_unknown_domain_without_trades_and_says_so_once(tmp_path: Path) -> None:
    run = import_rge(tmp_path, [rge(domaine="Domaine de demain"), rge(domaine="Domaine de demain", siret=siret(5))])

    assert QualificationDomain.objects.get(name="Domaine de demain").trades.count() == 0
    assert Qualification.objects.filter(domain__name="Domaine de demain").count() == 2
    assert (run.rows_refused, run.warnings) == (0, 1)
    assert "Domaine inconnu" in run.report


@pytest.mark.parametrize(
    ("postcode", "city", "commune"),
    [
        ("31150", "Bruguières", "31091"),
        ("31150", "GAGNAC SUR GARONNE", "31205"),
        ("31150", "Cornebarrieu", "31091"),  # its INSEE code is 31150: never read so
        ("31130", "Nulle Part", "31044"),
        ("31700", "Nulle Part", "31069"),
        ("31140", "ST LOUP CAMMAS", "31497"),
        ("31650", "ST ORENS DE GAMEVILLE", "31506"),
        ("31506", "TOULOUSE CEDEX 5", "31555"),
        ("75011", "PARIS 11", "75111"),
        ("20000", "Ajaccio", "2A004"),
        ("97400", "SAINT-DENIS", "97411"),
        ("1000", "BOURG EN BRESSE", "01053"),
    ],
)
def test_finds_the_commune_by_postcode_and_name(tmp_path: Path, postcode: str, city: str, commune: str) -> None:
    import_rge(tmp_path, [rge(code_postal=postcode, commune=city, latitude="", longitude="")])

    assert only_firm().commune_id == commune


def test_an_office_without_position_stands_at_its_commune_s_centre(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge(latitude="", longitude="")])

    assert (only_firm().latitude, only_firm().longitude) == pytest.approx((43.6, 1.5), abs=0.05)


def test_a_position_far_from_its_commune_is_dropped_and_reported(tmp_path: Path) -> None:
    run = import_rge(tmp_path, [rge(latitude="48.85", longitude="2.35")])

    assert only_firm().latitude == pytest.approx(43.6, abs=0.05)
    assert "loin de la commune" in run.report


def test_a_firm_that_does_not_work_for_individuals_serves_coownerships_only(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge(particulier="false")])

    assert (only_firm().for_houses, only_firm().for_coownerships) == (False, True)


def test_keeps_a_formula_as_text_in_the_directory(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge(nom_entreprise='=HYPERLINK("http://x";"y")')])

    assert only_firm().name.startswith("=HYPERLINK(")


def test_drops_a_nul_and_keeps_the_row(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge(nom_entreprise="Com\0bles\x0b Fictifs\u202e")])

    assert only_firm().name == "Combles Fictifs"


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("siret", "7328293200007", "13 chiffres"),
        ("siret", "8.02E+13", "scientifique"),
        ("lien_date_fin", "12/31/2025", "AAAA-MM-JJ"),
        ("lien_date_fin", "2023-01-01", "précède"),
        ("domaine", "", "domaine"),
        ("nom_entreprise", "\u200b", "nom"),
    ],
)
def test_refuses_a_row_with_line_column_reason_and_value(tmp_path: Path, column: str, value: str, reason: str) -> None:
    run = import_rge(tmp_path, [*firms(30), rge(**{column: value})])

    lines = run.report.splitlines()
    assert (run.rows, run.rows_refused, run.created) == (31, 1, 30)
    assert len(lines) == 2
    assert lines[1].startswith(f"32;{column};refus;")
    assert reason in lines[1]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("telephone", "non renseigné"),
        ("site_internet", "javascript:alert(1)"),
        ("email", "pas une adresse"),
        ("code_postal", "3100"[:3]),
        ("latitude", "abc"),
        ("particulier", "peut-être"),
    ],
)
def test_keeps_a_row_without_its_unusable_cell_and_warns(tmp_path: Path, column: str, value: str) -> None:
    run = import_rge(tmp_path, [rge(**{column: value})])

    assert (run.rows_refused, run.created) == (0, 1)
    assert f"2;{column};avertissement" in run.report


def test_report_shows_no_formula(tmp_path: Path) -> None:
    run = import_rge(tmp_path, [*firms(30), rge(siret='=HYPERLINK("http://x")')])

    assert "'=HYPERLINK" in run.report


def test_a_firm_with_a_line_of_the_staff_s_own_outlives_its_list(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))
    firm = Professional.objects.get(siret=siret(10))
    ServiceArea.objects.create(professional=firm, kind="france")

    run = import_rge(tmp_path, firms(9))

    assert (run.gone, run.deleted, Professional.objects.count()) == (1, 0, 10)
