"""What the site does by itself, and when."""

import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.timezone import now

from core.management.commands.serve import together
from core.management.commands.worker import Schedule
from home.models import NewsPage
from tests.home import pages


def test_runs_each_task_at_its_own_pace():
    clock = [0.0]
    schedule = Schedule({"often": 10, "seldom": 60}, now=lambda: clock[0])
    runs = []

    for clock[0] in (0.0, 10.0, 20.0, 60.0):
        runs.append(schedule.due())

    assert runs == [["often", "seldom"], ["often"], ["often"], ["often", "seldom"]]
    assert schedule.wait() == 10.0


@pytest.mark.django_db
def test_publishes_and_unpublishes_at_the_time_said():
    index = pages.news_index(pages.home())
    coming = pages.news(index, "Bientôt", live=False)
    coming.go_live_at = now() - timedelta(seconds=1)
    coming.save_revision(approved_go_live_at=coming.go_live_at)
    leaving = pages.news(index, "Fini", expire_at=now() - timedelta(seconds=1))

    call_command("worker", once=True)

    assert NewsPage.objects.get(pk=coming.pk).live
    assert not NewsPage.objects.get(pk=leaving.pk).live


@pytest.mark.django_db
def test_a_task_that_fails_does_not_stop_the_others(settings, caplog):
    index = pages.news_index(pages.home())
    leaving = pages.news(index, "Fini", expire_at=now() - timedelta(seconds=1))
    settings.WORKER_TASKS = {"no_such_command": 60, "publish_scheduled": 60}

    call_command("worker", once=True)

    assert "no_such_command" in caplog.text
    assert not NewsPage.objects.get(pk=leaving.pk).live


def test_when_one_process_ends_the_other_is_ended():
    start = time.monotonic()

    together([[sys.executable, "-c", "pass"], [sys.executable, "-c", "import time; time.sleep(60)"]], {})

    assert time.monotonic() - start < 30


def test_stops_when_told_to():
    sleep = "[sys.executable, '-c', 'import time; time.sleep(60)']"
    script = f"import sys; from core.management.commands.serve import together; together([{sleep}], {{}})"
    process = subprocess.Popen([sys.executable, "-c", script], cwd=settings.ROOT)
    time.sleep(2)

    process.send_signal(signal.SIGTERM)

    assert process.wait(timeout=30) == 0
