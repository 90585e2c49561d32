"""The state's list: what it makes of the directory, once, twice, and beside what others say."""

from datetime import date
from pathlib import Path

import pytest

from directory.models import (
    DirectorySettings,
    Professional,
    Qualification,
    ServiceArea,
    SourceRecord,
)
from tests.directory.import_files import charter, firms, import_charter, import_rge, only_firm, rge, text
from tests.directory.records import correction, professional, qualification, siret

pytestmark = pytest.mark.django_db


def test_makes_a_published_firm_with_its_proof_trade_and_supposed_area(tmp_path: Path) -> None:
    run = import_rge(tmp_path, [rge()])

    firm = only_firm()
    assert (run.created, firm.status, firm.source, firm.source_date) == (1, "publie", "rge", date(2026, 5, 1))
    assert (firm.name, firm.phone, firm.commune_id) == ("Combles Fictifs", "05 36 49 00 01", "31044")
    assert [(q.domain.name, q.ends) for q in firm.qualifications.all()] == [
        ("Isolation des combles perdus", date(2028, 1, 4))
    ]
    assert [trade.slug for trade in firm.trades.all()] == ["isolation-combles"]
    assert [(a.kind, a.radius_km, a.supposed) for a in firm.service_areas.all()] == [("rayon", 50, True)]


def test_gathers_the_rows_of_a_siret_wherever_they_stand(tmp_path: Path) -> None:
    other = rge(siret=siret(9), nom_entreprise="Autre")

    import_rge(tmp_path, [rge(), other, rge(domaine="['Ventilation mécanique', 'Chaudière bois']")])

    firm = Professional.objects.get(siret=siret(1))
    assert sorted(q.domain.name for q in firm.qualifications.all()) == [
        "Chaudière bois", "Isolation des combles perdus", "Ventilation mécanique",
    ]  # fmt: skip


def test_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    rows = [*firms(4), rge(siret=siret(1), domaine="Ventilation mécanique")]
    import_rge(tmp_path, rows)
    before = list(Professional.objects.order_by("pk").values())

    run = import_rge(tmp_path, rows)

    assert (run.created, run.changed, run.unchanged, run.gone) == (0, 0, 4, 0)
    assert list(Professional.objects.order_by("pk").values()) == before


def test_same_rows_in_another_order_change_nothing(tmp_path: Path) -> None:
    rows = [rge(), rge(domaine="Ventilation mécanique", telephone="", nom_entreprise="COMBLES FICTIFS"), *firms(3)[1:]]
    import_rge(tmp_path, rows)

    run = import_rge(tmp_path, text(rows[::-1], delimiter=",", columns=sorted(rows[0])))

    assert (run.changed, run.unchanged) == (0, 3)


def test_writes_only_the_firm_that_changed(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(3))

    run = import_rge(tmp_path, [*firms(3)[:2], rge(siret=siret(3), telephone="05 36 49 99 99")])

    assert (run.changed, run.unchanged) == (1, 2)
    assert Professional.objects.get(siret=siret(3)).phone == "05 36 49 99 99"


def test_a_later_list_that_says_the_same_dates_what_it_confirms(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])

    run = import_rge(tmp_path, [rge()], name="liste-2026-06-01.csv")

    assert run.changed == 0
    assert only_firm().source_date == SourceRecord.objects.get().extracted_on == date(2026, 6, 1)


def test_replaces_the_proofs_that_the_list_renewed(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])

    import_rge(tmp_path, [rge(lien_date_fin="2030-01-04")])

    assert [proof.ends for proof in only_firm().qualifications.all()] == [date(2030, 1, 4)]


def test_keeps_the_proofs_that_staff_typed(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    qualification(only_firm(), ends=date(2031, 1, 1))

    import_rge(tmp_path, [rge(telephone="")])

    assert sorted(proof.source for proof in only_firm().qualifications.all()) == ["equipe", "rge"]


def test_forgets_the_reports_and_lines_of_a_firm_that_left_without_losing_the_report_itself(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))
    report = correction(Professional.objects.get(siret=siret(10)))

    import_rge(tmp_path, firms(9))

    report.refresh_from_db()
    assert (report.professional_id, report.professional_name) == (None, "Firme 10")
    assert Qualification.objects.count() == SourceRecord.objects.count() == 9


