"""Fictitious lists: the same for the same seed, valid, and dirty enough to be worth importing."""

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from django.conf import settings

from bench import generate
from bench.generators import charter, rge
from directory.models import Professional
from directory.validators import validate_siret
from tests.directory.import_files import import_charter, import_rge


def test_the_same_seed_gives_the_same_rows_and_another_seed_others() -> None:
    first, again, other = (list(rge.rows(20, seed=seed)) for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_every_firm_has_a_valid_siret_of_its_own() -> None:
    names = {row["siret"]: row["nom_entreprise"] for row in rge.rows(500)}

    assert len(names) == 500
    for siret in names:
        validate_siret(siret)


def test_has_about_27_rows_for_10_firms_some_of_them_expired() -> None:
    rows = list(rge.rows(1000))

    assert 2.4 < len(rows) / 1000 < 3.0
    assert 0.02 < sum(row["lien_date_fin"] < "2026-06-01" for row in rows) / len(rows) < 0.06


def test_big_cities_have_more_firms() -> None:
    cities = Counter(row["ville"] for row in charter.rows(400, department="31"))

    assert cities.most_common(1)[0][0] == "Toulouse"


@pytest.mark.django_db
def test_a_dirty_list_is_imported_with_few_refusals(tmp_path: Path) -> None:
    run = import_rge(tmp_path, list(rge.rows(300, department="31", dirty=True)))

    assert run.created > 290
    assert 0 < run.rows_refused < 0.03 * run.rows
    assert run.warnings > 0


@pytest.mark.django_db
def test_two_signatories_in_five_are_in_the_other_list(tmp_path: Path) -> None:
    import_rge(tmp_path, list(rge.rows(20, department="31")))

    import_charter(tmp_path, list(charter.rows(50, department="31")))

    assert Professional.objects.filter(source_records__source="rge", charter_signed_on__isnull=False).count() == 20


@pytest.mark.parametrize(
    ("kind", "firms", "name"),
    [("rge", 250, "liste-rge-2026-06-01.csv"), ("charter", 62, "signataires-charte-2026-06-01.csv")],
)
def test_the_demonstration_s_lists_can_be_made_again(tmp_path: Path, kind: str, firms: int, name: str) -> None:
    out = tmp_path / name

    generate.main([kind, "--firms", str(firms), "--seed", "31", "--department", "31", "--out", str(out)])

    assert out.read_bytes() == (settings.ROOT / "demo" / name).read_bytes()


def test_numbers_stay_unique_in_large_lists() -> None:
    numbers = [row["siret"] for row in islice(charter.rows(2000), 900)]

    assert len({number for number in numbers if number}) == sum(map(bool, numbers))
