"""Settings are read in a fresh process, as a real start does."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

COMPLETE = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "DATABASE_URL": "sqlite:////tmp/never-opened.sqlite3",
    "SITE_URL": "https://renov.example.org",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    "MEDIA_ROOT": "/tmp",
}


def start(code: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines after `django.setup()` with the production settings and only these variables."""
    program = f"import django; django.setup()\nfrom django.conf import settings\n{code}"
    path = f"{settings.ROOT}:{settings.ROOT}/site"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    return subprocess.run([sys.executable, "-c", program], env=env | variables, capture_output=True, text=True)


def test_production_starts_when_everything_is_given():
    answer = start("print(settings.DEBUG, settings.ALLOWED_HOSTS)", **COMPLETE)

    assert answer.stdout.strip() == "False ['renov.example.org']", answer.stderr


def test_production_refuses_to_start_with_the_whole_list_of_what_is_missing():
    answer = start()

    assert answer.returncode != 0
    assert all(name in answer.stderr for name in COMPLETE)


@pytest.mark.parametrize(
    ("name", "value"),
    [("SECRET_KEY", "short"), ("SECRET_KEY", "demo-" + "x" * 60), ("SITE_URL", "http://renov.example.org")],
)
def test_production_refuses_a_value_that_is_not_safe(name, value):
    answer = start(**COMPLETE | {name: value})

    assert answer.returncode != 0
    assert name in answer.stderr


def test_production_says_no_more_than_what_is_missing():
    answer = start(**{name: value for name, value in COMPLETE.items() if name != "MEDIA_ROOT"})

    assert "MEDIA_ROOT" in answer.stderr
    assert "- SECRET_KEY" not in answer.stderr


def test_production_passes_the_deployment_checks_of_django():
    code = (
        "from django.core.management import call_command\ncall_command('check', '--deploy', '--fail-level', 'WARNING')"
    )

    answer = start(code, **COMPLETE)

    assert answer.returncode == 0, answer.stderr


def test_every_variable_of_production_is_explained_in_the_example_file():
    example = (settings.ROOT / ".env.example").read_text()

    assert all(f"\n{name}=" in example for name in COMPLETE)


def test_starts_on_a_machine_without_gdal():
    hide = (
        "import sys\n"
        "class Hidden:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name.startswith(('osgeo', 'django.contrib.gis.gdal')): raise ImportError(name)\n"
        "sys.meta_path.insert(0, Hidden())\n"
        "import django; django.setup()\nprint('ready')"
    )
    path = f"{settings.ROOT}:{settings.ROOT}/site"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "config.settings.dev"}

    answer = subprocess.run([sys.executable, "-c", hide], env=env, capture_output=True, text=True)

    assert answer.stdout.strip() == "ready", answer.stderr


def example() -> dict[str, str]:
    """Give the variables of .env.example, as it is."""
    lines = (settings.ROOT / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def refused(answer: subprocess.CompletedProcess[str]) -> set[str]:
    """Give the names in the list of a refusal to start."""
    assert "ImproperlyConfigured: Le site ne peut pas démarrer" in answer.stderr, answer.stderr
    return {line.split()[1] for line in answer.stderr.splitlines() if line.startswith("- ")}


def test_the_example_file_lacks_nothing_but_the_secret():
    assert refused(start(**example())) == {"SECRET_KEY"}


def test_the_example_file_starts_once_it_has_a_secret_and_empty_lines_mean_the_default():
    code = "print(settings.DEFAULT_FROM_EMAIL, settings.STATIC_ROOT, settings.TERRITORY_NAME, sep='|')"

    answer = start(code, **example() | {"SECRET_KEY": COMPLETE["SECRET_KEY"]})

    expected = f"ne-pas-repondre@renov.example.org|{settings.ROOT}/var/static|Toulouse Métropole"
    assert answer.stdout.strip() == expected, answer.stderr


def test_every_optional_variable_may_be_empty():
    empty = {name: "" for name in example() if name not in COMPLETE}

    answer = start("print(settings.MEDIA_URL, settings.TERRITORY_EPCI)", **COMPLETE | empty)

    assert answer.stdout.strip() == "/media/ 243100518", answer.stderr


@pytest.mark.parametrize("name", COMPLETE)
def test_an_empty_value_is_a_missing_one(name):
    assert refused(start(**COMPLETE | {name: ""})) == {name}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgres"),
        ("DATABASE_URL", "postgres://renov@db:port/renov"),
        ("DATABASE_URL", "postgres://db"),
        ("DATABASE_URL", "mysql://renov@db/renov"),
        ("EMAIL_URL", "mail.example.org"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "smtp://mail.example.org:port"),
        ("SITE_URL", "https://"),
    ],
)
def test_an_address_that_cannot_be_read_is_in_the_list(name, value):
    assert refused(start(**COMPLETE | {name: value})) == {name}


def test_the_server_reads_its_empty_variables_as_defaults():
    path = settings.ROOT / "site" / "config" / "gunicorn.py"
    code = f"import runpy; told = runpy.run_path('{path}'); print(told['workers'], told['threads'])"
    empty = {"PATH": os.environ["PATH"], "WEB_CONCURRENCY": "", "WEB_THREADS": "", "FORWARDED_ALLOW_IPS": ""}

    answer = subprocess.run([sys.executable, "-c", code], env=empty, capture_output=True, text=True)

    assert answer.stdout.strip() == "2 4", answer.stderr


def test_production_answers_the_hosts_of_the_other_sites_and_takes_their_forms():
    code = "print(settings.ALLOWED_HOSTS, settings.CSRF_TRUSTED_ORIGINS)"

    answer = start(code, **COMPLETE, EXTRA_HOSTS="lyon.example.org,albi.example.org")

    hosts = ["renov.example.org", "lyon.example.org", "albi.example.org"]
    assert answer.stdout.strip() == f"{hosts} {[f'https://{host}' for host in hosts]}", answer.stderr
