"""The vocabulary of the moment: what staff edit is understood a few seconds later, by every process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from directory.models import Trade, TradeSynonym
from search.understanding import Intent, SetLexicon, current_vocabulary, understand

ROOT = Path(__file__).resolve().parents[2]

# A process of its own: only outside a transaction is the vocabulary kept, and the suite runs inside one.
SCRIPT = """
import sqlite3, time
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from search.understanding import current, current_vocabulary

call_command("migrate", "directory", verbosity=0, skip_checks=True)
first = current_vocabulary()
with CaptureQueriesContext(connection) as queries:
    print("kept", current_vocabulary() is first, len(queries))
other = sqlite3.connect(settings.DATABASES["default"]["NAME"])
with other:
    other.execute("UPDATE directory_tradesynonym SET phrase = 'grand manitou' WHERE phrase = 'moe'")
print("fresh", current_vocabulary() is first)
current.FRESH_SECONDS = 0.01
time.sleep(0.02)
with CaptureQueriesContext(connection) as queries:
    print("renewed", ("grand", "manitou") in current_vocabulary().phrases, len(queries))
with other:
    other.execute("ALTER TABLE directory_tradesynonym RENAME TO elsewhere")
time.sleep(0.02)
print("broken", ("grand", "manitou") in current_vocabulary().phrases)
"""


def read(text: str) -> Intent:
    return understand(text, current_vocabulary(), SetLexicon())


@pytest.mark.django_db
def test_understands_labels_and_synonyms_of_the_database() -> None:
    trade = Trade.objects.create(slug="puisatier", label="Puisatier")
    TradeSynonym.objects.create(trade=trade, phrase="PAC eau/eau n° 12")

    assert read("puisatiers").trades == ("puisatier",)
    assert read("pac eau eau no 12").trades == ("puisatier",)


@pytest.mark.django_db
def test_forgets_a_synonym_that_staff_deleted() -> None:
    TradeSynonym.objects.filter(phrase="moe").delete()

    assert read("moe").trades == ()


@pytest.mark.django_db
def test_gives_trades_in_the_order_of_the_lists() -> None:
    in_order = Trade.objects.filter(slug__in=read("isolation").trades).values_list("slug", flat=True)

    assert read("isolation").trades == tuple(in_order)


@pytest.mark.django_db
def test_reads_the_vocabulary_in_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        current_vocabulary()


@pytest.mark.django_db
def test_does_not_build_again_what_has_not_changed() -> None:
    assert current_vocabulary() is current_vocabulary()


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the process tells, by its first word."""
    database = tmp_path_factory.mktemp("vocabulary") / "db.sqlite3"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": f"sqlite:///{database}",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", SCRIPT],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)


def test_keeps_the_vocabulary_without_a_query(story: dict[str, str]) -> None:
    assert story["kept"] == "True 0"


def test_does_not_look_again_within_the_delay(story: dict[str, str]) -> None:
    assert story["fresh"] == "True"


def test_sees_the_edit_of_another_process_after_the_delay(story: dict[str, str]) -> None:
    assert story["renewed"] == "True 1"


def test_serves_on_when_the_database_fails(story: dict[str, str]) -> None:
    assert story["broken"] == "True"
