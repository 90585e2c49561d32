"""The real server, with production settings, asked without a client that would repair what it sends."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.server import free_port, wait
from tests.config.test_settings import COMPLETE

PROXY, STRANGER = "127.0.0.2", "127.0.0.3"  # two loopback addresses: gunicorn believes the first one


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    port: int

    def get(self, path: str, sender: str = PROXY, **headers: str) -> HTTPResponse:
        """Ask for a path from an address, as the site's own host and by TLS unless told otherwise."""
        told = {"Host": "renov.example.org", "X-Forwarded-Proto": "https"}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30, source_address=(sender, 0))
        connection.request("GET", path, headers=told | {name.replace("_", "-"): v for name, v in headers.items()})
        return connection.getresponse()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder, port = tmp_path_factory.mktemp("server"), free_port()
    environment = os.environ | COMPLETE | _paths(folder)
    run = {"cwd": settings.ROOT, "env": environment}
    for command in (["migrate"], ["load_territories"], ["collectstatic", "--no-input"]):
        subprocess.run([sys.executable, "manage.py", *command, "-v", "0"], check=True, **run)
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    command = [gunicorn, "--config", "site/config/gunicorn.py", "--bind", f"127.0.0.1:{port}", "config.wsgi"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, **run)
    try:
        wait(process, f"http://127.0.0.1:{port}/sante/", folder / "log")
        yield Server(port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _paths(folder: Path) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "PYTHONPATH": f"{settings.ROOT}:{settings.ROOT}/site",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "MEDIA_ROOT": str(folder),
        "STATIC_ROOT": str(folder / "static"),
        "FORWARDED_ALLOW_IPS": PROXY,
        "WEB_CONCURRENCY": "1",
    }
