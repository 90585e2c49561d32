"""What a site does beside its pages: at set times, one after the other, in a process of its own."""

import logging
import signal
from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser, call_command
from django.db import connections

logger = logging.getLogger(__name__)


class Schedule:
    """When each command of `tasks` (its name → every how many seconds) is due next; all are at the start."""

    def __init__(self, tasks: dict[str, int], now: Callable[[], float] = monotonic) -> None:
        self.tasks, self.now = tasks, now
        self.next = dict.fromkeys(tasks, now())

    def due(self) -> list[str]:
        """Give the commands whose time has come, and set their next time."""
        now = self.now()
        names = [name for name, at in self.next.items() if at <= now]
        self.next |= {name: now + self.tasks[name] for name in names}
        return names

    def wait(self) -> float:
        """Give the seconds until the next command is due."""
        return max(0.0, min(self.next.values()) - self.now())


class Command(BaseCommand):
    """Run `settings.WORKER_TASKS` until told to stop. A task that fails is logged, and tried again at its next time."""

    help = "Fait ce que le site fait de lui-même (publications programmées…) ; s’arrête au signal."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="fait chaque tâche une fois, puis s’arrête")

    def handle(self, *, once: bool, **options: Any) -> None:
        """Loop, or do everything once."""
        schedule = Schedule(settings.WORKER_TASKS)
        stopped = Event()
        if not once:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            for name in schedule.due():
                _run(name)
            if once:
                return
            stopped.wait(schedule.wait())


def _run(name: str) -> None:
    try:
        call_command(name)
    except Exception:
        logger.exception("The task %s failed; it will be tried again", name)
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:  # as between two requests: a database that went away comes back
            connection.close_if_unusable_or_obsolete()
