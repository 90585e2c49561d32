"""`make run`: everything between a fresh checkout and a site that answers."""

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Event
from typing import Any

import django
from django.conf import settings
from django.core.management import BaseCommand, CommandParser, call_command
from django.utils.translation import gettext as _


class Command(BaseCommand):
    """Prepare the embedded installation in one process, then start the production server and the worker."""

    help = "Prépare la base, la démonstration et les fichiers statiques, puis sert le site."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--prepare-only", action="store_true", help="prépare tout sans servir")

    def handle(self, *, port: int, prepare_only: bool, **options: Any) -> None:
        """Migrate, load the demo, collect the static files, serve."""
        settings.VAR.mkdir(parents=True, exist_ok=True)
        self.stdout.write(_("Préparation de la base…"))
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_demo")
        self._collect_static()
        if not prepare_only:
            self._serve(port)

    def _collect_static(self) -> None:
        """Collect once for each state of the sources: compressing Wagtail's files takes seconds."""
        stamp = settings.STATIC_ROOT / "stamp"
        state = _state_of(settings.STATICFILES_DIRS[0])
        with _alone(settings.VAR / "static.lock"):
            if stamp.exists() and stamp.read_text() == state:
                return
            self.stdout.write(_("Préparation des fichiers statiques…"))
            call_command("collectstatic", verbosity=0, interactive=False, clear=True)
            stamp.write_text(state)

    def _serve(self, port: int) -> None:
        """Start the web server and the worker; when one ends, or at Ctrl-C, end the other."""
        self.stdout.write(
            self.style.SUCCESS(_("Le site est servi sur http://127.0.0.1:%d (Ctrl-C pour arrêter)") % port)
        )
        self.stdout.flush()
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE}
        together([_web(port), _worker()], environment)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one process at a time do what follows: two servers that start together would clear each other's files."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _web(port: int) -> list[str]:
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    config = str(settings.ROOT / "site" / "config" / "gunicorn.py")
    return [gunicorn, "--config", config, "--bind", f"127.0.0.1:{port}", "config.wsgi"]


def _worker() -> list[str]:
    return [sys.executable, str(settings.ROOT / "manage.py"), "worker"]


def together(commands: list[list[str]], environment: dict[str, str]) -> None:
    """Run commands side by side until one of them ends or somebody asks to stop, then end them all."""
    stopped = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    processes = [subprocess.Popen(command, env=environment) for command in commands]  # noqa: S603 (our own words)
    while not stopped.wait(0.5) and all(process.poll() is None for process in processes):
        pass
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait()


def _state_of(folder: Path) -> str:
    """Give a digest that changes with our static files and with the libraries that bring theirs."""
    digest = sha256(f"{django.__version__}".encode())
    requirements = settings.ROOT / "requirements" / "base.txt"
    for path in [requirements, *sorted(folder.rglob("*"))]:
        if path.is_file():
            digest.update(f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}".encode())
    return digest.hexdigest()
