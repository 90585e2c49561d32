"""One variable says which languages the site speaks; a third one is tried in real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils.translation import override

from config.languages import languages
from core.middleware import LanguageOfTheAddressMiddleware

CODE = """
import django; django.setup()
from django.core.management import call_command
from django.test import Client
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization
from home.models import HomePage
"""
PUBLISH = """
home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Chez soi", slug="chez-soi"))
home.save_revision().publish()
site = Site.objects.get(); site.root_page = home; site.save()
"""


def run(languages: str, database: Path, program: str) -> str:
    """Run some lines in a fresh process that speaks these languages; give what it printed."""
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{settings.ROOT}:{settings.ROOT}/site",
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": f"sqlite:///{database}",
        "SITE_LANGUAGES": languages,
    }
    answer = subprocess.run([sys.executable, "-c", CODE + program], env=env, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip()


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh database in French and English, with a front door."""
    database = tmp_path_factory.mktemp("languages") / "db.sqlite3"
    run("fr,en", database, f"call_command('migrate', verbosity=0){PUBLISH}")
    return database


@pytest.fixture(scope="module")
def trilingual(bilingual: Path) -> Path:
    """The same database, after Spanish was added and `migrate` run again."""
    run("fr,en,es", bilingual, "call_command('migrate', verbosity=0)")
    return bilingual


def test_a_fresh_database_has_both_languages_and_feeds_english_from_french(bilingual: Path):
    program = """
print(sorted(Locale.objects.values_list("language_code", flat=True)))
print(list(LocaleSynchronization.objects.values_list("locale__language_code", "sync_from__language_code")))
"""

    printed = run("fr,en", bilingual, program)

    assert printed == "['en', 'fr']\n[('en', 'fr')]"


@pytest.fixture(scope="module")
def spanish(trilingual: Path) -> dict[str, Any]:
    """What a reader finds in the third language."""
    program = """
import json
client = Client()
directory = client.get("/es/annuaire/")
print(json.dumps({
    "addresses": [page.url for page in Page.objects.filter(depth=2).order_by("path") if page.url],
    "home": client.get("/es/").content.decode(),
    "directory": [directory.status_code, directory["Content-Language"]],
}))
"""
    found: dict[str, Any] = json.loads(run("fr,en,es", trilingual, program))
    return found


def test_a_third_language_gives_each_page_an_address(spanish: dict[str, Any]):
    assert spanish["addresses"] == ["/", "/en/", "/es/"]


def test_a_third_language_shows_the_french_text_and_says_so(spanish: dict[str, Any]):
    assert "Chez soi" in spanish["home"]
    assert "Cette page n’est pas encore traduite" in spanish["home"]


def test_a_third_language_whose_interface_nobody_translated_says_that_it_is_in_french(spanish: dict[str, Any]):
    assert '<html lang="fr"' in spanish["home"]


def test_a_third_language_serves_the_plain_pages(spanish: dict[str, Any]):
    assert spanish["directory"] == [200, "es"]


def test_a_third_language_passes_the_checks_and_needs_no_migration(trilingual: Path):
    program = "call_command('check', '--fail-level', 'WARNING')\ncall_command('makemigrations', '--check', '--dry-run')"

    assert "No changes detected" in run("fr,en,es", trilingual, program)


def test_starting_again_changes_nothing(trilingual: Path):
    count = "print(Page.objects.count(), Locale.objects.count(), LocaleSynchronization.objects.count())"
    before = run("fr,en,es", trilingual, count)

    assert run("fr,en,es", trilingual, f"call_command('migrate', verbosity=0)\n{count}") == before


def test_a_language_taken_out_is_no_longer_served_and_breaks_nothing(trilingual: Path):
    printed = run("fr,en", trilingual, "c = Client(); print([c.get(p).status_code for p in ('/', '/en/', '/es/')])")

    assert printed == "[200, 200, 404]"


def test_names_come_from_django():
    with override("fr"):
        found = [(code, str(name)) for code, name in languages(["fr", "en", "es"])]

    assert found == [
        ("fr", "Français"), ("en", "Anglais"), ("es", "Espagnol"),
    ]  # fmt: skip


@pytest.mark.parametrize("given", [["en", "fr"], ["en"], [" EN ", "", "fr", "en"], ["fr", "en", "fr"]])
def test_french_always_comes_first_and_no_language_twice(given: list[str]):
    assert [code for code, _name in languages(given)] == ["fr", "en"]


def test_refuses_an_unknown_language_with_an_example():
    with pytest.raises(Exception, match=r"SITE_LANGUAGES : « klingon »"):
        languages(["fr", "klingon"])


def test_the_example_environment_names_the_setting():
    assert "SITE_LANGUAGES=fr,en" in (Path(settings.ROOT) / ".env.example").read_text()


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", ["en", "en-GB,en;q=0.9", "es", "ar", "*", "x" * 5000])
@pytest.mark.parametrize(("path", "language"), [("/annuaire/", "fr"), ("/en/annuaire/", "en")])
def test_the_address_decides_whatever_the_browser_asks_for(client: Client, wanted: str, path: str, language: str):
    plain = client.get(path)

    answer = client.get(path, headers={"accept-language": wanted})

    assert answer.status_code == 200
    assert answer["Content-Language"] == language
    assert f'<html lang="{language}"' in answer.content.decode()
    assert answer.headers.get("Vary") == plain.headers.get("Vary")
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_keeps_what_an_answer_really_varies_with(rf: Any):
    middleware = LanguageOfTheAddressMiddleware(lambda request: HttpResponse(headers={"Vary": "HX-Request"}))

    assert middleware(rf.get("/annuaire/"))["Vary"] == "HX-Request"


@pytest.mark.django_db
def test_a_language_cookie_changes_nothing(client: Client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    assert client.get("/annuaire/")["Content-Language"] == "fr"


@pytest.mark.django_db
def test_pages_kept_in_memory_never_mix_languages(client: Client, settings):
    settings.PAGE_CACHE_SECONDS = 300

    first = [client.get(path)["Content-Language"] for path in ("/annuaire/", "/en/annuaire/")]
    again = [client.get(path)["Content-Language"] for path in ("/annuaire/", "/en/annuaire/")]

    assert first == again == ["fr", "en"]
