"""What the back office says in French where Wagtail would keep an English word, or one that no editor knows."""

from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from tests.core.editor_forms import publish, text
from tests.home.advice_samples import advice
from tests.home.samples import home_page

FRENCH = Path(settings.ROOT) / "locale" / "fr" / "LC_MESSAGES"
LIBRARIES = [Path(library.__file__).parent for library in (wagtail, wagtail_localize)]


def better_words() -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(FRENCH / "wagtail.po"))}


def test_says_better_only_what_wagtail_says():
    catalogues = [path for library in LIBRARIES for path in library.rglob("locale/fr/LC_MESSAGES/*.po")]

    said = {entry.msgid for path in catalogues for entry in polib.pofile(str(path))}

    assert set(better_words()) - said == set()


@pytest.mark.parametrize("name", ["django.mo", "djangojs.mo"])
def test_ships_these_words_for_templates_and_for_scripts(name: str):
    shipped = {entry.msgid: entry.msgstr for entry in polib.mofile(str(FRENCH / name))}

    assert better_words().items() <= shipped.items()


def test_calls_a_language_a_language():
    with override("fr"):
        assert gettext("Locale") == "Langue"


@pytest.mark.django_db
def test_shows_them_in_the_editor_of_a_page(admin_client: Client):
    page = advice(home_page())

    shown = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "Les derniers mots de l’adresse de la page" in shown
    assert "e.g http" not in shown
    assert "Aller au contenu principal" in shown


@pytest.mark.django_db
def test_gives_them_to_the_scripts(admin_client: Client):
    catalogue = admin_client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()

    assert "nouveaut\\u00e9s dans ce menu" in catalogue


@pytest.mark.django_db
def test_offers_the_box_that_the_help_of_menus_speaks_of(admin_client: Client):
    page = advice(home_page())

    shown = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content

    form = BeautifulSoup(shown, "html.parser")
    (box,) = form.select("input[name=show_in_menus]")
    assert form.select(f"label[for={box['id']}]")[0].text.strip() == "Afficher dans les menus"


@pytest.mark.django_db
def test_keeps_what_is_ticked_in_that_box(admin_client: Client):
    page = advice(home_page())

    publish(admin_client, page, text("<p>Isoler.</p>"), show_in_menus="on")

    page.refresh_from_db()
    assert page.show_in_menus
