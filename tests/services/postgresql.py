"""A real PostgreSQL for the suite: found on this machine or fetched (Debian's package), on loopback, thrown away after.

`python -m tests.services.postgresql COMMAND…` runs a command with `DATABASE_URL` leading to it.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests.browser.server import free_port

START_SECONDS = 60
USERS = ("postgres", "nobody")  # who runs the server when we are root, which PostgreSQL refuses
# What a crash would lose does not matter here.
QUICK = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


class NoPostgreSQL(Exception):
    """No PostgreSQL on this machine, none could be fetched, or it does not start."""


def find() -> Path | None:
    """Give the folder of a PostgreSQL's programs that is already here, the newest one, or None."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name, reverse=True)
    candidates = [os.environ.get("POSTGRESQL_BIN"), *debian, Path(shutil.which("initdb") or "/none/initdb").parent]
    return next((Path(path) for path in candidates if path and (Path(path) / "initdb").exists()), None)


def fetch() -> Path:
    """Install Debian's package and give the folder of its programs. Raise `NoPostgreSQL` when it cannot be."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise NoPostgreSQL("needs root and apt-get")
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    try:
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"], **quiet)
    except subprocess.SubprocessError as error:
        raise NoPostgreSQL(str(error)) from error
    return find() or _missing()


@contextmanager
def serving(programs: Path) -> Iterator[str]:
    """Run a server of its own in a temporary folder; give its `DATABASE_URL`."""
    with tempfile.TemporaryDirectory() as name:
        folder, port, run_as = Path(name), free_port(), _run_as()
        if run_as:
            os.chown(folder, run_as["user"], run_as["group"])
        _make(programs, folder, run_as)
        command = [programs / "postgres", "-D", folder / "data", "-h", "127.0.0.1", "-p", str(port), "-k", name]
        with (folder / "log").open("w") as log:
            server = subprocess.Popen([*command, *QUICK], cwd="/", stdout=log, stderr=log, **run_as)
            try:
                _wait(server, port, folder / "log")
                yield f"postgres://renov@127.0.0.1:{port}/postgres"
            finally:
                server.send_signal(signal.SIGINT)  # closes its clients and stops
                server.wait(timeout=30)


def _run_as() -> dict[str, Any]:
    """Give what makes a process run as somebody without rights, nothing when we are not root."""
    if os.geteuid() != 0:
        return {}
    known = {account.pw_name: account for account in pwd.getpwall()}
    account = next(known[name] for name in USERS if name in known)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _make(programs: Path, folder: Path, run_as: dict[str, Any]) -> None:
    command = [programs / "initdb", "-D", folder / "data", "-U", "renov", "-A", "trust", "-E", "UTF8"]
    made = subprocess.run([*command, "--locale=C.UTF-8", "--no-sync"], cwd="/", capture_output=True, **run_as)
    if made.returncode:
        raise NoPostgreSQL(made.stderr.decode())


def _wait(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="renov", dbname="postgres", connect_timeout=5).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.2)
    raise NoPostgreSQL(log.read_text()[-4000:])


def _missing() -> Path:
    raise NoPostgreSQL("initdb is still not there")


def main(command: list[str]) -> int:
    """Run the command against a server of its own; say plainly when there is none."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # a stopped run stops its server too
    try:
        with serving(find() or fetch()) as address:
            return subprocess.run(command, env=os.environ | {"DATABASE_URL": address}).returncode
    except NoPostgreSQL as error:
        sys.stderr.write(f"Pas de PostgreSQL pour les tests ({error}).\n")
        sys.stderr.write("Installez le paquet « postgresql » ou donnez le dossier de ses programmes : ")
        sys.stderr.write("POSTGRESQL_BIN=/dossier make test-services\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
