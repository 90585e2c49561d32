"""The shop's own list: signatories, their areas, their signature."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from directory.imports.charter import CharterFormat
from directory.imports.services import run_import
from directory.models import Professional
from tests.directory.import_files import charter, import_charter, import_rge, only_firm, rge
from tests.directory.records import professional, siret

pytestmark = pytest.mark.django_db


def test_makes_a_signatory_with_trades_areas_and_signature(tmp_path: Path) -> None:
    import_charter(tmp_path, [charter()])

    firm = only_firm()
    assert (firm.source, firm.contact_name, firm.description) == (
        "charte",
        "Camille Essai",
        "Réhabilitation d’immeubles.",
    )
    assert (firm.charter_signed_on, firm.charter_review_on) == (date(2026, 3, 15), date(2028, 3, 15))
    assert sorted(trade.slug for trade in firm.trades.all()) == ["architecte", "moe"]
    assert sorted((a.kind, a.epci_id, a.radius_km, a.supposed) for a in firm.service_areas.all()) == [
        ("epci", "243100518", None, False), ("rayon", None, 30, False),
    ]  # fmt: skip


def test_reads_every_kind_of_area(tmp_path: Path) -> None:
    import_charter(tmp_path, [charter(zones="commune:31555|EPCI : 243100518|departement:2a|region:76|France|rayon:30")])

    kinds = sorted(area.kind for area in only_firm().service_areas.all())
    assert kinds == ["commune", "departement", "epci", "france", "rayon", "region"]


@pytest.mark.parametrize(
    "area", ["commune:99999", "epci:1", "rayon:33", "rayon:", "planete:mars", "commune", "france:1"]
)
def test_drops_an_unknown_area_with_a_warning_and_supposes_one(tmp_path: Path, area: str) -> None:
    run = import_charter(tmp_path, [charter(zones=area)])

    assert [(a.kind, a.supposed) for a in only_firm().service_areas.all()] == [("rayon", True)]
    assert "2;zones;avertissement" in run.report


def test_refuses_a_row_without_any_known_trade(tmp_path: Path) -> None:
    run = import_charter(tmp_path, [charter(metiers="alchimiste")], force=True)

    assert run.rows_refused == 1
    assert "metiers;refus" in run.report


def test_warns_of_one_unknown_trade_and_keeps_the_others(tmp_path: Path) -> None:
    run = import_charter(tmp_path, [charter(metiers="alchimiste | Architecte")])

    assert [trade.slug for trade in only_firm().trades.all()] == ["architecte"]
    assert run.warnings == 1


@pytest.mark.parametrize(("signed", "read"), [("15/03/2026", date(2026, 3, 15)), ("2026/3/15", date(2026, 3, 15))])
def test_reads_the_signature_s_day_as_staff_write_it(tmp_path: Path, signed: str, read: date) -> None:
    import_charter(tmp_path, [charter(charte_signee_le=signed)])

    assert only_firm().charter_signed_on == read


def test_a_signature_of_29_february_is_reviewed_at_the_end_of_the_month(tmp_path: Path) -> None:
    import_charter(tmp_path, [charter(charte_signee_le="2024-02-29")])

    assert only_firm().charter_review_on == date(2026, 2, 28)


def test_refuses_a_review_before_the_signature(tmp_path: Path) -> None:
    run = import_charter(tmp_path, [charter(charte_a_revoir_le="2026-03-15")], force=True)

    assert "charte_a_revoir_le;refus" in run.report


@pytest.mark.parametrize(
    ("housing", "houses", "coownerships"),
    [("maison", True, False), ("copropriété", False, True), ("", True, True), ("péniche", True, True)],
)
def test_reads_housing(tmp_path: Path, housing: str, houses: bool, coownerships: bool) -> None:
    import_charter(tmp_path, [charter(logement=housing)])

    assert (only_firm().for_houses, only_firm().for_coownerships) == (houses, coownerships)


def test_a_signatory_without_siret_is_known_by_name_and_postcode(tmp_path: Path) -> None:
    professional("ATELIER FICTIF", postcode="31000", siret=siret(7))

    import_charter(tmp_path, [charter(siret="")])

    assert (only_firm().siret, only_firm().charter_signed_on) == (siret(7), date(2026, 3, 15))


def test_the_same_name_elsewhere_is_another_firm(tmp_path: Path) -> None:
    professional("Atelier Fictif", postcode="69001")

    import_charter(tmp_path, [charter(siret="")])

    assert Professional.objects.count() == 2


def test_a_signatory_keeps_its_sheet_when_its_siret_becomes_known(tmp_path: Path) -> None:
    import_charter(tmp_path, [charter(siret="")])
    first = only_firm().pk

    run = import_charter(tmp_path, [charter()])

    assert (only_firm().pk, only_firm().siret, run.gone) == (first, siret(2), 0)


def test_a_signatory_renamed_by_staff_keeps_its_sheet_when_its_siret_becomes_known(tmp_path: Path) -> None:
    import_charter(tmp_path, [charter(siret="")])
    Professional.objects.update(name="Nom corrigé", edited_fields=["name"])

    import_charter(tmp_path, [charter()])

    assert (only_firm().name, only_firm().siret) == ("Nom corrigé", siret(2))


def test_two_rows_never_share_a_sheet(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge(nom_entreprise="Atelier Fictif", code_postal="31000", commune="Toulouse")])

    run = import_charter(tmp_path, [charter(siret=siret(1)), charter(siret="")], force=True)

    assert (run.rows_refused, Professional.objects.count()) == (1, 1)
    assert "même fiche qu’une autre ligne" in run.report


def test_the_same_name_and_postcode_with_two_sirets_are_two_firms(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])

    import_charter(tmp_path, [charter(nom="Combles Fictifs", code_postal="31130", ville="Balma", siret=siret(4))])

    assert Professional.objects.count() == 2


def test_a_firm_of_the_other_list_joins_a_signatory_without_siret(tmp_path: Path) -> None:
    import_charter(tmp_path, [charter(siret="")])

    import_rge(tmp_path, [rge(nom_entreprise="Atelier Fictif", code_postal="31000", commune="Toulouse")])

    assert (only_firm().siret, only_firm().source_records.count()) == (siret(1), 2)


def test_refuses_to_choose_between_two_firms_of_the_same_name(tmp_path: Path) -> None:
    for number in (7, 8):
        professional("Atelier Fictif", postcode="31000", siret=siret(number))

    run = import_charter(tmp_path, [charter(siret="")], force=True)

    assert "donnez le SIRET" in run.report


def test_refuses_the_same_firm_written_twice(tmp_path: Path) -> None:
    run = import_charter(tmp_path, [charter(), charter(telephone="05 36 49 00 09")], force=True)

    assert "Même entreprise qu’à la ligne 2" in run.report
    assert only_firm().phone == "05 36 49 00 02"


def test_an_empty_areas_cell_keeps_the_areas_confirmed_before(tmp_path: Path) -> None:
    import_charter(tmp_path, [charter(zones="departement:31")])

    import_charter(tmp_path, [charter(zones="")])

    assert [(a.kind, a.supposed) for a in only_firm().service_areas.all()] == [("departement", False)]


def test_the_template_is_a_list_that_can_be_imported() -> None:
    path = settings.ROOT / "directory" / "data" / "modele-professionnels.csv"

    run = run_import(path=path, source_format=CharterFormat, ran_by="essai", extracted_on=date(2026, 5, 1))

    assert (run.rows_refused, run.warnings, run.created) == (0, 0, run.rows)


def test_the_template_shows_every_column() -> None:
    path = settings.ROOT / "directory" / "data" / "modele-professionnels.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file, delimiter=";"))

    assert sorted(header) == sorted(CharterFormat.columns.known)