def test_leaves_hand_edited_fields_alone(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    Professional.objects.update(phone="05 00 00 00 00", name="Nom corrigé", edited_fields=["phone", "name"])

    import_rge(tmp_path, [rge(telephone="05 36 49 99 99", nom_entreprise="Autre", email="neuf@x.example")])

    firm = only_firm()
    assert (firm.phone, firm.name, firm.email) == ("05 00 00 00 00", "Nom corrigé", "neuf@x.example")


def test_leaves_the_whole_address_alone_when_staff_corrected_part_of_it(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    Professional.objects.update(latitude=43.7, longitude=1.3, edited_fields=["latitude", "longitude"])

    import_rge(tmp_path, [rge(adresse="9 rue Neuve", latitude="43.6", longitude="1.4")])

    firm = only_firm()
    assert (firm.latitude, firm.address) == (43.7, "3 rue des Essais")


def test_leaves_trades_and_areas_alone_when_staff_hold_them(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    firm = only_firm()
    firm.professional_trades.all().delete()
    firm.service_areas.all().delete()
    Professional.objects.update(edited_fields=["trades", "service_areas"])

    import_rge(tmp_path, [rge(telephone="05 36 49 99 99")])

    assert (firm.professional_trades.count(), firm.service_areas.count()) == (0, 0)


def test_brings_back_the_trades_that_staff_gave_back(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    Professional.objects.update(edited_fields=["trades"])
    import_rge(tmp_path, [rge(telephone="05 36 49 99 99")])
    firm = only_firm()
    firm.professional_trades.all().delete()
    Professional.objects.update(edited_fields=[])

    import_rge(tmp_path, [rge(telephone="05 36 49 99 99")])

    assert [trade.slug for trade in firm.trades.all()] == ["isolation-combles"]


def test_a_hidden_record_stays_hidden(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    Professional.objects.update(status=Professional.Status.HIDDEN)

    import_rge(tmp_path, [rge(telephone="05 36 49 99 99")])

    assert only_firm().status == Professional.Status.HIDDEN


def test_a_hidden_record_stays_hidden_when_the_list_forgets_it_and_names_it_again(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(2))
    Professional.objects.filter(siret=siret(1)).update(status=Professional.Status.HIDDEN)
    import_rge(tmp_path, firms(2)[1:], force=True)

    import_rge(tmp_path, firms(2), force=True)

    assert Professional.objects.get(siret=siret(1)).status == Professional.Status.HIDDEN


def test_a_firm_that_left_the_list_is_deleted(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))

    run = import_rge(tmp_path, firms(9))

    assert (run.gone, run.deleted, Professional.objects.count()) == (1, 1, 9)


def test_a_firm_that_left_the_list_stays_without_its_proofs_when_staff_edited_it(tmp_path: Path) -> None:
    import_rge(tmp_path, firms(10))
    Professional.objects.filter(siret=siret(10)).update(edited_fields=["phone"])

    import_rge(tmp_path, firms(9))

    firm = Professional.objects.get(siret=siret(10))
    assert (firm.qualifications.count(), firm.professional_trades.count(), firm.name) == (0, 0, "Firme 10")


def test_a_firm_that_staff_entered_keeps_what_they_typed_and_gains_the_rest(tmp_path: Path) -> None:
    professional("Saisi à la main", siret=siret(1), phone="05 11 11 11 11")

    import_rge(tmp_path, [rge()])

    firm = only_firm()
    assert (firm.name, firm.phone, firm.email) == ("Saisi à la main", "05 11 11 11 11", "contact@combles.example")
    assert (firm.source, firm.qualifications.count()) == ("equipe", 1)


def test_both_lists_make_one_firm_and_the_charter_wins(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge(siret=siret(2))])

    import_charter(tmp_path, [charter(telephone="")])

    firm = only_firm()
    assert (firm.name, firm.address, firm.source) == ("Atelier Fictif", "1 place des Essais", "charte")
    assert firm.phone == "05 36 49 00 01"  # the charter's list says none
    assert sorted(t.trade.slug for t in firm.professional_trades.all()) == ["architecte", "isolation-combles", "moe"]
    assert sorted(r.source for r in firm.source_records.all()) == ["charte", "rge"]


def test_the_order_of_the_two_lists_does_not_matter(tmp_path: Path) -> None:
    import_charter(tmp_path, [charter()])

    import_rge(tmp_path, [rge(siret=siret(2))])

    firm = only_firm()
    assert (firm.name, firm.postcode, firm.qualifications.count()) == ("Atelier Fictif", "31000", 1)
    assert not firm.service_areas.filter(supposed=True).exists()


def test_what_the_charter_said_goes_when_the_firm_leaves_it(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge(siret=siret(2))])
    import_charter(tmp_path, [charter()])

    import_charter(tmp_path, [charter(siret=siret(3), nom="Une autre")], force=True)

    firm = Professional.objects.get(siret=siret(2))
    assert (firm.name, firm.charter_signed_on, firm.source) == ("Combles Fictifs", None, "rge")
    assert [(a.kind, a.supposed) for a in firm.service_areas.all()] == [("rayon", True)]


def test_an_area_that_staff_typed_replaces_the_supposed_one(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    ServiceArea.objects.create(professional=only_firm(), kind="france")

    import_rge(tmp_path, [rge()])

    assert [a.kind for a in only_firm().service_areas.all()] == ["france"]


def test_the_default_radius_is_a_setting_that_the_next_import_follows(tmp_path: Path) -> None:
    import_rge(tmp_path, [rge()])
    DirectorySettings.objects.create(default_radius_km=30)

    import_rge(tmp_path, [rge()])

    assert only_firm().service_areas.get().radius_km == 30
