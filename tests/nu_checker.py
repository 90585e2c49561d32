"""The Nu HTML checker, which reads pages, style sheets and drawings: here already, or fetched (the npm package of it).

It needs Java 17. `NU_CHECKER=/path/of/vnu.jar` chooses another one than the version pinned here.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
JAR = ROOT / "var" / "vnu.jar"
NPM_PACKAGE = "vnu-jar@26.9.27"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"  # of the jar
SECONDS = 300


class NoChecker(Exception):
    """The checker is not on this machine and cannot be fetched, or nothing here can run it."""


def ready() -> Path:
    """Give the checker, fetched if need be. Raise `NoChecker`, saying what is missing."""
    if not shutil.which("java"):
        raise NoChecker("Java is not installed")
    jar = Path(os.environ["NU_CHECKER"]) if os.environ.get("NU_CHECKER") else _pinned()
    if subprocess.run([*_java(jar), "--version"], capture_output=True).returncode:
        raise NoChecker("this Java cannot run the checker: it needs Java 17")
    return jar


def complaints(jar: Path, *folders: Path) -> list[str]:
    """Check every page, style sheet and drawing in folders; give what is wrong, as "file:line: message"."""
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg"]
    done = subprocess.run([*_java(jar), *options, *folders], capture_output=True, text=True, timeout=SECONDS)
    messages = json.loads(done.stdout)["messages"]
    return [f"{Path(one.get('url', '')).name}:{one.get('lastLine', '')}: {one['message']}" for one in messages]


def _java(jar: Path) -> list[str]:
    return ["java", "-jar", str(jar)]


def _pinned() -> Path:
    if not (JAR.exists() and _digest(JAR) == SHA256):
        _fetch()
    return JAR


def _fetch() -> None:
    if not shutil.which("npm"):
        raise NoChecker("npm, which fetches the checker, is not installed")
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(["npm", "pack", "--silent", NPM_PACKAGE], cwd=folder, check=True, capture_output=True)
        except subprocess.CalledProcessError as error:
            raise NoChecker(f"npm could not fetch it: {_said(error.stderr)}") from error
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            package.extractall(folder, filter="data")
        _keep(next(Path(folder).rglob("vnu.jar")))


def _keep(jar: Path) -> None:
    if _digest(jar) != SHA256:
        raise ValueError(f"{NPM_PACKAGE} does not hold the checker that is pinned in {Path(__file__).name}")
    JAR.parent.mkdir(exist_ok=True)
    shutil.copyfile(jar, made := JAR.with_suffix(f".{os.getpid()}"))
    made.replace(JAR)  # whole or not at all, should two runs fetch it


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _said(output: bytes) -> str:
    """Give the end of what a command said, without the addresses that it names."""
    return re.sub(r"\w+://\S+", "…", output.decode(errors="replace"))[-200:].strip()
