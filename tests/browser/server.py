"""The real server on a database of its own, for the browser tests and the pictures of the documents."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 300  # migrations, territories and demo, on a slow and busy machine
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoServer(Exception):
    """The server stopped, or does not answer; the message holds the end of its log."""


@contextmanager
def serving(folder: Path, clock: datetime | None = None) -> Iterator[str]:
    """Prepare and serve the demonstration site from `folder`; give its address.

    With a `clock`, its processes believe that it is that time when they start: dates and the day's order stay the same.
    """
    port, log = free_port(), folder / "server.log"
    env = _environment(folder / "db.sqlite3") | (_moved_to(clock) if clock else {})
    manage = [sys.executable, "manage.py"]
    with log.open("w") as output:
        if clock:  # the same page each time: its pictures are made beforehand, not by the worker meanwhile
            for command in (["serve", "--prepare-only"], ["make_renditions"]):
                subprocess.run([*manage, *command], check=True, cwd=ROOT, env=env, stdout=output, stderr=output)
        server = subprocess.Popen(
            [*manage, "serve", "--port", str(port)], cwd=ROOT, env=env, stdout=output, stderr=output
        )
    try:
        wait(server, f"http://127.0.0.1:{port}/robots.txt", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _environment(database: Path) -> dict[str, str]:
    ours = {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "DATABASE_URL": f"sqlite:///{database}"}
    return os.environ | ours | {"WEB_CONCURRENCY": "1"}


def _moved_to(clock: datetime) -> dict[str, str]:
    path = [str(Path(__file__).parent / "clock"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(path), "CLOCK_OFFSET": str(clock.timestamp() - time.time())}


def free_port() -> int:
    """Give a port of loopback that nobody listens to."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait(server: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    """Wait until an address answers. Raise `NoServer` when the server stopped, or is too slow."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise NoServer(log.read_text()[-4000:])
