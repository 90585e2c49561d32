"""Find a Chromium for the browser tests, or fetch one: Debian's package first, else the npm package that carries it.

`python -m tests.browser.chromium` writes where it stands to var/chromium-path.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import brotli

VAR = Path(__file__).resolve().parents[2] / "var"
PATH_FILE = VAR / "chromium-path"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NPM_PACKAGE = "@sparticuz/chromium@153.0.0"


class NoChromium(Exception):
    """No Chromium on this machine, and none could be fetched."""


def find() -> str | None:
    """Give the path of a Chromium that is already here, or None."""
    kept = [PATH_FILE.read_text().strip()] if PATH_FILE.exists() else []
    candidates = [os.environ.get("CHROMIUM"), *kept, *map(shutil.which, NAMES)]
    return next((path for path in candidates if path and os.access(path, os.X_OK)), None)


def fetch() -> str:
    """Bring a Chromium to this machine and give its path. Raise `NoChromium`, saying what was tried."""
    failures = []
    for way in (from_debian, from_npm):
        try:
            return way()
        except (OSError, subprocess.SubprocessError, NoChromium) as error:
            failures.append(f"{way.__name__}: {error}")
    raise NoChromium("; ".join(failures))


def from_debian() -> str:
    """Install Debian's package (needs root)."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise NoChromium("needs root and apt-get")
    quiet: dict[str, Any] = {
        "check": True,
        "stdout": subprocess.DEVNULL,
        "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run(["apt-get", "update", "-qq"], **quiet)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], **quiet)
    return shutil.which("chromium") or _missing("chromium")


def from_npm() -> str:
    """Unpack the binary that an npm package carries, under var/."""
    if not shutil.which("npm"):
        raise NoChromium("needs npm")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", NPM_PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        archive = next(Path(folder).glob("*.tgz"))
        with tarfile.open(archive) as package:
            package.extractall(folder, filter="data")
        return _unpack(Path(folder) / "package" / "bin")


def _unpack(folder: Path) -> str:
    target = VAR / "chromium"
    target.mkdir(parents=True, exist_ok=True)
    binary = target / "chromium-binary"
    binary.write_bytes(brotli.decompress((folder / "chromium.br").read_bytes()))
    binary.chmod(0o755)
    for bundle in folder.glob("*.tar.br"):
        plain = target / bundle.stem
        plain.write_bytes(brotli.decompress(bundle.read_bytes()))
        with tarfile.open(plain) as content:
            content.extractall(target, filter="data")
        plain.unlink()
    return _launcher(target, binary)


def _launcher(target: Path, binary: Path) -> str:
    """Write a script that starts the binary with the libraries that came with it after the machine's own."""
    launcher = target / "chromium"
    launcher.write_text(
        f'#!/bin/sh\nLD_LIBRARY_PATH="$LD_LIBRARY_PATH:{target}:{target / "lib"}" exec "{binary}" "$@"\n'
    )
    launcher.chmod(0o755)
    return str(launcher)


def _missing(name: str) -> NoReturn:
    raise NoChromium(f"{name} is still not on the path")


def main() -> int:
    """Write the path down, fetching Chromium if need be; say plainly when there is none."""
    VAR.mkdir(exist_ok=True)
    try:
        path = find() or fetch()
    except NoChromium as error:
        sys.stderr.write(f"Pas de Chromium pour les tests de navigateur ({error}).\n")
        sys.stderr.write("Installez le paquet « chromium » ou donnez son chemin : CHROMIUM=/chemin make test\n")
        return 1
    PATH_FILE.write_text(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
