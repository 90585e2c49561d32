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
