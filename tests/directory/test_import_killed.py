"""An import that dies leaves yesterday's directory, whole and readable."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.directory import killed_import
from tests.directory.import_files import firms, rge, text, written
from tests.directory.records import siret

KILLS = 20


@pytest.fixture
def database(db: None, tmp_path: Path) -> Path:
    """Copy the test database as committed: migrations, trades, territories, no firm."""
    path = tmp_path / "base.sqlite3"
    source = sqlite3.connect(connection.settings_dict["NAME"])
    with sqlite3.connect(path) as target:
        source.backup(target)
    source.close()
    target.execute("PRAGMA journal_mode=DELETE")
    target.close()
    return path


def _manage(database: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": f"sqlite:///{database}",
        "PYTHONPATH": f"{settings.ROOT}:{settings.ROOT / 'site'}",
    }
    return subprocess.run(
        [sys.executable, *arguments], env=environment, cwd=settings.ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(connection.vendor != "sqlite", reason="kills processes on copies of a database file")
def test_an_import_killed_at_twenty_points_leaves_the_former_directory(database: Path, tmp_path: Path) -> None:
    former = written(tmp_path, text(firms(300)), "liste-2026-04-01.csv")
    changed = [rge(siret=siret(n), nom_entreprise=f"Firme {n}", telephone="") for n in range(20, 180)]
    new = [rge(siret=siret(n), nom_entreprise=f"Firme {n}", domaine=f"Domaine {n % 7}") for n in range(240, 400)]
    later = written(tmp_path, text([*changed, *new]))
    first = _manage(database, "manage.py", "import_rge", str(former))
    assert first.returncode == 0, first.stderr

    ran = _manage(database, str(Path(killed_import.__file__)), str(database), str(later), "31555", str(KILLS))

    assert ran.returncode == 0, ran.stderr
    whole, *killed = ran.stdout.splitlines()
    assert whole.endswith("different")
    assert int(whole.split()[0]) > 50
    assert killed == ["intact"] * KILLS
