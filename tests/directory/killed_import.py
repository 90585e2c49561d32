"""Run an import many times on copies of one database, each killed at another point, and tell what is left.

Not a test: `test_import_killed.py` runs it in a process of its own (a test cannot kill itself). Arguments: the
database, the list, a seed, the number of kills. Writes one line for each: "intact", "applied" or what is wrong.
"""

import os
import random
import re
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import django

TABLES = (
    "directory_professional", "directory_professionaltrade", "directory_qualification", "directory_servicearea",
    "directory_sourcerecord", "directory_importrun", "directory_qualificationdomain", "core_generation",
)  # fmt: skip


SEARCH_TABLES = "SELECT name FROM sqlite_master WHERE name LIKE 'search_%' AND type = 'table'"


def state(database: Path) -> str:
    """Give a digest of everything an import may write, read by another process's means."""
    with closing(sqlite3.connect(database)) as connection:
        connection.create_function("REGEXP", 2, lambda pattern, text: re.search(pattern, str(text)) is not None)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
        index = [name for (name,) in connection.execute(SEARCH_TABLES)]
        digest = sha256()
        for table in [*TABLES, *sorted(index)]:
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1"):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def run(database: Path, path: Path, kill_at: int | None, after: bool = False) -> int:
    """Import in a child process that kills itself at its n-th statement; give how many statements there were."""
    sys.stdout.flush()  # or the child would write it a second time
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _import(database, path, kill_at, after, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        counted = pipe.read()
    os.waitpid(child, 0)
    return int(counted or 0)


def _import(database: Path, path: Path, kill_at: int | None, after: bool, pipe: int) -> None:
    from django.db import connection

    from directory.imports.rge import RgeFormat
    from directory.imports.services import run_import

    count = 0

    def counted(execute, sql, params, many, context):
        nonlocal count
        count += 1
        if count == kill_at and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = execute(sql, params, many, context)
        if count == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    connection.settings_dict["NAME"] = str(database)
    with connection.execute_wrapper(counted):
        run_import(path=path, source_format=RgeFormat, ran_by="essai", force=True)
    os.write(pipe, str(count).encode())
    os._exit(0)


def _warm(database: Path) -> None:
    """Read the communes once, for every child to inherit."""
    from django.db import connection

    from directory.imports.offices import gazetteer

    connection.settings_dict["NAME"] = str(database)
    gazetteer()
    connection.close()


def main(database: Path, path: Path, seed: str, kills: int) -> None:
    """Count the statements of a whole import, then kill it at as many of them, drawn by chance."""
    _warm(database)
    trial = database.with_name("trial.sqlite3")
    before = state(database)
    shutil.copy(database, trial)
    statements = run(trial, path, None)
    sys.stdout.write(f"{statements} {'different' if state(trial) != before else 'same'}\n")
    chance = random.Random(seed)
    for _kill in range(kills):
        for leftover in database.parent.glob("trial.sqlite3*"):
            leftover.unlink()
        shutil.copy(database, trial)
        run(trial, path, chance.randint(1, statements), after=chance.random() < 0.5)
        sys.stdout.write("intact\n" if state(trial) == before else "CHANGED\n")


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
